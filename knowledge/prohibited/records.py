"""The records of rules.yml: what a centre says of each prohibited case beside the guide's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Ground:
    """A fact with a value, one of ``knowledge.facts.CHOICES``."""

    fact: str
    value: str


@dataclass(frozen=True)
class Number:
    """A number of the rules: valid from a day on, as its source prints it."""

    value: int
    since: date
    source: str


@dataclass(frozen=True)
class Lawful:
    """What can be done instead, in the guide's own words: of that item, or of the case itself."""

    quote: str
    item: int | None = None


@dataclass(frozen=True)
class Parameters:
    """What a check is given.

    ``any_of`` and ``unless`` are for ``stated``; ``months`` names the fact and ``limit`` the number for the others.
    ``silent_on`` are facts on which the guide says nothing: they never decide.
    """

    any_of: tuple[Ground, ...] = ()
    unless: tuple[Ground, ...] = ()
    silent_on: tuple[Ground, ...] = ()
    months: str = ""
    limit: tuple[Number, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The names of the facts that decide."""
        return (self.months,) if self.months else tuple(dict.fromkeys(ground.fact for ground in self.any_of))


@dataclass(frozen=True, kw_only=True)
class CaseRule:
    """One case as a rule.

    ``items`` are the matters it is decided for, the case's own first. ``named_by`` are patterns by which a message
    names its matter, ``never_with`` patterns that make it another matter. ``plain`` is the case in plain words.
    ``lawful`` is empty where the guide does not say what can be done. ``ask`` is the question for what is missing,
    ``replies`` are answers to it that can be tapped; ``ask_first``: ask even where nothing was stated yet.
    ``states_only``: the answer states the rule and says nothing of what the citizen did.
    """

    case: str
    check: str
    parameters: Parameters
    plain: str
    items: tuple[int, ...]
    named_by: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()
    lawful: tuple[Lawful, ...] = ()
    ask: str
    replies: tuple[str, ...] = ()
    ask_first: bool = False
    states_only: bool = False


def in_force(numbers: Sequence[Number], day: date) -> int | None:
    """The number in force on that day; None before the first: an older day never silently gets a later number."""
    known = [number for number in numbers if number.since <= day]
    return max(known, key=lambda number: number.since).value if known else None
