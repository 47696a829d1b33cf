"""Low-rank additions to the linear layers of a transformer: W + 2·B·A, of which only A and B are taught."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

_SCALE = 2.0
_DOWN, _UP = ".down", ".up"


class LowRank(nn.Module):
    """A frozen linear layer and its addition, at first nothing."""

    def __init__(self, frozen: nn.Linear, rank: int, left_out: float) -> None:
        super().__init__()
        self.frozen = frozen.requires_grad_(False)
        self.down = nn.Parameter(torch.randn(rank, frozen.in_features) / math.sqrt(frozen.in_features))
        self.up = nn.Parameter(torch.zeros(frozen.out_features, rank))
        self.left_out = nn.Dropout(left_out)

    def forward(self, rows: Tensor) -> Tensor:
        """(…, inputs) → (…, outputs)."""
        added: Tensor = linear(linear(self.left_out(rows), self.down), self.up)
        found: Tensor = self.frozen(rows) + _SCALE * added
        return found


def attach(network: nn.Module, rank: int, left_out: float) -> None:
    """Freezes the network, and gives each linear layer of its encoder an addition."""
    network.requires_grad_(False)
    for name, layer in list(_linear(network)):
        parent, _, own = name.rpartition(".")
        setattr(network.get_submodule(parent), own, LowRank(layer, rank, left_out))


def resume(network: nn.Module, learned: Mapping[str, Tensor]) -> None:
    """Sets attached additions to what was taught before.

    Raises:
        KeyError: there are no factors for a layer of the network.
    """
    with torch.no_grad():
        for name, module in network.named_modules():
            if isinstance(module, LowRank):
                module.down.copy_(learned[name + _DOWN])
                module.up.copy_(learned[name + _UP])


def factors(network: nn.Module) -> dict[str, Tensor]:
    """What was taught, in half precision, by layer and factor."""
    found = {}
    for name, module in network.named_modules():
        if isinstance(module, LowRank):
            found[name + _DOWN], found[name + _UP] = module.down.detach().half().cpu(), module.up.detach().half().cpu()
    return found


def merge(network: nn.Module, learned: Mapping[str, Tensor]) -> None:
    """Adds what was taught to the weights of a network without additions.

    Raises:
        KeyError: there are no factors for a layer of the network.
    """
    with torch.no_grad():
        for name, layer in _linear(network):
            layer.weight += _SCALE * learned[name + _UP].float() @ learned[name + _DOWN].float()


def _linear(network: nn.Module) -> Iterator[tuple[str, nn.Linear]]:
    for name, module in network.named_modules():
        if isinstance(module, nn.Linear) and name.startswith("encoder."):
            yield name, module
