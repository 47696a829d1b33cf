"""Whether a message leaves open what decides: it fits several items, and nothing in it says which.

Learned from the ambiguous questions against the plain ones about the same items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

Matrix = np.ndarray[Any, Any]
# In how many questions people must have left it open between the same items.
_TAUGHT = 3


@dataclass(frozen=True)
class Openness:
    """``groups`` are the sets of items between which people leave it open; empty where none was taught."""

    groups: tuple[frozenset[int], ...]
    model: LogisticRegression | None

    def probability(self, features: csr_matrix) -> float:
        """That the one message of the row leaves it open, 0 to 1."""
        return float(self.model.predict_proba(features)[0, 1]) if self.model else 0.0

    def group_of(self, number: int, chances: dict[int, float]) -> tuple[int, ...]:
        """The likeliest group that holds the item, its members likeliest first; empty if none holds it.

        That is the largest of several, however unlikely its last member: whoever leaves it open may be that one.
        """
        holding = [group for group in self.groups if number in group]
        if not holding:
            return ()
        likeliest = max(holding, key=lambda group: sum(chances.get(n, 0.0) for n in group))
        return tuple(sorted(likeliest, key=lambda n: -chances.get(n, 0.0)))


def fit(features: csr_matrix, items: Sequence[tuple[int, ...]]) -> Openness:
    """Learns from rows with the items that each fits; rows of items in no group teach nothing."""
    taught = Counter(frozenset(some) for some in items if len(some) > 1)
    groups = tuple(sorted((group for group, times in taught.items() if times >= _TAUGHT), key=sorted))
    grouped = frozenset[int]().union(*groups)
    rows = [n for n, some in enumerate(items) if grouped.intersection(some)]
    open_ = np.array([len(items[n]) > 1 for n in rows])
    if not open_.any() or open_.all():
        return Openness(groups, None)
    model = LogisticRegression(C=1, solver="liblinear", class_weight="balanced")
    return Openness(groups, model.fit(features[rows], open_))
