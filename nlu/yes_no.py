"""A yes or no about a message by itself, learned from rows that are one and rows that are not.

Bare: it says no matter at all (那要几天, 带啥去), like the ways to ask about any matter (aspects.yml, follow_ups.yml).
Hanging: it goes on about something and cannot be understood without it (他没身份证呢，正补办; hanging.yml), unlike what
is about something else of which the guide knows nothing (公积金也一块转呗).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression


@dataclass(frozen=True)
class YesNo:
    """Without a model the answer is no."""

    model: LogisticRegression | None

    def probability(self, features: csr_matrix) -> float:
        """Of yes for the one message of the row, 0 to 1."""
        return float(self.model.predict_proba(features)[0, 1]) if self.model else 0.0


def fit(features: csr_matrix, answers: Sequence[bool]) -> YesNo:
    """Learns from rows of both kinds; without both there is nothing to learn."""
    labels = np.array(answers, dtype=bool)
    if not labels.any() or labels.all():
        return YesNo(None)
    model = LogisticRegression(C=3, solver="liblinear", class_weight="balanced")
    return YesNo(model.fit(features, labels))
