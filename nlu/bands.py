"""What to do with the probabilities: answer, ask back, or say it is out of scope. Thresholds: config.yml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Band = Literal["answer", "ask", "out"]


@dataclass(frozen=True)
class Thresholds:
    """When each band is taken.

    ``out_above``: probability of "out of scope" from which on it is said. ``answer_above``: the least share of the
    best item among all items. ``open_above``: probability that the message leaves the scheme open, from which on
    the scheme is asked; not, though, where the best item has a share of ``alone_above`` among those asked about.
    ``bare_out_above``: ``out_above`` of a message that names no matter, where that is lower: an item for it would be a
    guess.
    """

    out_above: float
    answer_above: float
    open_above: float
    alone_above: float
    bare_out_above: float

    def out_from(self, bare: bool) -> float:
        """The probability of "out of scope" from which on it is said."""
        return min(self.out_above, self.bare_out_above) if bare else self.out_above


@dataclass(frozen=True)
class Decision:
    """The band, and the items with their calibrated probability, best first.

    In "ask" the items to ask about come first; ``between`` says how many of them there are.
    """

    band: Band
    ranked: tuple[tuple[int, float], ...]
    between: int = 0


def decide(
    chances: Mapping[int, float],
    out: float,
    thresholds: Thresholds,
    open_: float = 0.0,
    group: Sequence[int] = (),
    bare: bool = False,
    most: int = 5,
) -> Decision:
    """The decision on one message.

    Args:
        chances: the probability of each item.
        out: that of out of scope; together they are 1.
        open_: probability that the message leaves open which of the ``group`` is meant.
        group: the items between which it is left open, the likeliest first; empty if the best item is in none.
        bare: whether the message names no matter.
        most: how many items the decision names.
    """
    ranked = sorted(chances, key=lambda number: -chances[number])[:most]
    if out >= thresholds.out_from(bare):
        return _decision("out", ranked, chances)
    alone = chances[ranked[0]] >= thresholds.alone_above * sum(chances[number] for number in group)
    if open_ >= thresholds.open_above and not alone:
        both = [*group, *(n for n in ranked if n not in group)]
        return _decision("ask", both[:most], chances, between=len(group))
    sure = chances[ranked[0]] / max(sum(chances.values()), 1e-9) >= thresholds.answer_above
    return _decision("answer", ranked, chances) if sure else _decision("ask", ranked, chances, between=most - 1)


def _decision(band: Band, ranked: Sequence[int], chances: Mapping[int, float], between: int = 0) -> Decision:
    return Decision(band, tuple((number, chances[number]) for number in ranked), between)
