"""The intent of a message, learned twice: from what is written and from what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

Matrix = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Intents:
    """Two logistic models of the same intents: on what is written (lexical rows) and on what is meant (dense rows)."""

    written: LogisticRegression
    meant: LogisticRegression

    @property
    def names(self) -> Matrix:
        """The intents, in the order of the probabilities; "out_of_scope" is one of them where it was taught."""
        found: Matrix = self.written.classes_
        return found

    def probabilities(self, lexical: csr_matrix, dense: Matrix) -> Matrix:
        """(messages, intents), rows that sum to 1: the mean of both, which makes fewer errors than either."""
        both = self.written.predict_proba(lexical) + self.meant.predict_proba(dense)
        rows: Matrix = both / 2
        return rows


def fit(lexical: csr_matrix, dense: Matrix, intents: Sequence[str]) -> Intents:
    """Learns from rows with their intents, rare ones as much as common ones.

    liblinear on the many lexical features: it takes seconds where lbfgs takes a minute.
    """
    written = LogisticRegression(C=10, solver="liblinear", multi_class="ovr", class_weight="balanced", tol=0.001)
    meant = LogisticRegression(max_iter=200, class_weight="balanced")
    written.fit(lexical, intents)
    written.coef_ = written.coef_.astype(np.float32)  # half the memory; the probabilities stay
    return Intents(written, meant.fit(dense, intents))
