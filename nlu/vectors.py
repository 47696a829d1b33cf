"""The vectors of texts that were encoded before, kept under QINGFENG_VAR: a second training need not encode again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

Matrix = np.ndarray[Any, Any]


def remembered(texts: Sequence[str], encoder: str, encode: Callable[[Sequence[str]], Matrix]) -> Matrix:
    """The vectors of the texts, one row each; only those not yet known are encoded.

    Args:
        texts: what to encode.
        encoder: names the encoder with its version; each has its own vectors.
        encode: texts → rows, float32.
    """
    path = _file(encoder)
    known = _read(path)
    keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if new:
        known.update(zip(new, encode(list(new.values())), strict=True))
        _write(path, known)
    return np.stack([known[key] for key in keys])


def _file(encoder: str) -> Path:
    name = hashlib.sha256(encoder.encode()).hexdigest()[:16]
    return Path(os.environ.get("QINGFENG_VAR", "var")).resolve() / "cache" / "vectors" / f"{name}.npz"


def _read(path: Path) -> dict[str, Matrix]:
    if not path.exists():
        return {}
    with np.load(path) as kept:
        return dict(zip(kept["keys"].tolist(), kept["rows"], strict=True))


def _write(path: Path, known: dict[str, Matrix]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    half_done = path.with_suffix(f".{os.getpid()}.npz")
    np.savez(half_done, keys=np.array(list(known)), rows=np.stack(list(known.values())))
    half_done.replace(path)
