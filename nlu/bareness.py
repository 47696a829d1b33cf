"""Whether a message says no matter at all: 那要几天, 带啥去. Such a message is about what was talked of before.

Learned from the ways to ask about any matter (aspects.yml, follow_ups.yml) against the questions that name one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression


@dataclass(frozen=True)
class Bareness:
    """Without a model nothing is bare."""

    model: LogisticRegression | None

    def probability(self, features: csr_matrix) -> float:
        """That the one message of the row names no matter, 0 to 1."""
        return float(self.model.predict_proba(features)[0, 1]) if self.model else 0.0


def fit(features: csr_matrix, bare: Sequence[bool]) -> Bareness:
    """Learns from rows that are bare and rows that are not; without both there is nothing to learn."""
    labels = np.array(bare, dtype=bool)
    if not labels.any() or labels.all():
        return Bareness(None)
    model = LogisticRegression(C=3, solver="liblinear", class_weight="balanced")
    return Bareness(model.fit(features, labels))
