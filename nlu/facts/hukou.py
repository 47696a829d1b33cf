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

_HERE = re.compile(r"这|你们|咱|本地|当地|社区|小区|婆家|租|随|跟着")


def find(text: str, places: Places) -> Iterator[Fact]:
    """Elsewhere or local; moved here by now, or wanting to pay back home, is local."""
    lists = words("hukou")
    if not lists["word"].search(text):
        return
    if found := lists["moved"].search(text) or lists["back_home"].search(text):
        if not re.search(r"(?:没|没有|还没|不)[^，,。]{0,4}$", text[: found.start()] + found[0][:2]):
            yield Fact("hukou", "local", found[0])
            return
    if found := _here(text, places):
        yield Fact("hukou", *found)
        return
    for stated in (*_STATED.finditer(text), *_BEFORE.finditer(text)):
        away = named(stated[0], known(places))
        if away and stated.re is _BEFORE and not (_HERE.search(text) or named(text, places.here)):
            continue
        if away or _outside(stated[0], places):
            yield Fact("hukou", "elsewhere", stated[0])
            return
    for stated in _STATED.finditer(text):
        if named(stated[0], places.here):
            yield Fact("hukou", "local", stated[0])
            return


def _here(text: str, places: Places) -> tuple[str, str] | None:
    """没有抚顺户口, or 抚顺户口在大连打工: a name of home right before the word."""
    names = "|".join(places.here)
    found = (
        re.search(
            rf"(没有?|不是|非|没)?(?<!在)(?<!住)(?:{names})(?:市|县|区|那边|本地)?的?(?:农村|城镇)?(?:户口|户籍)", text
        )
        if names
        else None
    )
    return ("elsewhere" if found[1] else "local", found[0]) if found else None


def _outside(said: str, places: Places) -> bool:
    """Said to be elsewhere: 外地, 没迁过来, 不在 and a name of home. At home and never moved is not elsewhere."""
    here = named(said, places.here)
    if here:
        return re.search(f"(?:不在|没在|不是|不属于){here}", said) is not None
    return words("hukou")["outside_word"].search(said) is not None
