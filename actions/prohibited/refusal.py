"""The answer where a case applies: what it rests on, the case in plain words and as printed, what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actions.about import about
from actions.answer import Answer, Entry, Section
from actions.answer import Fact as Stated
from actions.turn import NO_ASPECT, Turn
from actions.wording import say, title
from knowledge.facts import Fact
from knowledge.guide import Guide
from knowledge.prohibited import CaseRule, Verdict

Applying = tuple[tuple[CaseRule, Verdict], ...]


def refusal(guide: Guide, turn: Turn, answer: Answer, applying: Applying) -> Answer:
    """The conditions of the item stay in it, whole; the cases stand before them."""
    number = _item(turn, answer, applying)
    aspects = ("eligibility",) if NO_ASPECT in turn.aspects else turn.aspects
    shown = about(guide, turn, number, aspects)
    entries = [entry for rule, verdict in applying for entry in _entries(guide, number, rule, verdict)]
    because = {fact.name: fact for _, verdict in applying for fact in verdict.because}
    return replace(
        shown,
        status="prohibited",
        sections=(Section("prohibited", title("refusal"), tuple(entries)), *shown.sections),
        prohibited=tuple(rule.case for rule, _ in applying),
        facts=tuple(map(said, because.values())),
        citation=guide.cite(guide.case(applying[0][0].case).page),
    )


def said(fact: Fact) -> Stated:
    """The fact as an answer shows it."""
    return Stated(fact.name, fact.stored()["value"], fact.words)


def _item(turn: Turn, answer: Answer, applying: Applying) -> int:
    """The answer's own item where the case covers it, else the best candidate that it covers, else the case's own."""
    rule = applying[0][0]
    candidates = (answer.item, *(row.number for row in turn.ranked))
    return next((number for number in candidates if number in rule.items), rule.items[0])


def _entries(guide: Guide, number: int, rule: CaseRule, verdict: Verdict) -> Iterator[Entry]:
    words = "”“".join(dict.fromkeys(fact.words for fact in verdict.because))
    key = "prohibited_rule" if rule.states_only else "prohibited_because"
    yield Entry(say(key, guide, words=words, plain=rule.plain), kind=rule.case)
    matter = next(one for one in guide.matters if any(case.id == rule.case for case in one.cases))
    case = guide.case(rule.case)
    yield Entry(say("prohibited_printed", guide, matter=matter.title, case=case.text, page=case.page), kind=rule.case)
    yield from (Entry(sentence, kind=rule.case) for sentence in _lawful(guide, number, rule))


def _lawful(guide: Guide, number: int, rule: CaseRule) -> Iterator[str]:
    """The guide's way; of several, those of the scheme that is asked about, if there are any."""
    if not rule.lawful:
        yield say("prohibited_silent", guide)
    category = guide.item(number).category
    own = [way for way in rule.lawful if way.item and guide.item(way.item).category == category]
    for way in own or rule.lawful:
        if way.item is None:
            yield say("prohibited_lawful_case", guide, quote=way.quote, page=guide.case(rule.case).page)
        else:
            item = guide.item(way.item)
            yield say("prohibited_lawful", guide, quote=way.quote, item=item.number, title=item.title, page=item.page)
