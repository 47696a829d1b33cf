"""Questions that are alike, side by side: what one look decides stands in one group.

Alike are questions whose vectors, by the encoder of the retriever, point the same way: 咋取公积金 and 公积金怎么提取
share two characters and mean one thing. The encoder is loaded when the first group is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from threading import Lock
from typing import Any, TypeVar

import numpy as np
from sklearn.cluster import AgglomerativeClustering

from nlu.dense import centred
from nlu.encoder import Encoder
from nlu.normalise import normalise

One = TypeVar("One")
Matrix = np.ndarray[Any, Any]
ALIKE = 0.5  # the cosine, on average, within a group; tried on what people ask beside the guide
MOST = 800
_REMEMBERED = 5000


class Likeness:
    """Groups by meaning. ``usual`` are texts of the field: what all of them share says nothing, and is taken out."""

    def __init__(self, usual: Sequence[str]) -> None:
        self._usual = [normalise(text) for text in usual]
        self._known: dict[str, Matrix] = {}
        self._alone = Lock()

    def groups(self, ones: Sequence[One], text: Callable[[One], str], most: int = MOST) -> list[tuple[One, ...]]:
        """The ones in groups of like texts, in the order of the first of each. Takes its time: call it in a thread.

        ``most`` texts are compared each with each; more stand alone.
        """
        texts = list(dict.fromkeys(normalise(text(one)) for one in ones))
        near = texts[:most]
        with self._alone:
            labels = dict(zip(near, _labels(self._rows(near)), strict=True))
        labels |= {text: f"alone {n}" for n, text in enumerate(texts[most:])}
        found: dict[str, list[One]] = defaultdict(list)
        for one in ones:
            found[labels[normalise(text(one))]].append(one)
        return [tuple(group) for group in found.values()]

    @cached_property
    def _encoder(self) -> tuple[Encoder, Any]:
        encoder = Encoder.current()
        return encoder, encoder.encode(self._usual).mean(axis=0) if self._usual else 0.0

    def _rows(self, texts: Sequence[str]) -> list[Matrix]:
        """The vectors of the texts, of length 1; those of earlier questions are remembered."""
        if len(texts) < 2:
            return [np.zeros(1) for _ in texts]
        encoder, usual = self._encoder
        new = [text for text in texts if text not in self._known]
        if len(self._known) + len(new) > _REMEMBERED:
            self._known, new = {}, list(texts)
        if new:
            self._known.update(zip(new, centred(encoder.encode(new), usual), strict=True))
        return [self._known[text] for text in texts]


def _labels(rows: Sequence[Matrix]) -> list[str]:
    if len(rows) < 2:
        return [str(n) for n in range(len(rows))]
    vectors = np.stack(rows)
    model = AgglomerativeClustering(None, affinity="precomputed", linkage="average", distance_threshold=1 - ALIKE)
    return [str(label) for label in model.fit_predict(np.clip(1 - vectors @ vectors.T, 0, 2))]
