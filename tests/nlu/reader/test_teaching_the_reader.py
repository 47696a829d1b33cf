"""The reader is taught by additions and a head: here on a network of two layers with random weights."""

from __future__ import annotations

import pytest
import torch
from transformers import BertConfig, BertModel

from nlu.adapter import teach as encoder
from nlu.reader.head import Head
from nlu.reader.teach import Pace, Row, fit

QUICK = Pace(rounds=60, batch=8, rate=1e-2, questions=4)
SAYS_FIRST, SAYS_SECOND, SAYS_NONE = [1, 4, 3], [1, 5, 3], [1, 6, 3]
ROWS = [
    *(Row([1, 4, n], 0, True) for n in range(7, 12)),
    *(Row([1, 6, n], 0, False) for n in range(7, 12)),
    *(Row([1, 5, n], 1, True) for n in range(7, 12)),
    *(Row([1, 6, n], 1, False) for n in range(7, 12)),
]


@pytest.fixture(scope="module")
def chances() -> list[list[float]]:
    """Of three messages, of each of two facts, after teaching."""
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=12, hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32, pad_token_id=0
    )
    network, head = BertModel(config, add_pooling_layer=False), Head(16, 2)
    fit(network, head, ROWS, [Row([1, 2, n], -1, False) for n in range(7, 12)], 0, QUICK)
    network.eval(), head.eval()
    with torch.no_grad():
        rows = encoder.vectors(network, [SAYS_FIRST, SAYS_SECOND, SAYS_NONE], 0)
        return torch.sigmoid(head(rows)).tolist()


def test_each_fact_is_read_where_it_is_stated(chances: list[list[float]]) -> None:
    assert chances[0][0] > 0.5
    assert chances[1][1] > 0.5


def test_and_nowhere_else(chances: list[list[float]]) -> None:
    assert max(chances[0][1], chances[1][0], *chances[2]) < 0.5
