"""What Rasa understood of one message, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from actions import slots
from actions.answer import Ranked
from knowledge.guide import Guide

Band = Literal["answer", "ask", "out"]
NO_ASPECT = "overview"
ASPECTS = ("materials", "channel", "time_limit", "eligibility", "phone_office", "amount")


@dataclass(frozen=True)
class Turn:
    """One message understood.

    ``aspects`` are the one or two things that are asked, the surest first. ``band`` is the retriever's judgement
    by the thresholds of config.yml, ``between`` how many of the first candidates it would ask about, ``named``
    whether the message says what it is about at all. ``item`` is what was talked about before.
    """

    text: str
    intent: str
    aspects: tuple[str, ...]
    ranked: tuple[Ranked, ...]
    band: Band
    between: int
    named: bool
    item: int | None

    @classmethod
    def of(cls, tracker: Any, guide: Guide) -> Turn:
        """The turn of a rasa_sdk tracker. Candidates that the guide does not know are dropped."""
        message = tracker.latest_message or {}
        found = message.get(slots.RETRIEVAL) or {}
        titles = {item.number: item.title for item in guide.items}
        current = tracker.get_slot(slots.ITEM)
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
            named=found.get("named", True),
            item=int(current) if current is not None and int(current) in titles else None,
        )


def _aspects(intent: str, ranking: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """What is asked; "overview" hides what a story asks beside it, so the next aspect is kept with it."""
    if intent != NO_ASPECT:
        return (intent,)
    others = (row["name"] for row in ranking if row["name"] in ASPECTS)
    return (intent, *list(others)[:1])
