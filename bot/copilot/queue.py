"""The review queue as it is shown: groups of like questions with their clock, the most pressing first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.copilot.clock import Clock, clock
from bot.store.review import Entry
from knowledge.guide import Guide
from knowledge.workdays import Calendar


@dataclass(frozen=True)
class Line:
    """One question as it was asked, with all entries that ask it in the same words."""

    text: str
    ids: tuple[int, ...]
    notes: tuple[str, ...]

    @property
    def number(self) -> int:
        """What its fields in the form are named by."""
        return self.ids[0]


@dataclass(frozen=True)
class Group:
    """Like questions. ``likely`` are the items that they may be about, ``answered`` those that were answered."""

    clock: Clock
    lines: tuple[Line, ...]
    reasons: tuple[tuple[str, int], ...]
    channels: tuple[tuple[str, int], ...]
    answered: tuple[int, ...]
    likely: tuple[int, ...]
    aspect: str
    first: str
    last: str

    @property
    def count(self) -> int:
        """How often it was asked."""
        return sum(len(line.ids) for line in self.lines)


def group(entries: Sequence[Entry], today: date, guide: Guide) -> Group:
    """The group of entries that are alike."""
    calendar = Calendar(guide.notices)
    days = sorted(date.fromtimestamp(entry.at) for entry in entries)
    known = {item.number for item in guide.items}
    answered = Counter(entry.item for entry in entries if entry.item in known)
    near = Counter(number for entry in entries for number in entry.candidates[:3] if number in known)
    aspects = Counter(entry.aspect for entry in entries if entry.aspect)
    return Group(
        clock(days[0], today, calendar),
        _lines(entries),
        tuple(Counter(entry.reason for entry in entries).most_common()),
        tuple(Counter(entry.channel for entry in entries).most_common()),
        tuple(number for number, _ in answered.most_common(3)),
        tuple(dict.fromkeys(number for number, _ in [*near.most_common(4), *answered.most_common(2)])),
        aspects.most_common(1)[0][0] if aspects else "overview",
        f"{days[0].month}月{days[0].day}日",
        f"{days[-1].month}月{days[-1].day}日",
    )


def pressing(groups: Sequence[Group]) -> list[Group]:
    """The groups by the day at which they are due; of one day, what is asked most comes first."""
    return sorted(groups, key=lambda one: (one.clock.due, -one.count))


def _lines(entries: Sequence[Entry]) -> tuple[Line, ...]:
    texts = Counter(entry.question for entry in entries)
    return tuple(_line([entry for entry in entries if entry.question == text]) for text, _ in texts.most_common())


def _line(entries: Sequence[Entry]) -> Line:
    notes = tuple(dict.fromkeys(entry.note for entry in entries if entry.note))
    return Line(entries[0].question, tuple(entry.id for entry in entries), notes)
