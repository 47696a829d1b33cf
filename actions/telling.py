"""The words by which one item can be told from the others, worked out from the guide once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from actions.phrases import phrases
from knowledge.guide import Guide
from knowledge.records import ServiceItem

_SYMBOLS = re.compile(r"\W+")
_Words = Mapping[int, frozenset[str]]
# What stands in more than this share of the items tells nothing, nor do characters that every question uses.
_COMMON = 0.12
_USED = frozenset(phrases("in_every_question"))
_CACHE: dict[int, tuple[Guide, _Words, Mapping[int, str], _Words]] = {}


def telling_words(guide: Guide) -> _Words:
    """By item: pairs of characters of its title and conditions, and characters of its title, that few others have."""
    return _worked_out(guide)[1]


def own_words(guide: Guide) -> _Words:
    """By item: the pairs of characters of all that the guide says of it that few other items share."""
    return _worked_out(guide)[3]


def speaks_of(guide: Guide, said: str, number: int) -> bool:
    """Whether the text uses a telling word of the item, or a pair of characters of all that the guide says of it that
    few other items share."""
    return any(word in said for words in (telling_words(guide), own_words(guide)) for word in words[number])


def whole_text(guide: Guide, number: int) -> str:
    """All that the guide says of the item but its common tips."""
    return _worked_out(guide)[2][number]


def _worked_out(guide: Guide) -> tuple[Guide, _Words, Mapping[int, str], _Words]:
    """Kept by the guide's identity; the guide is kept too, so that the identity stays its own."""
    if id(guide) not in _CACHE:
        pairs = {item.number: _pairs((item.title, *item.conditions)) for item in guide.items}
        characters = {item.number: set(_SYMBOLS.sub("", item.title)) - _USED for item in guide.items}
        rare = _rare(pairs), _rare(characters)
        words = {item.number: rare[0][item.number] | rare[1][item.number] for item in guide.items}
        whole = {item.number: _whole(item) for item in guide.items}
        own = _rare({number: _pairs(text.split("|")) for number, text in whole.items()})
        _CACHE[id(guide)] = guide, words, whole, own
    return _CACHE[id(guide)]


def _rare(sets: Mapping[int, set[str]]) -> dict[int, frozenset[str]]:
    counts = Counter(word for own in sets.values() for word in own)
    most = max(1.0, _COMMON * len(sets))
    return {number: frozenset(word for word in own if counts[word] <= most) for number, own in sets.items()}


def _pairs(texts: Iterable[str]) -> set[str]:
    clean = [_SYMBOLS.sub("", text) for text in texts]
    return {text[n : n + 2] for text in clean for n in range(len(text) - 1)}


def _whole(item: ServiceItem) -> str:
    ways = (part for way in item.channels for part in (way.text, *(place.name for place in way.places)))
    papers = (part.text for paper in item.materials for part in (paper, *paper.nested))
    texts = (item.title, *item.conditions, *papers, *ways, *item.time_limit.lines)
    return "|".join(_SYMBOLS.sub("", text) for text in texts)
