"""What a call shows after each fragment: which matters, why, what to ask next, what is prohibited, what is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from actions.answer import Answer, Ask
from actions.turn import Turn
from actions.wording import wording
from bot.copilot.decide import decided, open_question, with_ticked
from bot.copilot.heard import Heard
from bot.copilot.ticks import Tick, fact_of, ticks
from bot.copilot.why import why
from knowledge.facts import Fact
from knowledge.guide import Guide
from knowledge.prohibited import judge

# A candidate below this share of the probability helps nobody who is on the phone.
LEAST = 0.01
MOST = 6


@dataclass(frozen=True)
class Candidate:
    """A matter that may be meant. ``why`` are the caller's words that the guide uses for it; ``sure``: it is answered
    without a question back."""

    number: int
    title: str
    category: str
    score: float
    sure: bool
    why: tuple[str, ...]


@dataclass(frozen=True)
class Refused:
    """A prohibited case that applies: the facts that it rests on, how it is printed, what can lawfully be done."""

    case: str
    plain: str
    because: tuple[str, ...]
    printed: str
    lawful: tuple[str, ...]


@dataclass(frozen=True)
class Live:
    """What the page shows. ``item`` is what the script is about: the chosen one, else the surest.

    ``ask`` is the next question to the caller, ``further`` what else was asked in the same words.
    """

    status: str
    item: int | None
    aspects: tuple[str, ...]
    ranked: tuple[Candidate, ...]
    ask: Ask | None
    ticks: tuple[Tick, ...]
    refused: tuple[Refused, ...]
    further: tuple[Candidate, ...]


@dataclass(frozen=True)
class Choices:
    """What the agent decided: the item, the facts that they ticked, and those heard that they deny."""

    item: int | None = None
    ticked: tuple[Fact, ...] = ()
    denied: tuple[str, ...] = ()

    @classmethod
    def of(cls, item: int | None, ticked: Mapping[str, Any]) -> Choices:
        """From JSON data; a fact ticked as None is denied. Raises ValueError for a value that no fact has."""
        facts = tuple(fact_of(name, value) for name, value in ticked.items() if value is not None)
        return cls(item, facts, tuple(name for name, value in ticked.items() if value is None))


def live(guide: Guide, heard: Sequence[Heard], choices: Choices, day: date) -> tuple[Live, Answer]:
    """What is shown, and the Answer that its texts are made of. Pure."""
    turns = [with_ticked(one.turn(guide, day), choices.ticked, choices.denied) for one in heard]
    return shown(guide, turns, choices, day)


def shown(guide: Guide, turns: Sequence[Turn], choices: Choices, day: date) -> tuple[Live, Answer]:
    """``live`` for matters that were understood already."""
    turn, *others = turns
    answer = decided(guide, turn, choices.item)
    known = {fact.name: fact for fact in turn.facts}
    number = choices.item or answer.item
    made = Live(
        status=answer.status,
        item=number,
        aspects=tuple(label for name in turn.aspects if (label := _label(name))),
        ranked=_candidates(guide, turn, answer, choices.item),
        ask=answer.ask or (open_question(guide, turn) if choices.item is None else None),
        ticks=ticks(guide, number, known, {fact.name: fact for fact in choices.ticked}, day),
        refused=tuple(_refused(guide, answer, known, day)),
        further=tuple(row for other in others for row in _first(guide, other)),
    )
    return (made if made.ask else replace(made, ask=_next_question(made.ticks))), answer


def _candidates(guide: Guide, turn: Turn, answer: Answer, chosen: int | None) -> tuple[Candidate, ...]:
    """The ranking, without what is hardly meant; nothing where the words are no question about a matter."""
    if answer.status in ("chitchat", "complaint") and chosen is None:
        return ()
    rows = [row for row in turn.ranked if row.score >= LEAST or row.number in (answer.item, chosen)]
    meant = turn.best if chosen is not None else answer.item
    sure = meant if turn.band == "answer" and answer.status != "clarify" else None
    titles = {category.number: category.title for category in guide.categories}
    return tuple(
        Candidate(
            row.number,
            row.title,
            titles[guide.item(row.number).category],
            row.score,
            row.number == sure,
            why(guide, turn.text, row.number),
        )
        for row in rows[:MOST]
    )


def _first(guide: Guide, turn: Turn) -> tuple[Candidate, ...]:
    return _candidates(guide, turn, decided(guide, turn, None), None)[:1]


def _next_question(made: Iterable[Tick]) -> Ask | None:
    """The question for the first fact that is open, where nothing else is asked."""
    tick = next((tick for tick in made if tick.open), None)
    return Ask(tick.question, ()) if tick else None


def _refused(guide: Guide, answer: Answer, known: Mapping[str, Fact], day: date) -> Iterable[Refused]:
    """The cases of the answer; the sentences are those that its refusal is made of."""
    entries = answer.sections[0].entries if answer.prohibited else ()
    for rule in (rule for rule in guide.rules if rule.case in answer.prohibited):
        _, printed, *lawful = (entry.text for entry in entries if entry.kind == rule.case)
        because = (fact.words for fact in judge(rule, known, day).because)
        yield Refused(rule.case, rule.plain, tuple(dict.fromkeys(because)), printed, tuple(lawful))


def _label(aspect: str) -> str:
    return str(wording()["aspects"].get(aspect) or wording()["titles"].get(aspect, ""))
