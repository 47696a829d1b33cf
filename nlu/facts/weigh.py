"""The hearing and the reader together: one probability a ground.

The reader tells best whether what is said is so, and whose fact it is; the hearing tells best what is spoken of at all,
and which of two kindred facts (somebody's card used, false papers used). Either alone claims too much.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from knowledge.facts import MONTHS, MOVE, Fact
from knowledge.prohibited import Ground
from nlu.facts.decide import Limits

Chances = Mapping[Ground, float]


def suspected(found: Collection[Fact], heard: Chances, limits: Limits) -> bool:
    """Whether the message is worth reading: the lists or the hearing find something in it."""
    return bool(found) or max(heard.values(), default=0.0) >= limits.suspected


def weigh(found: Collection[Fact], heard: Chances, read: Chances) -> Chances:
    """The probability of each ground.

    Args:
        found: what the word lists find.
        heard: by the hearing, all grounds.
        read: by the reader, all grounds.

    Returns:
        The mean of both; of numbers of months that the lists find the hearing's, which judges them better, and of a
        move: which places lie in the province is on no reader's mind.
    """
    counted = {fact.name for fact in found if fact.name in (*MONTHS, MOVE)}
    return {
        ground: chance if ground.fact in counted else (chance + read[ground]) / 2 for ground, chance in heard.items()
    }
