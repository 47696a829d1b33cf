"""Two items side by side: what differs is marked, down to the characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from actions.answer import Entry
from actions.compose import sections
from actions.offices import own
from actions.replies import office_section
from actions.when import When
from actions.wording import title, wording
from knowledge.guide import Guide
from knowledge.text import squeeze

_ALIKE = 0.5
_SHORTEST = 2  # a shorter run that is the same between two that differ is chance


@dataclass(frozen=True)
class Run:
    """Some characters; ``differs`` where the other side has others."""

    text: str
    differs: bool


@dataclass(frozen=True)
class Row:
    """An entry of each side that belong together; an empty side has none."""

    left: tuple[Run, ...]
    right: tuple[Run, ...]
    same: bool


@dataclass(frozen=True)
class Part:
    """The rows on one aspect."""

    aspect: str
    title: str
    rows: tuple[Row, ...]
    same: bool


@dataclass(frozen=True)
class Comparison:
    """Two items: number, title, page of each, then part by part."""

    left: tuple[int, str, int]
    right: tuple[int, str, int]
    parts: tuple[Part, ...]


def compared(guide: Guide, left: int, right: int, when: When) -> Comparison:
    """The comparison. Raises KeyError for a number that the guide does not have. Pure."""
    sides = [_texts(guide, number, when) for number in (left, right)]
    aspects = dict.fromkeys((*sides[0], *sides[1]))
    made = (_part(aspect, sides[0].get(aspect, ()), sides[1].get(aspect, ())) for aspect in aspects)
    heads = [(item.number, item.title, item.page) for item in (guide.item(left), guide.item(right))]
    return Comparison(heads[0], heads[1], tuple(made))


def _texts(guide: Guide, number: int, when: When) -> dict[str, tuple[str, ...]]:
    """All that is said of the item, by the titles of its sections."""
    shown = list(sections(guide, guide.item(number), ("overview",), when))
    if offices := own(guide, number, ()):
        shown.append(office_section(offices))
    return {section.title: tuple(map(_text, section.entries)) for section in shown}


def _text(entry: Entry) -> str:
    way, text = wording()["kinds"].get(entry.kind or ""), entry.text.removeprefix(f"{entry.group}：")
    text = (f"〔{entry.group}〕" if entry.group else "") + (f"{way}：" if way else "") + text
    text += f"（资料来源：{entry.source}）" if entry.source else ""
    return " ".join((text, *entry.urls))


def _part(heading: str, left: Sequence[str], right: Sequence[str]) -> Part:
    rows = tuple(_rows(left, right))
    return Part(_aspect(heading), heading, rows, all(row.same for row in rows))


def _aspect(heading: str) -> str:
    return next((name for name in wording()["titles"] if title(name) == heading), "")


def _rows(left: Sequence[str], right: Sequence[str]) -> Iterator[Row]:
    """What is the same, or alike, side by side; what has nothing like it stands beside what has neither."""
    free = list(right)
    twins = [_take(free, text, left) for text in left]
    for text, twin in zip(left, twins, strict=True):
        if twin is not None:
            yield _row(text, twin)
        elif free:
            yield Row((Run(text, True),), (Run(free.pop(0), True),), False)
        else:
            yield Row((Run(text, True),), (), False)
    yield from (Row((), (Run(text, True),), False) for text in free)


def _take(free: list[str], text: str, left: Sequence[str]) -> str | None:
    """The entry of the other side that belongs to this one, taken out of those that are free."""
    others = {squeeze(other) for other in left if other != text}
    same = next((other for other in free if squeeze(other) == squeeze(text)), None)
    alike = [other for other in free if squeeze(other) not in others and _likeness(text, other) >= _ALIKE]
    found = same or max(alike, key=lambda other: _likeness(text, other), default=None)
    if found is not None:
        free.remove(found)
    return found


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _row(left: str, right: str) -> Row:
    if squeeze(left) == squeeze(right):
        return Row((Run(left, False),), (Run(right, False),), True)
    pieces = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    same = [(a, b, c, d) for tag, a, b, c, d in pieces if tag == "equal" and b - a >= _SHORTEST]
    return Row(
        tuple(_runs(left, [(a, b) for a, b, _, _ in same])),
        tuple(_runs(right, [(c, d) for _, _, c, d in same])),
        False,
    )


def _runs(text: str, same: Sequence[tuple[int, int]]) -> Iterator[Run]:
    end = 0
    for first, last in (*same, (len(text), len(text))):
        if first > end:
            yield Run(text[end:first], bool(text[end:first].strip()))
        if last > first:
            yield Run(text[first:last], False)
        end = last
