"""Texts → vectors, by a pretrained sentence-transformers model: the one of the set-up, or one given by a centre."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from nlu import pretrained, progress, sources
from nlu.vectors import remembered

Matrix = np.ndarray[Any, Any]
_THREADS = torch.get_num_threads()
# Texts that go together through the network, and to one thread at a time. Small enough to stay near the processor.
_BATCH, _CHUNK = 32, 512


class Encoder:
    """Texts → unit vectors, float32, one row a text."""

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        self._model, self._name = model.eval(), name
        self._one = lru_cache(maxsize=256)(self._computed)  # a turn may look at a message, and its parts, twice

    @classmethod
    def current(cls) -> Encoder:
        """The encoder that a centre has set, else the one of the set-up; loaded once, nothing is downloaded."""
        return _loaded(sources.encoder_path(), sources.encoder_fingerprint())

    def encode(self, texts: Sequence[str]) -> Matrix:
        """The vectors of a few normalised texts, one row each, of length 1."""
        return self._one(texts[0]) if len(texts) == 1 else self._computed(*texts)

    def _computed(self, *texts: str) -> Matrix:
        # A single message on several threads waits for them; many messages go to several threads in parts.
        torch.set_num_threads(1)
        rows = np.asarray(self._model.encode(list(texts), batch_size=_BATCH, show_progress_bar=False), dtype=np.float32)
        unit: Matrix = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return unit

    def encode_many(self, texts: Sequence[str]) -> Matrix:
        """The same for what is learned from: says how far it is, and remembers the vectors."""
        return remembered(texts, self._name, self._in_parts)

    def _in_parts(self, texts: Sequence[str]) -> Matrix:
        ordered = sorted(range(len(texts)), key=lambda n: -len(texts[n]))  # texts of like length go together
        parts = [[texts[n] for n in ordered[start : start + _CHUNK]] for start in range(0, len(texts), _CHUNK)]
        rows = []
        with ThreadPoolExecutor(_THREADS) as pool:
            for found in pool.map(lambda part: self._computed(*part), parts):
                rows.append(found)
                progress.report("句子向量", sum(map(len, rows)), len(texts))
        back: Matrix = np.concatenate(rows)[np.argsort(ordered)]
        return back


@lru_cache(maxsize=2)
def _loaded(own: str | None, name: str) -> Encoder:
    half = None if own else {"dtype": precision()}
    place = own or str(pretrained.folder())
    model = SentenceTransformer(place, device="cpu", local_files_only=True, model_kwargs=half)
    return Encoder(model, name)


def precision() -> torch.dtype:
    """Half precision where the processor computes with it: twice as fast, and the vectors stay the same to 0.0002.

    Eight-bit integers would be faster still for one message, but turn the vectors by 30 degrees (cosine 0.85).
    """
    return torch.bfloat16 if torch.cpu._is_avx512_bf16_supported() else torch.float32
