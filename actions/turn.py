"""What Rasa understood of one message, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from actions import slots
from actions.answer import Ranked
from actions.talk import Talk
from knowledge.facts import Fact
from knowledge.guide import Guide

Band = Literal["answer", "ask", "out"]
Reads = Literal["bare", "unclear", "named"]
SHORT = 24
NO_ASPECT = "overview"
TOLERANCE = "tolerance"
ASPECTS = ("materials", "channel", "time_limit", "eligibility", "phone_office", "amount")


@dataclass(frozen=True)
class Turn:
    """One message understood.

    ``aspects`` are the one or two things that are asked, the surest first. ``band`` is the retriever's judgement
    by the thresholds of config.yml, ``between`` how many of the first candidates it would ask about, ``reads``
    whether the message alone says what it is about. ``talk`` is what came before, ``day`` today, ``facts`` what the
    message states.
    """

    text: str
    intent: str
    aspects: tuple[str, ...]
    ranked: tuple[Ranked, ...]
    band: Band
    between: int
    reads: Reads
    talk: Talk
    day: date
    facts: tuple[Fact, ...] = ()

    @property
    def goes_on(self) -> bool:
        """Whether it goes on about what came before: it names no matter, or is a short question that may not."""
        return self.reads == "bare" or (
            self.reads == "unclear" and self.intent != NO_ASPECT and len(self.text) <= SHORT
        )

    @classmethod
    def of(cls, tracker: Any, guide: Guide) -> Turn:
        """The turn of a rasa_sdk tracker. Candidates that the guide does not know are dropped."""
        message = tracker.latest_message or {}
        found = message.get(slots.RETRIEVAL) or {}
        titles = {item.number: item.title for item in guide.items}
        intent = (message.get("intent") or {}).get("name") or NO_ASPECT
        return cls(
            text=message.get("text") or "",
            intent=intent,
            aspects=_aspects(intent, message.get("intent_ranking") or ()),
            ranked=tuple(
                Ranked(row["number"], titles[row["number"]], row["score"])
                for row in found.get("ranked", ())
                if row["number"] in titles
            ),
            band=found.get("band", "out"),
            between=found.get("between", 0),
            reads=found.get("reads", "named"),
            talk=Talk.of(tracker.get_slot(slots.TALK)),
            day=_day(tracker),
            facts=tuple(map(Fact.of, message.get(slots.FACTS) or ())),
        )


def _day(tracker: Any) -> date:
    """Today as the channel said it with the message: actions have no clock."""
    said = (event for event in reversed(tracker.events) if event.get("event") == "user")
    stated = ((event.get("metadata") or {}).get(slots.DAY) for event in said)
    return date.fromisoformat(str(next(stated)))


def _aspects(intent: str, ranking: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """What is asked; "overview" hides what a story asks beside it, so the next aspect is kept with it."""
    if intent != NO_ASPECT:
        return (intent,)
    others = (row["name"] for row in ranking if row["name"] in ASPECTS)
    return (intent, *list(others)[:1])
