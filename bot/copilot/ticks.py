"""The facts that decide whether an item can be done, to be ticked: each with its question and its options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.wording import wording
from bot.copilot.words import words
from knowledge.facts import CHOICES, MONTHS, Fact, Span
from knowledge.guide import Guide
from knowledge.prohibited import CaseRule, judge
from knowledge.prohibited.records import in_force

LONGEST = 12 * 100


@dataclass(frozen=True)
class TickOption:
    """One value of a fact, as JSON data; ``refuses``: with it alone a case applies."""

    value: Any
    label: str
    refuses: bool


@dataclass(frozen=True)
class Tick:
    """A fact to tick.

    ``case`` is the first case that it decides, ``question`` what to ask the caller for it. ``value`` is None where it
    is not known; ``words`` are the caller's where it was heard. ``open``: the case cannot be decided without it.
    """

    fact: str
    label: str
    case: str
    question: str
    options: tuple[TickOption, ...]
    value: Any
    words: str
    ticked: bool
    open: bool


def ticks(
    guide: Guide, number: int | None, known: Mapping[str, Fact], ticked: Mapping[str, Fact], day: date
) -> tuple[Tick, ...]:
    """The facts that decide the cases of the item, in the guide's order; those that are asked for first come first."""
    rules = sorted((rule for rule in guide.rules if number in rule.items), key=lambda rule: not rule.ask_first)
    made = (tick for rule in rules for tick in _of_rule(rule, rules, known, ticked, day))
    first: dict[str, Tick] = {}
    for tick in made:
        first.setdefault(tick.fact, tick)
    return tuple(first.values())


def fact_of(name: str, value: Any) -> Fact:
    """The fact of a ticked value, worded as its option. Raises ValueError where it is none of the fact's values."""
    fact = _checked(name, value)
    return Fact(name, fact, _label(name, fact))


def value_label(name: str, value: Any) -> str:
    """How a fact's value (JSON) is worded."""
    return _label(name, Fact.of({"name": name, "value": value, "words": ""}).value)


def _checked(name: str, value: Any) -> str | Span:
    if name in CHOICES and value in CHOICES[name]:
        return str(value)
    if name in MONTHS:
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LONGEST:
            return Span(value, value)
        if isinstance(value, dict) and all(isinstance(value.get(end), int) for end in ("least", "most")):
            return Span(value["least"], value["most"])
    raise ValueError(f"{name}: {value!r}")


def _of_rule(
    rule: CaseRule, rules: list[CaseRule], known: Mapping[str, Fact], ticked: Mapping[str, Fact], day: date
) -> Iterator[Tick]:
    verdict = judge(rule, known, day)
    for name in (*rule.parameters.facts, *(ground.fact for ground in rule.parameters.unless)):
        fact = known.get(name)
        options = _counted(rule, day) if name in MONTHS else _chosen(name, rules)
        if options:
            yield Tick(
                fact=name,
                label=words("console.yml")["facts"][name],
                case=rule.case,
                question=rule.ask,
                options=options,
                value=fact.stored()["value"] if fact else None,
                words=fact.words if fact and name not in ticked else "",
                ticked=name in ticked,
                open=name in verdict.missing,
            )


def _chosen(name: str, rules: list[CaseRule]) -> tuple[TickOption, ...]:
    refusing = {ground.value for rule in rules for ground in rule.parameters.any_of if ground.fact == name}
    return tuple(TickOption(value, _label(name, value), value in refusing) for value in CHOICES[name])


def _counted(rule: CaseRule, day: date) -> tuple[TickOption, ...]:
    """Below and above the number that is in force; none before there is one."""
    limit = in_force(rule.parameters.limit, day)
    if limit is None:
        return ()
    border = limit if rule.check == "fewer_months" else limit + 1
    spans = (Span(0, border - 1), Span(border, LONGEST))
    refuses = (rule.check == "fewer_months", rule.check == "more_months")
    return tuple(
        TickOption({"least": span.least, "most": span.most}, _label(rule.parameters.months, span), refused)
        for span, refused in zip(spans, refuses, strict=True)
    )


def _label(name: str, value: str | Span) -> str:
    if isinstance(value, str):
        return str(wording()["facts"][name][value])
    form = "exactly" if value.least == value.most else "below" if value.least == 0 else "from"
    numbers = {"least": value.least, "most": value.most, "above": value.most + 1, "under": value.least - 1}
    return str(words("console.yml")["months"][name][form]).format(**numbers)
