"""Vectors are remembered by text and by encoder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from nlu.vectors import remembered


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QINGFENG_VAR", str(tmp_path))


class _Lengths:
    """An encoder whose vector is the length of the text; knows what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        self.asked.extend(texts)
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)


def test_rows_come_in_the_order_of_the_texts() -> None:
    assert remembered(["三个字", "两字", "三个字"], "one", _Lengths())[:, 0].tolist() == [3, 2, 3]


def test_a_text_is_encoded_once() -> None:
    encode = _Lengths()
    remembered(["社保卡", "失业金"], "one", encode)
    remembered(["失业金", "养老金认证"], "one", encode)
    assert encode.asked == ["社保卡", "失业金", "养老金认证"]


def test_another_encoder_has_vectors_of_its_own() -> None:
    encode = _Lengths()
    remembered(["社保卡"], "one", encode)
    remembered(["社保卡"], "other", encode)
    assert encode.asked == ["社保卡", "社保卡"]
