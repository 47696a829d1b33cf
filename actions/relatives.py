"""Of whom a message speaks: the relative it names, and whether it goes on, or back, to one."""

from __future__ import annotations

import re

from actions.phrases import phrases
from knowledge.text import squeeze

_KIN = "|".join(phrases("relatives"))
_NEXT = r"^(?:{})?(?:我|俺|咱)?(?:家)?(?:{})[^，,]{{0,3}}呢"
_RELATIVE = re.compile(_NEXT.format("那|要是", _KIN))
_ANOTHER = re.compile(_NEXT.format("那|那么|要是", f"我|俺|{_KIN}"))
_BACK_TO = re.compile(rf"(?:{'|'.join(phrases('back'))})[^，,。]{{0,2}}(?:我|俺|咱)?(?:家)?(?:{_KIN})")
_PERSON = re.compile("|".join(word for word in phrases("relatives") if word not in ("他", "她")))


def person_of(text: str) -> str | None:
    """The relative whom the text names first: 妈 of 我妈十月就没开支."""
    found = _PERSON.search(squeeze(text))
    return found[0] if found else None


def turns_to_a_relative(text: str) -> bool:
    """Whether the text goes on to a relative: 那我爸呢."""
    return _RELATIVE.search(squeeze(text)) is not None


def turns_to_another(text: str) -> bool:
    """Whether the text goes from one person to another: 那我呢，那我爸呢."""
    return _ANOTHER.search(squeeze(text)) is not None


def goes_back_to(text: str) -> bool:
    """Whether the text goes back to a relative of whom was spoken before: 说回我妈."""
    return _BACK_TO.search(squeeze(text)) is not None
