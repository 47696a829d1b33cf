"""The Answer as a card: what a page shows, in order, for the widget and for the page without JavaScript alike.

Conditions and prohibited cases come first whatever was asked: nobody shall take the papers and miss the condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from actions.dates import COMPUTED
from actions.wording import title, wording
from bot.render import links
from bot.render.parts import Block, Card, Group, Line
from bot.render.plain import heading, source_line
from bot.web.words import words
from knowledge.guide import Guide
from knowledge.text import MARKS

_FIRST = ("reply", "eligibility", "prohibited", "notes")
_TONES = {"prohibited": "stop", "eligibility": "must", "notes": "must", "reply": "say"}


@dataclass(frozen=True)
class _Shown:
    """What every part of a card looks at."""

    answer: Mapping[str, Any]
    guide: Guide
    dials: re.Pattern[str]
    urgent: re.Pattern[str]

    def numbers(self, aspect: str) -> re.Pattern[str] | None:
        """What may be dialled there. Among the ways apps are named that bear a telephone number."""
        return None if aspect == "channel" else self.urgent if aspect == "reply" else self.dials


def card(answer: Mapping[str, Any], guide: Guide) -> Card:
    """The card of an answer (as JSON data). Telephone numbers that the guide knows can be dialled."""
    shown = _Shown(answer, guide, links.numbers(guide), links.numbers(guide, *words()["emergency"]))
    sections = [section for section in answer["sections"] if not _is_said_below(section, answer)]
    replies = tuple(answer["ask"]["options"] if answer["ask"] else ())
    return Card(
        status=answer["status"],
        title=heading(answer),
        said=tuple(dict.fromkeys(fact["words"] for fact in answer["facts"] if fact["words"])),
        blocks=tuple(_block(section, shown) for section in sorted(sections, key=lambda one: _place(one, answer))),
        ask=answer["ask"]["text"] if answer["ask"] else "",
        replies=replies,
        options=tuple(option for option in answer["options"] if option not in replies),
        phones=tuple({**phone, "href": links.dial(phone["number"])} for phone in answer["phones"]),
        source=source_line(answer["citation"]),
        also=tuple(card(further, guide) for further in answer["also"]),
        text=answer["text"],
    )


def _place(section: Mapping[str, Any], answer: Mapping[str, Any]) -> int:
    """Before everything the refusal or the reply, then the conditions, then the rest as it stands in the answer."""
    if _refuses(section, answer):
        return -1
    return _FIRST.index(section["aspect"]) if section["aspect"] in _FIRST else len(_FIRST)


def _refuses(section: Mapping[str, Any], answer: Mapping[str, Any]) -> bool:
    """Whether the section says why it cannot be done: all of it is about the cases that apply."""
    applies = (entry.get("kind") in answer["prohibited"] for entry in section["entries"])
    return answer["status"] == "prohibited" and section["aspect"] == "prohibited" and all(applies)


def _is_said_below(section: Mapping[str, Any], answer: Mapping[str, Any]) -> bool:
    """An item's own telephones are the card's buttons already; the offices at which it is done are not."""
    return section["title"] == title("phone_office") and answer["item"] is not None


def _block(section: Mapping[str, Any], shown: _Shown) -> Block:
    aspect = section["aspect"]
    return Block(
        aspect=aspect,
        title=section["title"],
        tone="refuse" if _refuses(section, shown.answer) else _TONES.get(aspect, "plain"),
        asked=aspect in shown.answer["aspects"],
        tick=aspect == "materials" and not _none_needed(shown),
        groups=tuple(_groups(section, shown)),
    )


def _none_needed(shown: _Shown) -> bool:
    """Whether the guide says that the item needs no papers: a sentence, nothing to tick."""
    found = (item for item in shown.guide.items if item.number == shown.answer["item"])
    return any(item.no_materials for item in found)


def _groups(section: Mapping[str, Any], shown: _Shown) -> Iterator[Group]:
    entries: Sequence[Mapping[str, Any]] = section["entries"]
    refuses = _refuses(section, shown.answer)
    if section["aspect"] == "prohibited" and not refuses:
        entries = sorted(entries, key=lambda entry: entry.get("kind") not in shown.answer["prohibited"])
    for name, rows in groupby(entries, lambda entry: entry.get("group") or ""):
        yield Group(name, tuple(_line(entry, section["aspect"], shown, not refuses) for entry in rows))


def _line(entry: Mapping[str, Any], aspect: str, shown: _Shown, mark: bool) -> Line:
    kind, group = entry.get("kind", ""), entry.get("group")
    text = entry["text"].removeprefix(f"{group}：").rstrip("：")
    addresses = (links.web(url) for url in entry.get("urls", ()))
    return Line(
        parts=(*links.parts(text, shown.numbers(aspect)), *addresses),
        way=kind if kind == COMPUTED or kind in wording()["kinds"] else "",
        source=entry.get("source", ""),
        under=text.startswith(tuple(MARKS)),
        mine=mark and aspect == "prohibited" and kind in shown.answer["prohibited"],
    )
