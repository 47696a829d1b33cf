"""Whether the household is registered where somebody wants to join the residents' pension."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import Fact
from knowledge.places import Places
from nlu.facts.places import known, named
from nlu.facts.vocabulary import words

_STATED = re.compile(
    r"(?:户口本?|户籍)[^，,。；;！!？?\s]{0,3}?(?:在|是|还在|落在|搁|为|属于|不在|没在|没|不是)[^，,。；;！!？?\s]{1,12}|(?:户口|户籍)[^，,。；;！!？?\s]{0,10}"
)
_BEFORE = re.compile(r"[^，,。；;！!？?\s]{1,8}(?:的|是|这边|那边)?(?:农村|农业|城镇|农)?(?:户口|户籍)")

# The booklet as a paper to bring says nothing of where somebody is registered.
_PAPER = re.compile(r"户口[簿本](?:落|忘|丢|没带|没拿|找不|带|拿|复印|原件)[^，,。；;！!？?]*")
_NOT_YET = re.compile(r"(?:没|没有|还没|不)[^，。]{0,4}$")
_HERE = re.compile(r"这|你们|咱|本地|当地|社区|小区|婆家|租|随|跟着")


def find(text: str, places: Places) -> Iterator[Fact]:
    """Elsewhere or local; moved here by now, or wanting to pay back home, is local."""
    lists, text = words("hukou"), _PAPER.sub("", text)
    if not lists["word"].search(text):
        return
    settled = lists["moved"].search(text) or lists["back_home"].search(text)
    if settled and not _NOT_YET.search(text[: settled.start()] + settled[0][:2]):
        yield Fact("hukou", "local", settled[0])
    elif found := _here(text, places):
        yield Fact("hukou", *found)
    elif away := _elsewhere(text, places):
        yield Fact("hukou", "local" if _joins_there(text, away, places) else "elsewhere", away)
    elif home := next((one[0] for one in _STATED.finditer(text) if named(one[0], places.here)), None):
        yield Fact("hukou", "local", home)


def _elsewhere(text: str, places: Places) -> str | None:
    """The words that put the registration elsewhere. A mere 沈阳户口 needs a sign that it is about here."""
    about_here = _HERE.search(text) is not None or named(text, places.here) is not None
    for stated in (*_STATED.finditer(text), *_BEFORE.finditer(text)):
        away = named(stated[0], known(places)) and (stated.re is _STATED or about_here)
        if away or _outside(stated[0], places):
            return stated[0]
    return None


def _joins_there(text: str, stated: str, places: Places) -> bool:
    """Registered elsewhere and paying there too: 户口在甲地，甲地的居民养老怎么交."""
    place = named(stated, known(places))
    there = rf"{place}(?:那边)?的?(?:居民|农保|城乡|养老)|在{place}(?:那边)?(?:交|办|参|入)"
    return place is not None and re.search(there, text) is not None


def _here(text: str, places: Places) -> tuple[str, str] | None:
    """A name of home right before the word: not registered here, or here though one works elsewhere."""
    if not places.here:
        return None
    name = rf"(?<!在)(?<!住)(?:{'|'.join(places.here)})(?:市|县|区|那边|本地)?"
    found = re.search(rf"(没有?|不是|非)?{name}的?(?:农村|城镇)?(?:户口|户籍)", text)
    return ("elsewhere" if found[1] else "local", found[0]) if found else None


def _outside(said: str, places: Places) -> bool:
    """Said to be elsewhere: 外地, 没迁过来, 不在 and a name of home. At home and never moved is not elsewhere."""
    here = named(said, places.here)
    if here:
        return re.search(f"(?:不在|没在|不是|不属于){here}", said) is not None
    return words("hukou")["outside_word"].search(said) is not None
