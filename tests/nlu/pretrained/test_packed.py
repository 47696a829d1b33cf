"""The packed form: what is written by the rules of the form is read back."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from nlu.pretrained import packed, pieces

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "社保", "卡")


def _quarter(weights: np.ndarray, scale: float) -> bytes:
    """Whole numbers -8 to 7 times the scale, 32 a block."""
    blocks = b""
    for block in weights.reshape(-1, 32):
        numbers = (block / scale + 8).astype(np.uint8)
        blocks += np.float16(scale).tobytes() + bytes(numbers[:16] | numbers[16:] << 4)
    return blocks


def _file(tmp_path: Path, tensors: dict[str, tuple[int, int, bytes]]) -> Path:
    text = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, text)]).astype("<u4")
    scores = np.arange(len(PIECES), dtype="<f4")
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 2, 64, len(PIECES), 8, 1, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, sum(map(len, text)))
    head += offsets.tobytes() + scores.tobytes() + b"".join(text) + struct.pack("<iI", 0, 0)
    directory = sum(2 + len(name) + 1 + 4 + 16 for name in tensors) + 4
    at, entries, bodies = len(head) + directory, b"", b""
    for name, (kind, count, body) in tensors.items():
        entries += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, count, at, len(body))
        at, bodies = at + len(body), bodies + body
    path = tmp_path / "packed.bin"
    path.write_bytes(head + struct.pack("<i", len(tensors)) + entries + bodies)
    return path


def test_what_was_packed_is_read(tmp_path: Path) -> None:
    plain = np.array([0.5, -1.5], dtype="<f4")
    small = np.arange(-8, 8).repeat(2).astype(np.float32) * 0.25
    tensors = {"emb.ln.w": (0, 2, plain.tobytes()), "l0.q.w": (1, 32, _quarter(small, 0.25))}
    found = packed.read(_file(tmp_path, tensors))
    assert (found.sizes.hidden, found.sizes.layers, found.sizes.types) == (32, 1, 1)
    assert tuple(found.pieces) == PIECES
    assert found.scores.tolist() == [0, 1, 2, 3, 4, 5]
    assert found.tensors["emb.ln.w"].tolist() == plain.tolist()
    assert found.tensors["l0.q.w"].tolist() == small.tolist()


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"PK\x03\x04" + bytes(64))
    with pytest.raises(ValueError, match=r"other\.bin"):
        packed.read(path)


@pytest.mark.parametrize(
    ("piece", "kept"),
    [
        ("社保", True),
        ("▁失业", True),
        ("12333", True),
        ("APP", True),
        ("insure", True),
        ("insured", False),
        ("страх", False),
    ],
)
def test_pieces_of_chinese_messages_are_kept(piece: str, kept: bool) -> None:
    assert pieces.ours([*PIECES[:4], piece]) == [0, 1, 2, 3, *([4] if kept else [])]
