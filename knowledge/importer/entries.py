"""Lines of one section → its entries, as printed: group, mark, text. Wraps are undone here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.text import MARKS, unwrap

_NESTED = re.compile(r"^(\d+[)）])\s*")
_GROUP = re.compile(rf"^([^：。；，{MARKS}]{{2,12}})：\s*(?=[{MARKS}]|$)")


@dataclass(frozen=True)
class Entry:
    """One entry; ``nested`` where its mark is of the second level (``1）``)."""

    text: str
    mark: str | None = None
    group: str | None = None
    nested: bool = False


def paragraphs(lines: Iterable[str]) -> list[str]:
    """Running text: a blank line parts two paragraphs only where the sentence before it has ended."""
    found: list[str] = []
    for line in lines:
        if found and not (line.startswith("\n") and found[-1].endswith(("。", "；", "：", ";"))):
            found[-1] += line
        else:
            found.append(line)
    return [unwrap(text) for text in found]


def entries(lines: Iterable[str]) -> list[Entry]:
    """Marked entries under their group headings; a line that opens nothing continues the one above."""
    found: list[list[str | None]] = []
    group: str | None = None
    for line in (text.strip() for text in lines):
        if heading := _GROUP.match(line):
            group, line = heading[1], line[heading.end() :]
            if not line:
                continue
        if line[0] in MARKS:
            found.append([line[1:], line[0], group])
        elif nested := _NESTED.match(line):
            found.append([line[nested.end() :], nested[1], group])
        elif found:
            found[-1][0] = f"{found[-1][0]}\n{line}"
        else:
            found.append([line, None, group])
    return [Entry(unwrap(text or ""), mark, of, bool(mark and mark not in MARKS)) for text, mark, of in found]
