"""Weighs the evidence: probabilities over the items and "out of scope" that can be taken at their word.

Two questions, one after the other. Which item, if any: a conditional logit, each item scores the weighted sum of its
evidence, one softmax over all. And whether it is any: a logistic gate that looks at what speaks for "out of scope",
for the best item, and at the most that any item has of each kind. Both are fitted on evidence that was made without
the row itself (cross-fitting), so that 0.8 is right 8 times in 10.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from scipy.special import expit, softmax
from sklearn.linear_model import LogisticRegression

Matrix = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Ranker:
    """``weights`` of the items' evidence; ``gate`` those of ``_sides``, and ``bias`` its constant."""

    weights: Matrix
    gate: Matrix
    bias: float

    @classmethod
    def untaught(cls, weights: Matrix, bias: float) -> Ranker:
        """Out of scope is what the best item has too little evidence for: less than ``bias`` by the same weights."""
        none = np.zeros_like(weights)
        return cls(weights, np.concatenate([none, -weights, none]), bias)

    def probabilities(self, evidence: Matrix) -> Matrix:
        """(messages, classes, columns) → (messages, classes), rows that sum to 1."""
        items = _among(evidence, self.weights)
        out = expit(_sides(evidence, items) @ self.gate + self.bias)[:, None]
        rows: Matrix = np.hstack([items * (1 - out), out])
        return rows


def fit(evidence: Matrix, targets: Matrix, prior: Ranker, pull: float = 0.002, steps: int = 400) -> Ranker:
    """The weights that make the targets likeliest.

    Args:
        evidence: (messages, classes, columns), made without the message itself.
        targets: (messages, classes), 1 where the class is right; a message may have several.
        prior: the item weights to stay near to where there are few messages, and all weights where there are none.
        pull: how strongly, per message.
    """
    outside = targets[:, -1] == 1
    if outside.all():  # also where there are no messages
        return prior
    weights = _weights(evidence[~outside, :-1], targets[~outside, :-1], prior.weights, pull, steps)
    sides = _sides(evidence, _among(evidence, weights))
    if not outside.any():
        return Ranker(weights, prior.gate, prior.bias)
    mean, spread = sides.mean(axis=0), sides.std(axis=0) + 1e-6
    model = LogisticRegression(C=0.1, max_iter=1000).fit((sides - mean) / spread, outside)
    gate = model.coef_[0] / spread
    return Ranker(weights, gate, float(model.intercept_[0] - gate @ mean))


def _among(evidence: Matrix, weights: Matrix) -> Matrix:
    """Which item, if any: (messages, items), rows that sum to 1."""
    items: Matrix = softmax(evidence[:, :-1] @ weights, axis=1)
    return items


def _sides(evidence: Matrix, items: Matrix) -> Matrix:
    """What the gate looks at: the evidence for out of scope, for the best item, and the most of each kind."""
    best = evidence[np.arange(len(evidence)), items.argmax(axis=1)]
    return np.hstack([evidence[:, -1], best, evidence[:, :-1].max(axis=1)])


def _weights(evidence: Matrix, targets: Matrix, start: Matrix, pull: float, steps: int) -> Matrix:
    x, right = torch.tensor(evidence, dtype=torch.float32), torch.tensor(targets, dtype=torch.bool)
    near = torch.tensor(start, dtype=torch.float32)
    learned = near.clone().requires_grad_()
    optimiser = torch.optim.Adam([learned], lr=0.05)
    for _ in range(steps):
        optimiser.zero_grad()
        logs = torch.log_softmax(x @ learned, dim=1)
        loss = -torch.logsumexp(logs.masked_fill(~right, -torch.inf), dim=1).mean()
        loss = loss + pull * (100 / (100 + len(x))) * ((learned - near) ** 2).sum()
        loss.backward()
        optimiser.step()
    final: Matrix = learned.detach().numpy().astype(np.float64)
    return final
