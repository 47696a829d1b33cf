"""Suggestions while typing: matters of the guide and questions people ask, by characters, pinyin or initials."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pypinyin import Style, lazy_pinyin

from knowledge.guide import Guide
from nlu import corpus

MOST = 6
_QUESTIONS_AN_ITEM = 3
_SHORTEST, _LONGEST = 4, 14
_LATIN = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Suggestion:
    """What is suggested, with its spellings: characters, the start of each syllable in the pinyin, initials."""

    text: str
    order: int
    plain: str
    pinyin: str
    starts: frozenset[int]
    initials: str


class Suggestions:
    """All that can be suggested; the guide's order breaks ties, matters before questions."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._all = tuple(_spelled(text, order) for order, text in enumerate(dict.fromkeys(texts)))

    def to(self, typed: str) -> tuple[str, ...]:
        """The best matches of what is typed so far, at most six."""
        said = re.sub(r"[\s'’]+", "", typed).lower()
        if not said:
            return ()
        found = ((_place(one, said), len(one.text), one.order, one.text) for one in self._all)
        ranked = sorted((row for row in found if row[0] is not None), key=lambda row: (row[0] or 0, *row[1:3]))
        return tuple(row[3] for row in ranked[:MOST])


def texts(guide: Guide, questions: Path | None) -> tuple[str, ...]:
    """The titles of the guide's items, then the first short questions on each."""
    folder = questions or corpus.FOLDER
    asked: dict[int, list[str]] = {}
    for question in corpus.load(folder) if (folder / "items").exists() else ():
        if len(question.items) == 1 and question.intent and _SHORTEST <= len(question.text) <= _LONGEST:
            asked.setdefault(question.items[0], []).append(question.text)
    first = (text for rows in asked.values() for text in rows[:_QUESTIONS_AN_ITEM])
    return (*(item.title for item in guide.items), *first)


def _spelled(text: str, order: int) -> Suggestion:
    plain = re.sub(r"\s", "", text).lower()
    syllables = [syllable.lower() for syllable in lazy_pinyin(plain)]
    starts, length = [], 0
    for syllable in syllables:
        starts.append(length)
        length += len(syllable)
    initials = "".join(lazy_pinyin(plain, style=Style.FIRST_LETTER)).lower()
    return Suggestion(text, order, plain, "".join(syllables), frozenset(starts), initials)


def _place(one: Suggestion, said: str) -> int | None:
    """Where it matches: the sooner the better, characters before initials before pinyin; None where it does not."""
    if (at := one.plain.find(said)) >= 0:
        return at
    if not _LATIN.fullmatch(said):
        return _scattered(one, said)
    if len(said) > 1 and (at := one.initials.find(said)) >= 0:
        return 100 + at
    at = one.pinyin.find(said)
    while at >= 0 and at not in one.starts:
        at = one.pinyin.find(said, at + 1)
    return 200 + at if at >= 0 else None


def _scattered(one: Suggestion, said: str) -> int | None:
    """All characters in order, with others between: 失业金 in 失业保险金申领."""
    rest = iter(one.plain)
    return 300 if len(said) > 1 and all(character in rest for character in said) else None
