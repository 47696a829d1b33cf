"""The encoder is taught by small additions: here one of two layers with random weights, in a few steps."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
import torch
from transformers import BertConfig, BertModel

from nlu.adapter import lora, teach
from nlu.adapter.teach import Settings
from nlu.adapter.teach import teach as taught

CONFIG = {
    "vocab_size": 12,
    "hidden_size": 16,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 32,
    "max_position_embeddings": 16,
    "pad_token_id": 0,
}
QUICK = Settings(rank=2, layers=2, epochs=40, batch=8, rate=1e-2, left_out=0.0)


@pytest.fixture
def model() -> BertModel:
    torch.manual_seed(1)
    return BertModel(BertConfig(**CONFIG), add_pooling_layer=False).eval()


@pytest.fixture
def lessons(model: BertModel) -> dict[str, Any]:
    """Rows of two classes, told apart by one token; those of the first leave something open."""
    first = [{"ids": [1, n, 3], "classes": [0], "aspect": 0, "yes_no": {0: 1.0, 1: 0.0}} for n in range(4, 12)]
    second = [{"ids": [1, n, 2], "classes": [1], "aspect": -1, "yes_no": {0: 0.0, 1: 0.0}} for n in range(4, 12)]
    rows = [{**row, "noisy": [row["ids"][:2] + row["ids"][1:]]} for row in (*first, *second)]
    weights = {name: value.half() for name, value in model.state_dict().items()}
    sizes = {"classes": 2, "aspects": 1, "yes_no": [0.5, 0.5], "taught": torch.tensor([1, 2])}
    return {"rows": rows, "weights": weights, "config": CONFIG, **sizes}


def _apart(model: torch.nn.Module) -> float:
    """How much nearer two rows of one class are than two of different classes."""
    with torch.no_grad():
        one, alike, other = teach.vectors(model, [[1, 4, 3], [1, 9, 3], [1, 4, 2]], 0)
    return float(one @ alike - one @ other)


def test_what_is_taught_stands_apart_afterwards(lessons: dict[str, Any]) -> None:
    before = _apart(teach.network(lessons, 2).eval())
    assert _apart(taught(lessons, QUICK)) > before + 0.1


def test_the_weights_that_it_came_with_stay(lessons: dict[str, Any]) -> None:
    model = taught(lessons, QUICK)
    came_with = teach.network(lessons, 2).state_dict()
    frozen = {name.replace(".frozen", ""): value for name, value in model.state_dict().items()}
    assert all(torch.equal(value, frozen[name]) for name, value in came_with.items())


def test_merged_additions_say_the_same_as_those_beside(lessons: dict[str, Any]) -> None:
    beside = taught(lessons, QUICK)
    merged = teach.network(lessons, 2).eval()
    lora.merge(merged, lora.factors(beside))
    rows = [[1, 4, 3], [1, 7, 2, 5]]
    with torch.no_grad():
        assert torch.allclose(teach.vectors(merged, rows, 0), teach.vectors(beside, rows, 0), atol=1e-3)


def test_an_addition_is_nothing_before_it_is_taught(model: BertModel) -> None:
    rows = [[1, 4, 3], [1, 7, 2, 5]]
    with torch.no_grad():
        before = teach.vectors(model, rows, 0)
        lora.attach(model, 2, 0.0)
        assert torch.equal(teach.vectors(model, rows, 0), before)


def test_filling_up_changes_no_vector(model: BertModel) -> None:
    with torch.no_grad():
        alone, filled = teach.vectors(model, [[1, 4]], 0), teach.vectors(model, [[1, 4], [1, 2, 3, 5, 6]], 0)
    assert torch.allclose(alone[0], filled[0], atol=1e-6)


def test_a_layer_without_factors_is_an_error(model: BertModel) -> None:
    with pytest.raises(KeyError):
        lora.merge(model, {})


def test_teaching_goes_on_from_what_was_learned(lessons: dict[str, Any]) -> None:
    learned = lora.factors(taught(lessons, QUICK))
    again = taught(lessons, replace(QUICK, rate=0.0), learned)
    assert all(torch.equal(value, learned[name]) for name, value in lora.factors(again).items())


def test_rows_of_like_length_go_together_and_none_is_lost() -> None:
    rows = [[0] * length for length in (1, 100, 2, 99, 3, 98)]
    parts = list(teach.batches(rows, 3, len, Random(1)))
    assert sorted(sorted(map(len, part)) for part in parts) == [[1, 2, 3], [98, 99, 100]]
