"""What to do with the probabilities: answer, ask back, or say it is out of scope. Thresholds: config.yml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

Matrix = np.ndarray[Any, Any]
Band = Literal["answer", "ask", "out"]


@dataclass(frozen=True)
class Thresholds:
    """``out_above``: out of scope from this probability on. ``answer_above``: the best item's share among the
    items. ``twin_above``: the same among the items of its family, where no scheme was said."""

    out_above: float
    answer_above: float
    twin_above: float


@dataclass(frozen=True)
class Decision:
    """The band, and the items with their calibrated probability, best first."""

    band: Band
    ranked: tuple[tuple[int, float], ...]


def decide(
    row: Matrix,
    numbers: Sequence[int],
    families: Mapping[int, str],
    thresholds: Thresholds,
    most: int = 5,
) -> Decision:
    """The decision on one row of probabilities, "out of scope" last."""
    order = np.argsort(-row[:-1])
    ranked = tuple((numbers[n], float(row[n])) for n in order[:most])
    if row[-1] >= thresholds.out_above:
        return Decision("out", ranked)
    best = order[0]
    among_items = row[best] / max(row[:-1].sum(), 1e-9)
    family = [n for n, number in enumerate(numbers) if families[number] == families[numbers[best]]]
    among_twins = row[best] / max(row[family].sum(), 1e-9)
    sure = among_items >= thresholds.answer_above and among_twins >= thresholds.twin_above
    return Decision("answer" if sure else "ask", ranked)
