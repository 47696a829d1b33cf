"""Weighs the evidence: probabilities over the items and "out of scope" that can be taken at their word.

A conditional logit: each class scores the weighted sum of its evidence, one softmax over all classes. "Out of
scope" has weights of its own and a constant. Fitted on evidence that was made without the row itself
(cross-fitting), so that 0.8 is right 8 times in 10. With few rows it stays near the prior weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from scipy.special import softmax

Matrix = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Ranker:
    """``weights`` of the items' evidence, ``out`` those of out of scope, ``bias`` its constant."""

    weights: Matrix
    out: Matrix
    bias: float

    def probabilities(self, evidence: Matrix) -> Matrix:
        """(messages, classes, columns) → (messages, classes), rows that sum to 1."""
        logits = evidence @ self.weights
        logits[:, -1] = evidence[:, -1] @ self.out + self.bias
        rows: Matrix = softmax(logits, axis=1)
        return rows


def fit(evidence: Matrix, targets: Matrix, prior: Ranker, pull: float = 0.002, steps: int = 400) -> Ranker:
    """The weights that make the targets likeliest.

    Args:
        evidence: (messages, classes, columns), made without the message itself.
        targets: (messages, classes), 1 where the class is right; a message may have several.
        prior: the weights to stay near to, as the only weights where there are no messages.
        pull: how strongly, per message.
    """
    if not len(evidence):
        return prior
    x = torch.tensor(evidence, dtype=torch.float32)
    right = torch.tensor(targets, dtype=torch.bool)
    start = torch.tensor(np.concatenate([prior.weights, prior.out, [prior.bias]]), dtype=torch.float32)
    learned = start.clone().requires_grad_()
    size = len(prior.weights)
    optimiser = torch.optim.Adam([learned], lr=0.05)
    for _ in range(steps):
        optimiser.zero_grad()
        items = x[:, :-1] @ learned[:size]
        out = x[:, -1] @ learned[size : 2 * size] + learned[-1]
        logs = torch.log_softmax(torch.cat([items, out[:, None]], dim=1), dim=1)
        loss = -torch.logsumexp(logs.masked_fill(~right, -torch.inf), dim=1).mean()
        loss = loss + pull * (100 / (100 + len(x))) * ((learned - start) ** 2).sum()
        loss.backward()
        optimiser.step()
    final = learned.detach().numpy().astype(np.float64)
    return Ranker(final[:size], final[size : 2 * size], float(final[-1]))
