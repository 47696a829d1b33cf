"""Suggestions while typing: matters of the guide and questions people ask, by characters, pinyin or initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pypinyin import Style, lazy_pinyin

from knowledge.guide import Guide
from nlu import corpus

MOST = 6
_MATTERS = 3
_QUESTIONS_AN_ITEM = 3
_SHORTEST, _LONGEST = 4, 14
_LATIN = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Suggestion:
    """What is suggested, with its spellings: characters, the start of each syllable in the pinyin, initials.

    ``matter``: it is a title of the guide, not a question.
    """

    text: str
    matter: bool
    plain: str
    pinyin: str
    starts: frozenset[int]
    initials: str


class Suggestions:
    """All that can be suggested, in the guide's order."""

    def __init__(self, matters: Iterable[str], questions: Iterable[str]) -> None:
        known = dict.fromkeys((*matters, *questions))
        titles = set(matters)
        self._all = tuple(spelled(text, text in titles) for text in known)

    def to(self, typed: str) -> tuple[str, ...]:
        """The best matches of what is typed so far: at most three matters, with questions at most six."""
        said = re.sub(r"[\s'’]+", "", typed).lower()
        if not said:
            return ()
        found = [(at, one) for one in self._all if (at := place(one, said)) is not None]
        ranked = [one for _, one in sorted(found, key=lambda row: row[0])]
        matters = [one for one in ranked if one.matter][:_MATTERS]
        questions = [one for one in ranked if not one.matter][: MOST - len(matters)]
        shown = {one.text for one in (*matters, *questions)}
        return tuple(one.text for one in ranked if one.text in shown)


def suggestions(guide: Guide, questions: Path | None) -> Suggestions:
    """The titles of the guide's items, and the first short questions on each."""
    first = (text for texts in short_questions(questions).values() for text in texts[:_QUESTIONS_AN_ITEM])
    return Suggestions([item.title for item in guide.items], first)


@cache
def short_questions(questions: Path | None) -> Mapping[int, tuple[str, ...]]:
    """The short questions on each item, read once; none where a centre has written none."""
    folder = questions or corpus.FOLDER
    asked: dict[int, list[str]] = {}
    for question in corpus.load(folder) if (folder / "items").exists() else ():
        if len(question.items) == 1 and question.intent and _SHORTEST <= len(question.text) <= _LONGEST:
            asked.setdefault(question.items[0], []).append(question.text)
    return {number: tuple(texts) for number, texts in asked.items()}


def spelled(text: str, matter: bool) -> Suggestion:
    """The text with its spellings."""
    plain = re.sub(r"\s", "", text).lower()
    syllables = [syllable.lower() for syllable in lazy_pinyin(plain)]
    starts, length = [], 0
    for syllable in syllables:
        starts.append(length)
        length += len(syllable)
    initials = "".join(lazy_pinyin(plain, style=Style.FIRST_LETTER)).lower()
    return Suggestion(text, matter, plain, "".join(syllables), frozenset(starts), initials)


def place(one: Suggestion, said: str) -> int | None:
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
