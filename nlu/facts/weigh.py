"""The hearing and the reader together: one probability a ground.

The reader tells best whether what is said is so, and whose fact it is; the hearing tells best what is spoken of at all,
and which of two kindred facts (somebody's card used, false papers used). Either alone claims too much.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from knowledge.facts import Fact
from knowledge.prohibited import Ground
from nlu.facts.decide import Limits

Chances = Mapping[Ground, float]


def suspected(found: Collection[Fact], heard: Chances, limits: Limits) -> bool:
    """Whether the message is worth reading: the lists or the hearing find something in it."""
    return bool(found) or max(heard.values(), default=0.0) >= limits.suspected


def weigh(heard: Chances, read: Chances) -> Chances:
    """The probability of each ground: the mean of what was heard and what was read, all grounds each.

    A greater share of the reader finds more, and claims more of plain questions (俺爹没了那个钱咋整).
    """
    return {ground: (chance + read[ground]) / 2 for ground, chance in heard.items()}
