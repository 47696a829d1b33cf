"""Evidence by meaning: a small network on the vectors of the sentence encoder."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from scipy.special import log_softmax

from nlu.evidence import Batch, folded

Matrix = np.ndarray[Any, Any]
# Vectors of length 1 are too short for a network to start with. The width of the inner layer, and the share of its
# units that is left out in turn.
_SCALE, _HIDDEN, _LEFT_OUT = 8.0, 384, 0.3
_EPOCHS, _BATCH, _RATE = 20, 256, 4e-3


class Meaning:
    """Log-probabilities of the items and of the topics out of scope, these folded into one."""

    names = ("meaning",)

    def __init__(self, batch: Batch, labels: Matrix, items: int, weights: Matrix) -> None:
        self._items = items
        self._known, classes = np.unique(labels, return_inverse=True)
        self._layers = _fit(batch.dense * _SCALE, classes, len(self._known), weights)

    def score(self, batch: Batch) -> Matrix:
        """See Evidence."""
        (first, shift), (second, bias) = self._layers
        inner = torch.nn.functional.gelu(torch.from_numpy(batch.dense * _SCALE @ first.T + shift)).numpy()
        found: Matrix = folded(log_softmax(inner @ second.T + bias, axis=1), self._known, self._items)
        return found


def _fit(rows: Matrix, classes: Matrix, count: int, weights: Matrix) -> tuple[tuple[Matrix, Matrix], ...]:
    """The weights and shifts of both layers, by gradient descent with a rate that rises and falls once."""
    torch.manual_seed(7)
    torch.set_num_threads(1)  # it is fitted beside other things, and comes out the same on every machine
    network = torch.nn.Sequential(
        torch.nn.Dropout(_LEFT_OUT),
        torch.nn.Linear(rows.shape[1], _HIDDEN),
        torch.nn.GELU(),
        torch.nn.Dropout(_LEFT_OUT),
        torch.nn.Linear(_HIDDEN, count),
    )
    x, y, share = torch.from_numpy(rows), torch.from_numpy(classes), torch.from_numpy(weights).float()
    optimiser = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, epochs=_EPOCHS, steps_per_epoch=-(-len(x) // _BATCH))
    for _ in range(_EPOCHS):
        for part in torch.randperm(len(x)).split(_BATCH):
            output = network(x[part])
            losses = torch.nn.functional.cross_entropy(output, y[part], reduction="none", label_smoothing=0.05)
            optimiser.zero_grad()
            (losses * share[part]).mean().backward()
            optimiser.step()
            rate.step()
    layers = [layer for layer in network if isinstance(layer, torch.nn.Linear)]
    return tuple((layer.weight.detach().numpy(), layer.bias.detach().numpy()) for layer in layers)
