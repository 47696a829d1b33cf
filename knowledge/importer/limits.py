"""The section 办理时限: the sentence as printed, and the numbers in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.importer.kinds import KINDS
from knowledge.records import AcceptanceWindow, ChannelKind, Limit, TimeLimit
from knowledge.text import MARKS, unwrap

# "一次月" is the mis-read "—次月" of the printed guide; the errata file shows it as meant.
_WINDOW = re.compile(r"每月\s*(\d+)\s*日(?:至|一|—)(?:次月)?\s*(\d+)\s*日受理")
_LIMIT = re.compile(r"即时办结|(?:\d+\s*至\s*)?(\d+)\s*(个工作日|日)内?")
_CHANNEL = re.compile("|".join(f"{word[:2]}(?:办)?" for word in KINDS))
_APP = re.compile(r"(?:^|[；：])([^；：，]*App[^；：，]*)，\s*$")


def time_limit(lines: Sequence[str]) -> TimeLimit:
    """The time limit; ``limits`` is empty where the sentence holds no number that is understood."""
    printed: list[str] = []
    for line in (text.strip() for text in lines):
        if printed and line[0] not in MARKS:
            printed[-1] += f"\n{line}"
        else:
            printed.append(line)
    texts = tuple(unwrap(text) for text in printed)
    window = next((_window(found) for text in texts if (found := _WINDOW.search(text))), None)
    limits = tuple(limit for text in texts for limit in _limits(_WINDOW.sub("", text)))
    return TimeLimit(texts, limits, window)


def _window(found: re.Match[str]) -> AcceptanceWindow:
    return AcceptanceWindow(int(found[1]), int(found[2]))


def _limits(text: str) -> Iterator[Limit]:
    channel: ChannelKind | None = None
    start = 0
    for found in _LIMIT.finditer(text):
        before = text[start : found.start()]
        if said := _CHANNEL.search(before):
            channel = KINDS[f"{said[0][:2]}办"]
        app = _APP.search(before)
        unit = {"个工作日": "working_day", "日": "day", None: "instant"}[found[2]]
        yield Limit(unit, int(found[1] or 0), channel, app[1].strip() if app else None)  # type: ignore[arg-type]
        start = found.end()
