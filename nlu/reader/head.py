"""The last layer of the reader: one logistic output a fact that decides, on the centred vector of a message."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import dropout, normalize

# Unit vectors are stretched to this length: a head on length 1 would need weights that take long to learn.
_LENGTH = 8.0
_LEFT_OUT = 0.3


class Head(nn.Module):
    """Vectors of messages → one logit a fact."""

    mean: Tensor

    def __init__(self, width: int, facts: int) -> None:
        super().__init__()
        self.linear = nn.Linear(width, facts)
        self.register_buffer("mean", torch.zeros(width))

    def forward(self, vectors: Tensor) -> Tensor:
        """(messages, width) → (messages, facts)."""
        seen = _LENGTH * normalize(vectors - self.mean, dim=1)
        found: Tensor = self.linear(dropout(seen, _LEFT_OUT, self.training))
        return found
