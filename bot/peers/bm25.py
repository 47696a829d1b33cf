"""The peer that looks up: BM25 over jieba words; the item of the nearest training question."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

import bm25s
import numpy as np

from bot.peers.peer import Ranking, Taught
from nlu.normalise import normalise
from nlu.words import cut

logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets itself to DEBUG


class BM25:
    """An item scores what its nearest question scores; ``out`` is the lead of the nearest out-of-scope question."""

    name = "BM25"

    def __init__(self) -> None:
        self._index: Any = None
        self._numbers: list[int] = []
        self._place_of: np.ndarray[Any, Any] = np.zeros(0, dtype=int)

    def train(self, questions: Sequence[Taught]) -> None:
        """Indexes the words of the questions."""
        self._numbers = sorted({one.item for one in questions if one.item is not None})
        places = {number: place for place, number in enumerate(self._numbers)}
        self._place_of = np.array([len(places) if one.item is None else places[one.item] for one in questions])
        self._index = bm25s.BM25()
        self._index.index([_words(one.text) for one in questions], show_progress=False)

    def rank(self, text: str) -> Ranking:
        """The items that share a word with the message."""
        words = _words(text)
        if not words:
            return Ranking((), 0.0)
        best = np.zeros(len(self._numbers) + 1)
        np.maximum.at(best, self._place_of, self._index.get_scores(words))
        order = [int(place) for place in np.argsort(-best[:-1], kind="stable") if best[place] > 0]
        return Ranking(tuple(self._numbers[place] for place in order), float(best[-1] - best[:-1].max()))


def _words(text: str) -> list[str]:
    return cut(normalise(text))
