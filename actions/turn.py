"""What Rasa understood of one message, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from actions import slots
from actions.answer import Ranked
from actions.correction import asserted
from actions.offices import numbers
from actions.phrases import says
from actions.said_day import said_day
from actions.talk import Talk
from actions.when import When
from knowledge.facts import Fact
from knowledge.guide import Guide

Band = Literal["answer", "ask", "out"]
Reads = Literal["bare", "unclear", "named"]
SHORT = 24
NO_ASPECT = "overview"
TOLERANCE = "tolerance"
# From these probabilities on a message, read as part of the talk, is about a matter: likely, surely. And so improbable
# must it be, read so, that it is about something beside all matters.
_LIKELY, SURELY, BESIDE_ALL = 0.4, 0.95, 0.02
ASPECTS = ("materials", "channel", "time_limit", "eligibility", "phone_office", "amount")


@dataclass(frozen=True)
class Turn:
    """One message understood.

    ``aspects`` are the one or two things that are asked, the surest first. ``band`` is the retriever's judgement
    by the thresholds of config.yml, ``between`` how many of the first candidates it would ask about, ``reads``
    whether the message alone says what it is about. ``talk`` is what came before and what the message adds to it
    (a district, a day), ``day`` today, ``facts`` what the message states. ``part`` are the words that say what is
    meant instead, where the message corrects us: then everything that was understood is of these words.
    ``only_asks``: it holds nothing but asking words (要带啥). ``within`` is what the message is likely about as part of
    the talk and ``within_sure`` how probably, ``without`` how probable it is even then that it is about none of the
    guide's matters. ``hangs`` is how probably it goes on about something and cannot be understood without it.
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
    part: str | None = None
    only_asks: bool = False
    within: int | None = None
    within_sure: float = 0.0
    without: float = 1.0
    hangs: float = 0.0

    @property
    def when(self) -> When:
        """Today, and the day of acceptance that the citizen said, today without."""
        return When(self.day, date.fromisoformat(self.talk.accepted) if self.talk.accepted else self.day)

    @property
    def best(self) -> int | None:
        """The number of the first candidate."""
        return self.ranked[0].number if self.ranked else None

    @property
    def open(self) -> list[int]:
        """The numbers of the candidates between which it would be asked, best first."""
        return [row.number for row in self.ranked[: self.between]]

    def row(self, guide: Guide, number: int) -> Ranked:
        """The candidate of that number, with no score where it is not in the ranking."""
        found = (row for row in self.ranked if row.number == number)
        return next(found, Ranked(number, guide.item(number).title, 0.0))

    @property
    def away(self) -> bool:
        """Whether it surely is about a matter, and about none of the guide's: 足球比赛几点."""
        return self.reads == "named" and self.band == "out"

    @property
    def goes_on(self) -> bool:
        """Whether it goes on about what came before: it names no matter, or is a short question that may not."""
        return self.reads == "bare" or (
            self.reads == "unclear" and self.intent != NO_ASPECT and len(self.text) <= SHORT
        )

    @classmethod
    def of(cls, tracker: Any, guide: Guide) -> Turn:
        """The turn of a rasa_sdk tracker. Candidates that the guide does not know are dropped."""
        metadata = _metadata(tracker)
        message = {**(tracker.latest_message or {}), **(metadata.get(slots.PART) or {})}
        day = date.fromisoformat(str(metadata[slots.DAY]))
        text = (tracker.latest_message or {}).get("text") or ""
        found = message.get(slots.RETRIEVAL) or {}
        titles = {item.number: item.title for item in guide.items}
        intent = (message.get("intent") or {}).get("name") or NO_ASPECT
        return cls(
            text=text,
            intent=intent,
            aspects=_aspects(intent, message.get("intent_ranking") or (), message.get(slots.ALSO_ASKED)),
            ranked=tuple(
                Ranked(row["number"], titles[row["number"]], row["score"])
                for row in found.get("ranked", ())
                if row["number"] in titles
            ),
            band=found.get("band", "out"),
            between=found.get("between", 0),
            reads="bare" if metadata.get(slots.ONLY_ASKS) else found.get("reads", "named"),
            only_asks=bool(metadata.get(slots.ONLY_ASKS)),
            talk=Talk.of(tracker.get_slot(slots.TALK)).heard(numbers(guide, text), said_day(text, day)),
            day=day,
            part=asserted(text) if slots.PART in metadata else None,
            facts=tuple(map(Fact.of, message.get(slots.FACTS) or ())),
            hangs=found.get("hangs", 0.0),
        )._within(guide, metadata.get(slots.IN_TALK) or {})

    def _within(self, guide: Guide, read: Mapping[str, Any]) -> Turn:
        """The turn with what the message means as part of the talk.

        Of the facts heard so only those count that decide on the matter we speak about, and none where the message
        asks, by itself states a fact, or surely names a matter.
        """
        found = read.get(slots.RETRIEVAL) or {}
        likely = [row for row in found.get("ranked", ()) if row["score"] >= _LIKELY]
        turn = replace(self, without=found.get("out", 1.0))
        if likely:
            turn = replace(turn, within=likely[0]["number"], within_sure=likely[0]["score"])
        asks = says(self.text, "questions") or "还是" in self.text
        asks = asks and not says(self.text, "elsewhere_too")
        if asks or self.facts or says(self.text, "taken_back") or (self.reads == "named" and not self.away):
            return turn
        deciding = {name for rule in guide.rules if self.talk.about in rule.items for name in rule.parameters.facts}
        heard = map(Fact.of, read.get(slots.FACTS) or ())
        return replace(turn, facts=tuple(fact for fact in heard if fact.name in deciding))


def _metadata(tracker: Any) -> Mapping[str, Any]:
    """What the channel said with the message: today (actions have no clock), and the reading of its decisive part."""
    said = (event for event in reversed(tracker.events) if event.get("event") == "user")
    return next((event["metadata"] for event in said if (event.get("metadata") or {}).get(slots.DAY)), {})


def _aspects(intent: str, ranking: Sequence[Mapping[str, Any]], also: str | None) -> tuple[str, ...]:
    """What is asked; "overview" hides what a story asks beside it, so the next aspect is kept with it."""
    if intent == NO_ASPECT:
        also = next((row["name"] for row in ranking if row["name"] in ASPECTS), None)
    return (intent, also) if also else (intent,)
