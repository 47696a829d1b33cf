"""The section 温馨提示, and the telephone numbers in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.importer.entries import entries
from knowledge.records import Phone, Tip

_PHONE = r"(?:0\d{2,3}-\d{7,8}|(?<!\d)12\d{3}(?!\d))"
_GROUP = re.compile(rf"({_PHONE}(?:、{_PHONE})*)[）)]?\s*(咨询投诉|咨询|投诉)?")
_PURPOSE = re.compile(r"拨打([^，。（]*?)电话([^，。（]*)（$")


def tips(lines: Sequence[str]) -> tuple[Tip, ...]:
    """The tips in their printed order."""
    return tuple(Tip(entry.text, entry.mark) for entry in entries(lines))


def phones(texts: Sequence[str]) -> tuple[Phone, ...]:
    """Each number with what the text says it is for, once."""
    found: dict[Phone, None] = {}
    for text in texts:
        for match in _GROUP.finditer(text):
            use = match[2] or _purpose(text[: match.start()])
            found.update((Phone(number, use), None) for number in re.findall(_PHONE, match[1]))
    return tuple(found)


def _purpose(before: str) -> str:
    named = _PURPOSE.search(before)
    return f"{named[1]}{named[2]}" if named else "咨询"
