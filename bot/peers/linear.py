"""The peer that separates: TF-IDF of one to three characters and a linear support vector machine."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.svm import LinearSVC

from bot.peers.peer import Ranking, Taught
from nlu.normalise import normalise

_OUT = 0  # items are numbered from 1


class Linear:
    """One class an item and one out of scope; ``out`` is how far on its own side of the border that class is."""

    name = "TF-IDF + SVC"

    def __init__(self) -> None:
        characters = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), preprocessor=normalise, sublinear_tf=True)
        self._model: Pipeline = make_pipeline(characters, LinearSVC(random_state=7))

    def train(self, questions: Sequence[Taught]) -> None:
        """Fits the borders, each class against the rest."""
        self._model.fit([one.text for one in questions], [one.item or _OUT for one in questions])

    def rank(self, text: str) -> Ranking:
        """All items."""
        scores = dict(zip(self._model.classes_.tolist(), self._model.decision_function([text])[0], strict=True))
        out = float(scores.pop(_OUT, -np.inf))
        return Ranking(tuple(sorted(scores, key=lambda number: -scores[number])), out)
