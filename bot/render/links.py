"""What can be tapped inside a text: the guide's own telephone numbers and addresses, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from knowledge.guide import Guide


@dataclass(frozen=True)
class Part:
    """A run of text; ``href`` where it can be tapped."""

    text: str
    href: str = ""


def dial(number: str) -> str:
    """The link that dials a number."""
    return "tel:" + re.sub(r"[^0-9+]", "", number)


def web(url: str) -> Part:
    """A web address; only text where it is of another kind than http."""
    return Part(url, url if urlsplit(url).scheme in ("http", "https") else "")


def numbers(guide: Guide, *more: str) -> re.Pattern[str]:
    """What finds the telephone numbers of the guide, and ``more``, in a text."""
    known = {phone.number for phone in guide.centre.phones} | {office.phone for office in guide.offices}
    known |= {phone.number for item in guide.items for phone in item.phones} | set(more)
    longest_first = sorted(known, key=lambda number: (-len(number), number))
    return re.compile(rf"(?<!\d)(?:{'|'.join(map(re.escape, longest_first))})(?!\d)" if known else r"(?!)")


def parts(text: str, pattern: re.Pattern[str] | None) -> Iterator[Part]:
    """The text with the numbers that the pattern finds apart, to be dialled."""
    end = 0
    for found in pattern.finditer(text) if pattern else ():
        if found.start() > end:
            yield Part(text[end : found.start()])
        yield Part(found[0], dial(found[0]))
        end = found.end()
    if end < len(text) or not text:
        yield Part(text[end:])
