"""The step of every turn: what was stated against the cases that the turn is about."""

from __future__ import annotations

from dataclasses import replace

from actions.about import PLACE, about
from actions.answer import Answer
from actions.offices import asks_where, numbers
from actions.phrases import says
from actions.prohibited.near import by_candidates, by_item, by_name, by_talk
from actions.prohibited.question import with_question, with_silence
from actions.prohibited.refusal import refusal, said
from actions.prohibited.stated import Stated
from actions.relatives import goes_back_to, person_of, turns_to_another
from actions.turn import BESIDE_ALL, SURELY, Turn
from knowledge.facts import MOVE, Fact
from knowledge.guide import Guide
from knowledge.prohibited import CaseRule, Verdict, applying, judge

# A call for help is never answered with a rule.
_HELP = ("handoff", "distress")


def applied(guide: Guide, turn: Turn, answer: Answer, before: Stated) -> tuple[Answer, Stated]:
    """The answer that is given in the end, and what is known after it. Pure.

    A case that covers the answer's item rests on all that was stated in the conversation; one that the message only
    names, or that covers all items between which we would ask back, rests on what this message states. What was
    stated of one person says nothing of the next, nor does what was taken back. A reply to our own question is about
    the matter that was asked about.
    """
    asked = next((rule for rule in guide.rules if rule.case == before.pending), None)
    if says(turn.text, "taken_back"):
        before = replace(before, facts=())
    elif turns_to_another(turn.text):
        before = before.of_person(person_of(turn.text))
    elif goes_back_to(turn.text):
        before = before.without_others(person_of(turn.text))
    wanted, moving = asked.parameters.months if asked else "", _moving(guide, turn, answer)
    stated = replace(before.hears(turn.facts, turn.text, wanted, moving), pending=None)
    if turn.intent in _HELP:
        return answer, stated
    if asked and _replies(asked, stated, answer):
        answer = about(guide, turn, asked.items[0], ("eligibility",))
    if turn.talk.item and _tells_more(guide, turn, stated, answer):
        answer = about(guide, turn, turn.talk.item, ("eligibility",))
    near = by_item(guide, turn, answer)
    found = applying(near, stated.known, turn.day) + _named(guide, turn, answer, stated, near)
    if found and not _asks_only_where(guide, turn, answer, stated):
        order = {rule.case: place for place, rule in enumerate(guide.rules)}
        return refusal(guide, turn, answer, tuple(sorted(found, key=lambda one: order[one[0].case]))), stated
    judged = tuple((rule, judge(rule, stated.known, turn.day)) for rule in near)
    answered, stated = with_question(with_silence(guide, _with_facts(answer, judged), judged), judged, stated)
    return answered, stated


def _asks_only_where(guide: Guide, turn: Turn, answer: Answer, stated: Stated) -> bool:
    """Whether somebody who was told of the case goes on to ask for an office or a telephone, and states nothing."""
    told = turn.talk.item is not None and answer.item in (None, turn.talk.item)
    where = turn.aspects[:1] == PLACE[:1] or (asks_where(turn.text) and bool(numbers(guide, turn.text)))
    return told and where and not stated.fresh


def _replies(asked: CaseRule, stated: Stated, answer: Answer) -> bool:
    """Whether the message states what was asked for, and is about no other item."""
    told = set(asked.parameters.facts) & set(stated.fresh)
    return bool(told) and (answer.item is None or answer.item in asked.items or len(stated.fresh) == len(told))


def _moving(guide: Guide, turn: Turn, answer: Answer) -> bool:
    """Whether the talk, or the answer to a reply, is about a matter in which the place of a move decides."""
    spoken = {turn.talk.item, answer.item if turn.talk.asked else None}
    return any(MOVE in rule.parameters.facts and spoken & set(rule.items) for rule in guide.rules)


def _tells_more(guide: Guide, turn: Turn, stated: Stated, answer: Answer) -> bool:
    """Whether the message states what decides on the matter we speak about, and asks about no other: 其实是公司裁的."""
    cases = by_talk(guide, turn, stated.fresh)
    beside = turn.away and turn.without > BESIDE_ALL
    if not cases or beside or answer.item == turn.talk.item or answer.status == "complaint":
        return False
    if any(answer.item in rule.items for rule in cases):
        return turn.reads != "named" and turn.within == turn.talk.item and turn.within_sure >= SURELY
    asks = says(turn.text, "questions") or bool(turn.talk.asked)
    return answer.status == "out_of_scope" or (answer.item != turn.talk.item and not asks)


def _named(
    guide: Guide, turn: Turn, answer: Answer, stated: Stated, near: tuple[CaseRule, ...]
) -> tuple[tuple[CaseRule, Verdict], ...]:
    now = {name: fact for name, fact in stated.known.items() if name in stated.fresh}
    spoken_of = {rule.case for rule in (*by_name(guide, turn), *by_candidates(guide, turn, answer))}
    others = [rule for rule in guide.rules if rule.case in spoken_of and rule not in near]
    return applying(others, now, turn.day)


def _with_facts(answer: Answer, judged: tuple[tuple[CaseRule, Verdict], ...]) -> Answer:
    """The answer with the facts that show that a case does not apply."""
    deciding: dict[str, Fact] = {fact.name: fact for _, verdict in judged for fact in verdict.because}
    return replace(answer, facts=tuple(map(said, deciding.values()))) if deciding else answer
