"""Which office is meant: the district, town, street or name that the message says; and which is an item's own."""

from __future__ import annotations

import re

from actions.phrases import phrases, says, without
from knowledge.guide import Guide
from knowledge.records import Office
from knowledge.text import squeeze

_STREET = re.compile(r"(?:[市区县镇]|自治县)([一-龥]{2,4}?(?:大街|东路|西路|街|路|镇|村))")
_LABEL = re.compile(r"[一-龥]{2,}(?:区|县|镇|路|街)[一-龥0-9\-－]*(?:号|楼|单元|室|路|街|段|栋)")
_FEW = 2


def numbers(guide: Guide, text: str) -> tuple[int, ...]:
    """The numbers of the offices that the text names: by full name, by a word of the centre's list, by street."""
    words = squeeze(text)
    named = {row.office for row in guide.centre.office_words if any(word in words for word in row.words)}
    return tuple(o.number for o in guide.offices if o.number in named or _names(o, words))


def said(guide: Guide, text: str) -> tuple[Office, ...]:
    """The offices that the text names; none if none."""
    named = numbers(guide, text)
    return tuple(office for office in guide.offices if office.number in named)


def only_a_place(guide: Guide, text: str) -> bool:
    """Whether the text says nothing but where somebody is: 我在县里, or a location label."""
    words = squeeze(text)
    if not numbers(guide, words) or says(words, "questions"):
        return False
    names = [word for row in guide.centre.office_words for word in row.words]
    return bool(_LABEL.search(words)) or len(without(words, (*names, *phrases("stay")))) <= _FEW


def asks_where(text: str) -> bool:
    """Whether the text asks for a place or a telephone, and not for one on the net."""
    words = squeeze(text)
    return says(words, "where") and not says(words, "online")


def own(guide: Guide, number: int, district: tuple[int, ...]) -> tuple[Office, ...]:
    """The offices at which the item is done: of those by district the citizen's, all where that is not known."""
    found: set[int] = set()
    for place in guide.places_of(number):
        near = [n for n in place.offices if n in district] if place.by_district else []
        found.update(near or place.offices)
    return tuple(office for office in guide.offices if office.number in found)


def by_district(guide: Guide, number: int) -> bool:
    """Whether the item is done at the office of the citizen's district."""
    return any(place.by_district for place in guide.places_of(number))


def _names(office: Office, words: str) -> bool:
    return squeeze(office.name) in words or any(street in words for street in _STREET.findall(squeeze(office.address)))
