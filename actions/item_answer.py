"""The answer about one item."""

from __future__ import annotations

from datetime import date

from actions.amounts import amounts
from actions.answer import Answer, Option, Ranked
from actions.compose import sections
from actions.wording import wording
from knowledge.guide import Guide
from knowledge.records import ServiceItem


def item_answer(
    guide: Guide, item: ServiceItem, ranked: tuple[Ranked, ...], aspects: tuple[str, ...], day: date, text: str = ""
) -> Answer:
    """The guide's statements on the item, what was asked first, cited. ``day`` is today.

    ``text`` is what the citizen said: a level of disability in it is answered first.
    """
    stated = amounts(guide, item.number, text)
    return Answer(
        "answered",
        item=item.number,
        items=ranked,
        aspects=aspects,
        sections=(*((stated,) if stated else ()), *sections(guide, item, aspects, day)),
        options=_next_steps(item, aspects),
        phones=item.phones,
        citation=guide.cite(item.page, item.number),
    )


def _next_steps(item: ServiceItem, aspects: tuple[str, ...]) -> tuple[Option, ...]:
    """The aspects that were not asked, to tap."""
    words = wording()
    return tuple(
        Option(label, words["follow_up"].format(title=item.title, aspect=label))
        for aspect, label in words["aspects"].items()
        if aspect not in aspects
    )
