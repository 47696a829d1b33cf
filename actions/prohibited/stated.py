"""What the citizen stated in this conversation, and which fact was asked for; kept in one slot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from knowledge.facts import DURATION, MONTHS, MOVE, PLACE, Fact


@dataclass(frozen=True)
class Stated:
    """``fresh`` are the names that this message states. ``pending`` is the case whose question the last answer asked;
    ``asked`` that one was asked in this conversation."""

    facts: tuple[Fact, ...] = ()
    fresh: tuple[str, ...] = ()
    pending: str | None = None
    asked: bool = False

    @classmethod
    def of(cls, stored: Mapping[str, Any] | None) -> Stated:
        """From the slot; nothing where it is empty."""
        if not stored:
            return cls()
        return cls(tuple(map(Fact.of, stored["facts"])), (), stored["pending"], stored["asked"])

    def stored(self) -> dict[str, Any]:
        """As JSON data, for the slot."""
        return {"facts": [fact.stored() for fact in self.facts], "pending": self.pending, "asked": self.asked}

    def hears(self, facts: Iterable[Fact], wanted: str = "", moving: bool = False) -> Stated:
        """With what was said now: it corrects what was said before. ``wanted`` is the fact that was asked for: a
        bare number of months answers it. ``moving``: the talk is about a move, and a mere place is that of the move."""
        said = [_answering(fact, wanted, moving) for fact in facts]
        new = {fact.name: fact for fact in said if fact.name not in (DURATION, PLACE)}
        return replace(self, facts=tuple({**self.known, **new}.values()), fresh=tuple(new))

    @property
    def known(self) -> dict[str, Fact]:
        """The facts by name."""
        return {fact.name: fact for fact in self.facts}


def _answering(fact: Fact, wanted: str, moving: bool) -> Fact:
    if fact.name == PLACE and moving:
        return replace(fact, name=MOVE)
    return replace(fact, name=wanted) if fact.name == DURATION and wanted in MONTHS else fact
