"""The hearing and the reader together: one probability a ground.

The reader tells best whether what is said is so; the hearing tells best which of two kindred facts is spoken of
(somebody's card used, false papers used) and knows numbers of months.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from knowledge.facts import MONTHS, Fact
from knowledge.prohibited import Ground
from nlu.facts.decide import Limits
from nlu.facts.kinds import kind_of

Chances = Mapping[Ground, float]
# A fact that only the reader finds must be this likely, by the hearing, beside the likeliest that is read.
_BESIDE = 0.5


def suspected(found: Collection[Fact], heard: Chances, limits: Limits) -> bool:
    """Whether the message is worth reading: the lists or the hearing find something in it."""
    return bool(found) or max(heard.values(), default=0.0) >= limits.suspected


def weigh(found: Collection[Fact], heard: Chances, read: Chances, limits: Limits) -> Chances:
    """The probability of each ground.

    Args:
        found: what the word lists find.
        heard: by the hearing, all grounds.
        read: by the reader, all grounds.
        limits: from where on a ground is suspected, and stated.

    Returns:
        The reader's where a ground is suspected, else the hearing's; that also on numbers which the lists find.
    """
    listed = {Ground(fact.name, kind_of(fact)) for fact in found}
    counted = {fact.name for fact in found if fact.name in MONTHS}
    stated = [heard[ground] for ground, chance in read.items() if chance >= limits.stated]
    least = max([limits.suspected, *(_BESIDE * chance for chance in stated if chance >= limits.suspected)])
    readable = {
        ground: chance
        for ground, chance in read.items()
        if ground.fact not in counted and (ground in listed or heard[ground] >= least)
    }
    return {**heard, **readable}
