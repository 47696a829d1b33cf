"""Search for every key stroke: by title, by number, by pinyin, by what people ask, by telephone. No model in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from actions.telling import telling_words
from bot.web.suggest import Suggestion, place, short_questions, spelled
from knowledge.guide import Guide
from knowledge.records import Office

MOST = 8
_SHORTEST_PHONE = 3
_LONGEST = 12
_QUESTIONS_AN_ITEM = 6
_SYMBOLS = re.compile(r"[\W_]+")
Via = Literal["number", "title", "question", "words", "phone"]


@dataclass(frozen=True)
class Found:
    """An item that fits what is typed. ``via`` says how, ``words`` is the question or telephone that did."""

    number: int
    title: str
    category: str
    via: Via
    words: str = ""


@dataclass(frozen=True)
class Results:
    """Items, the best first, and offices of which telephone, name or district was typed."""

    items: tuple[Found, ...]
    offices: tuple[Office, ...]


class Finder:
    """The index over a guide and the questions people ask."""

    def __init__(self, guide: Guide, questions: Path | None) -> None:
        self._guide = guide
        self._categories = {category.number: category.title for category in guide.categories}
        self._titles = [(item.number, spelled(item.title, True)) for item in guide.items]
        self._questions = [
            (number, spelled(text, False))
            for number, texts in short_questions(questions).items()
            for text in texts[:_QUESTIONS_AN_ITEM]
        ]
        self._pairs = {item.number: _pairs(item.title) | _long(guide, item.number) for item in guide.items}
        self._known = Counter(pair for pairs in self._pairs.values() for pair in pairs)
        self._offices = {office.number: _names(guide, office) for office in guide.offices}

    def to(self, typed: str) -> Results:
        """What fits; nothing for nothing."""
        said = re.sub(r"[\s'’]+", "", typed).lower()
        if not said:
            return Results((), ())
        found: dict[int, Found] = {}
        for one in (*self._by_number(said), *self._by_title(said), *self._by_question(said)):
            found.setdefault(one.number, one)
        if not found and len(said) <= _LONGEST:
            found = {one.number: one for one in self._by_words(said)}
        return Results(tuple(found.values())[:MOST], tuple(self._found_offices(said)))

    def _by_number(self, said: str) -> Iterator[Found]:
        if not said.isdigit():
            return
        same = [item.number for item in self._guide.items if str(item.number) == said]
        longer = [item.number for item in self._guide.items if str(item.number).startswith(said)]
        for number in (*same, *longer):
            yield self._found(number, "number")
        if len(said) >= _SHORTEST_PHONE:
            for item in self._guide.items:
                phones = (phone.number for phone in item.phones if phone not in self._guide.centre.phones)
                if phone := next((phone for phone in phones if said in _digits(phone)), None):
                    yield self._found(item.number, "phone", phone)

    def _by_title(self, said: str) -> Iterator[Found]:
        placed = ((place(title, said), number) for number, title in self._titles)
        for _, number in sorted((at, number) for at, number in placed if at is not None):
            yield self._found(number, "title")

    def _by_question(self, said: str) -> Iterator[Found]:
        placed = ((place(question, said), number, question.text) for number, question in self._questions)
        for _, number, text in sorted((at, number, text) for at, number, text in placed if at is not None):
            yield self._found(number, "question", text)

    def _by_words(self, said: str) -> Iterator[Found]:
        """By the pairs of characters that it shares with an item, rare ones first. A sentence is left to the model."""
        if said.isdigit():
            return
        text = _SYMBOLS.sub("", said)
        shared = {number: _pairs(text) & pairs for number, pairs in self._pairs.items()}
        scores = {number: sum(1 / self._known[pair] for pair in pairs) for number, pairs in shared.items() if pairs}
        for number in sorted(scores, key=lambda number: -scores[number])[:MOST]:
            yield self._found(number, "words", "、".join(sorted(shared[number], key=text.find)))

    def _found_offices(self, said: str) -> Iterator[Office]:
        for office in self._guide.offices:
            by_phone = said.isdigit() and len(said) >= _SHORTEST_PHONE and said in _digits(office.phone)
            if by_phone or (not said.isdigit() and self._named(office, said)):
                yield office

    def _named(self, office: Office, said: str) -> bool:
        names = self._offices[office.number]
        return any(name.plain in said for name in names) or any(place(name, said) in (0, 100, 200) for name in names)

    def _found(self, number: int, via: Via, words: str = "") -> Found:
        item = self._guide.item(number)
        return Found(number, item.title, self._categories[item.category], via, words)


def _pairs(text: str) -> frozenset[str]:
    clean = _SYMBOLS.sub("", text)
    return frozenset(clean[n : n + 2] for n in range(len(clean) - 1))


def _long(guide: Guide, number: int) -> frozenset[str]:
    return frozenset(word for word in telling_words(guide)[number] if len(word) > 1)


def _names(guide: Guide, office: Office) -> tuple[Suggestion, ...]:
    words = (word for row in guide.centre.office_words if row.office == office.number for word in row.words)
    return tuple(spelled(name, True) for name in (office.name, *words))


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)
