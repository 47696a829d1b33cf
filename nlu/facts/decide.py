"""What was stated, from the word lists and the hearing together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from knowledge.facts import MONTHS, Fact
from knowledge.prohibited import Ground
from nlu.facts.kinds import kind_of, value_of


@dataclass(frozen=True)
class Limits:
    """Probabilities.

    From ``suspected`` on a ground is read (``nlu.facts.weigh``). A fact is heard from ``stated`` on where the word
    lists find none, or another value of it; below ``denied`` the lists are not believed, where a word of the message
    leaves doubt (听说, 邻居, 要是) below ``doubted``.
    """

    suspected: float
    stated: float
    denied: float
    doubted: float


def decide(
    found: Iterable[Fact],
    chances: Mapping[Ground, float],
    limits: Limits,
    words: Callable[[Ground], str],
    doubtful: bool = False,
) -> tuple[Fact, ...]:
    """The facts of a message.

    Args:
        found: what the word lists find, one fact of a name.
        chances: the probability of each ground that is learned.
        limits: when to hear, and when to disbelieve the lists.
        words: for a ground that only the hearing found, the words of the message that state it.
        doubtful: whether a word of the message leaves doubt.

    Returns:
        The facts by name. A number of months that the lists find can be disbelieved, and never becomes another.
    """
    meant = {fact.name: fact for fact in found}
    denied = limits.doubted if doubtful else limits.denied
    for ground, chance in chances.items():
        fact = meant.get(ground.fact)
        if fact and kind_of(fact) == ground.value:
            if chance < denied:
                del meant[ground.fact]
        elif not (fact and ground.fact in MONTHS) and chance >= limits.stated:
            meant[ground.fact] = Fact(ground.fact, value_of(ground.value), words(ground))
    return tuple(meant.values())
