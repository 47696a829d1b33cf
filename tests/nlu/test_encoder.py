"""The encoder of the set-up: means what people mean, however it is said."""

from __future__ import annotations

import numpy as np
import pytest

from nlu.encoder import Encoder


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.current()


def test_vectors_have_length_one(encoder: Encoder) -> None:
    rows = encoder.encode(["失业金怎么领", "社保卡丢了"])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)


@pytest.mark.parametrize(
    ("said", "alike", "unlike"),
    [
        ("被公司裁了，每个月能领点钱不", "失业金怎么领", "社保卡丢了怎么补"),
        ("老人走了，埋葬的钱给不给", "丧葬费怎么领", "退休年龄是多少"),
        ("卡找不着了，再弄一张", "社保卡丢了怎么补", "失业金怎么领"),
    ],
)
def test_what_means_the_same_lies_nearer(encoder: Encoder, said: str, alike: str, unlike: str) -> None:
    rows = encoder.encode([said, alike, unlike])
    assert rows[0] @ rows[1] > rows[0] @ rows[2]


def test_many_are_the_same_as_one(encoder: Encoder) -> None:
    texts = ["怎么领", "社保卡丢了怎么补办", "我爹去年走了，丧葬费还能领不，要带啥"]
    together = encoder.encode_many(texts)
    apart = np.concatenate([encoder.encode([text]) for text in texts])
    assert (together * apart).sum(axis=1).min() > 0.99
