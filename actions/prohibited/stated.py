"""What the citizen stated in this conversation, and which fact was asked for; kept in one slot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from actions.phrases import says
from actions.relatives import person_of
from knowledge.facts import DURATION, MONTHS, MOVE, PLACE, Fact, Span


@dataclass(frozen=True)
class Stated:
    """``fresh`` are the names that this message states. ``pending`` is the case whose question the last answer asked;
    ``asked`` that one was asked in this conversation. ``whose`` says of whom a fact was stated, by its name, where the
    message named somebody."""

    facts: tuple[Fact, ...] = ()
    fresh: tuple[str, ...] = ()
    pending: str | None = None
    asked: bool = False
    whose: Mapping[str, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, stored: Mapping[str, Any] | None) -> Stated:
        """From the slot; nothing where it is empty."""
        if not stored:
            return cls()
        facts = tuple(map(Fact.of, stored["facts"]))
        return cls(facts, (), stored["pending"], stored["asked"], stored.get("whose") or {})

    def stored(self) -> dict[str, Any]:
        """As JSON data, for the slot."""
        facts = [fact.stored() for fact in self.facts]
        return {"facts": facts, "pending": self.pending, "asked": self.asked, "whose": dict(self.whose)}

    def hears(self, facts: Iterable[Fact], text: str = "", wanted: str = "", moving: bool = False) -> Stated:
        """With what the text says now: it corrects what was said before, and months elsewhere (还交过五个月) are added.

        ``wanted`` is the fact that was asked for: a bare number of months answers it. ``moving``: the talk is about a
        move, and a mere place is that of the move.
        """
        said = [_answering(fact, wanted, moving) for fact in facts]
        new = {fact.name: fact for fact in said if fact.name not in (DURATION, PLACE)}
        if says(text, "elsewhere_too"):
            new = {name: _added(self.known.get(name), fact) for name, fact in new.items()}
        whose = {name: self.whose.get(name) for name in self.known} | dict.fromkeys(new, person_of(text))
        return replace(self, facts=tuple({**self.known, **new}.values()), fresh=tuple(new), whose=whose)

    def of_person(self, person: str | None) -> Stated:
        """Without what was stated of others; without everything where the person has no name (那我呢)."""
        kept = [fact for fact in self.facts if person and self.whose.get(fact.name) == person]
        return replace(self, facts=tuple(kept))

    def without_others(self, person: str | None) -> Stated:
        """Without what was stated of somebody else by name; what was stated of nobody by name stays."""
        kept = [fact for fact in self.facts if self.whose.get(fact.name) in (None, person)]
        return replace(self, facts=tuple(kept))

    @property
    def known(self) -> dict[str, Fact]:
        """The facts by name."""
        return {fact.name: fact for fact in self.facts}


def _added(before: Fact | None, now: Fact) -> Fact:
    """Months that are paid elsewhere too, with those that were stated before."""
    if before is None or not (isinstance(before.value, Span) and isinstance(now.value, Span)):
        return now
    value = Span(before.value.least + now.value.least, before.value.most + now.value.most)
    return replace(now, value=value, words=f"{before.words}，{now.words}")


def _answering(fact: Fact, wanted: str, moving: bool) -> Fact:
    if fact.name == PLACE and moving:
        return replace(fact, name=MOVE)
    return replace(fact, name=wanted) if fact.name == DURATION and wanted in MONTHS else fact
