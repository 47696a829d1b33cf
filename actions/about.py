"""The answer about one item as this message wants it: on what it asks, with the office where it asks for one."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer, Ranked, Section
from actions.item_answer import item_answer
from actions.offices import asks_where, by_district, numbers, only_a_place, own, said
from actions.replies import office_answer, office_section
from actions.turn import Turn
from knowledge.guide import Guide

PLACE = ("phone_office", "channel")


def about(guide: Guide, turn: Turn, number: int, aspects: tuple[str, ...] = ()) -> Answer:
    """The answer about that item: on the given aspects, else on what the message asks."""
    wanted = aspects or turn.aspects
    item = guide.item(number)
    first = next((row for row in turn.ranked if row.number == number), Ranked(number, item.title, 1.0))
    rest = tuple(row for row in turn.ranked if row.number != number)
    answer = item_answer(guide, item, (first, *rest)[:5], wanted, turn.when, turn.text)
    return _with_offices(guide, turn, answer, number)


def _with_offices(guide: Guide, turn: Turn, answer: Answer, number: int) -> Answer:
    """Where the message names a district or asks where: the item's own offices; the district's beside them.

    It ends as an office where the district decides and nothing but the place is asked, or where the message asks for
    an office that it names; the item's conditions stay.
    """
    named, where = numbers(guide, turn.text), asks_where(turn.text) or turn.aspects[:1] == PLACE[:1]
    if not named and not where:
        return answer
    near, elsewhere = by_district(guide, number), said(guide, turn.text)
    if where and near and elsewhere and not set(elsewhere) & set(own(guide, number, ())):
        return office_answer(guide, elsewhere)
    found = own(guide, number, turn.talk.offices)
    found = found if near else tuple(dict.fromkeys((*found, *elsewhere)))
    if not found:
        return answer
    offices = office_section(found)
    if named and (where or (near and (turn.aspects[0] in PLACE or only_a_place(guide, turn.text)))):
        aspects = tuple(dict.fromkeys((PLACE[0], *answer.aspects)))[:2]
        return replace(answer, status="office", aspects=aspects, sections=(offices, *answer.sections))
    return replace(answer, sections=_placed(answer.sections, offices, where))


def _placed(sections: tuple[Section, ...], offices: Section, where: bool) -> tuple[Section, ...]:
    """The offices behind the telephones and ways where a place is asked, else at the end."""
    first = tuple(section for section in sections if section.aspect in PLACE)
    rest = tuple(section for section in sections if section.aspect not in PLACE)
    return (*first, offices, *rest) if where else (*sections, offices)
