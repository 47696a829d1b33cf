"""What the guide itself says about each item, as texts to be found by: for lexical evidence and as first questions.

A centre that has a guide but no authored questions yet is found by these alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.guide import Guide
from knowledge.records import ServiceItem
from nlu.corpus import ASPECTS, Question

_SENTENCE = re.compile(r"[。；;！\n]+")
_BRACKETS = re.compile(r"[（(].*?[)）]")


def documents(guide: Guide) -> dict[int, str]:
    """One text an item: everything that is said about it."""
    return {item.number: "\n".join(_texts(item)) for item in guide.items}


def questions(guide: Guide) -> tuple[Question, ...]:
    """The guide's own titles and sentences as questions of their items."""
    return tuple(Question(text, (item.number,)) for item in guide.items for text in dict.fromkeys(_sentences(item)))


def stand_ins(guide: Guide, asked: Sequence[Question]) -> tuple[Question, ...]:
    """Questions for items that nobody has written any for: their title with every known way to ask.

    The ways to ask are the questions of ``asked`` that bear an aspect and no item.
    """
    taught = {number for question in asked for number in question.items}
    ways = [question for question in asked if question.intent in ASPECTS and not question.items]
    return tuple(
        Question(f"{base_title(item)}{way.text}", (item.number,), way.intent)
        for item in guide.items
        if item.number not in taught
        for way in ways
    )


def base_title(item: ServiceItem) -> str:
    """The title without what stands in brackets."""
    return _BRACKETS.sub("", item.title).strip()


def _sentences(item: ServiceItem) -> Iterator[str]:
    yield item.title
    yield base_title(item)
    for text in item.conditions:
        yield from (part for part in _SENTENCE.split(text) if len(part) > 4)


def _texts(item: ServiceItem) -> Iterator[str]:
    yield from (item.title, base_title(item), *item.conditions)
    yield from (material.text for material in item.materials)
    yield from (channel.text for channel in item.channels)
