"""Messages as bags of what they are written with, say and sound like: TF-IDF, three views side by side."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from nlu.said import Said

# What each view weighs, beside the others.
VIEWS = (("characters", 1.0), ("words", 0.7), ("sounds", 0.7))


class LexicalSpace:
    """Learns the terms that occur in at least ``rarest`` messages."""

    def __init__(self, rarest: int = 3) -> None:
        self._views = [
            (
                TfidfVectorizer(analyzer=attrgetter(view), sublinear_tf=True, min_df=rarest, dtype=np.float32),
                weight,
            )
            for view, weight in VIEWS
        ]

    def fit(self, messages: Sequence[Said]) -> csr_matrix:
        """Learns the terms of the messages; returns them as rows."""
        return _beside([view.fit_transform(messages) * weight for view, weight in self._views])

    def transform(self, messages: Sequence[Said]) -> csr_matrix:
        """The messages as rows; terms not learned are left out."""
        return _beside([view.transform(messages) * weight for view, weight in self._views])


def _beside(parts: list[csr_matrix]) -> csr_matrix:
    return hstack(parts, format="csr", dtype=np.float32)
