"""How honest the probabilities are, and what each threshold would cost: measured on messages not learned from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Matrix = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Bin:
    """The messages whose score lies in one tenth: how many, their mean score, the share that is right."""

    count: int
    sure: float
    right: float


def bins(sure: Sequence[float], right: Sequence[bool], number: int = 10) -> tuple[Bin, ...]:
    """The reliability diagram: scores 0 to 1 in equal steps, empty steps left out."""
    scores, hits = np.asarray(sure, dtype=float), np.asarray(right, dtype=float)
    step = np.minimum((scores * number).astype(int), number - 1)
    inside = [step == n for n in range(number)]
    return tuple(Bin(int(m.sum()), float(scores[m].mean()), float(hits[m].mean())) for m in inside if m.any())


def expected_error(sure: Sequence[float], right: Sequence[bool], number: int = 10) -> float:
    """Expected calibration error: how far, on average, a score is from how often it is right. 0 without messages."""
    found = bins(sure, right, number)
    return sum(one.count * abs(one.sure - one.right) for one in found) / max(sum(one.count for one in found), 1)


@dataclass(frozen=True)
class Cost:
    """What a threshold for "out of scope" does: questions refused wrongly and rightly, as shares."""

    out_above: float
    refused_wrongly: float
    refused_rightly: float


def costs(out: Matrix, outside: Matrix, thresholds: Sequence[float]) -> tuple[Cost, ...]:
    """The cost of each threshold.

    Args:
        out: the probability of "out of scope" of each message.
        outside: whether it is.
    """
    refused = [(threshold, out >= threshold) for threshold in thresholds]
    return tuple(Cost(t, float(r[~outside].mean()), float(r[outside].mean())) for t, r in refused)


def best(found: Sequence[Cost]) -> Cost:
    """The threshold that errs least, a question refused wrongly weighing twice: it sends a person away."""
    return min(found, key=lambda cost: 2 * cost.refused_wrongly + 1 - cost.refused_rightly)
