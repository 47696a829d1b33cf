"""The answer about one item."""

from __future__ import annotations

from actions.answer import Answer, Option, Ranked
from actions.compose import sections
from actions.mentioned import mentioned
from actions.stated import stated
from actions.when import When
from actions.wording import wording
from knowledge.guide import Guide
from knowledge.records import ServiceItem


def item_answer(
    guide: Guide, item: ServiceItem, ranked: tuple[Ranked, ...], aspects: tuple[str, ...], when: When, text: str = ""
) -> Answer:
    """The guide's statements on the item, what was asked first, cited. ``when`` says from which day it counts.

    ``text`` is what the citizen said: a level of disability in it, say, is answered first.
    """
    asked = (*stated(guide, item, aspects, when, text), *sections(guide, item, aspects, when))
    return Answer(
        "answered",
        item=item.number,
        items=ranked,
        aspects=aspects,
        sections=(*asked, *mentioned(guide, item, when, text, asked)),
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
