"""The Answer as a script to say on the phone: short sentences, what was asked first, nothing lost that must be said.

The words around the guide's are in spoken.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import cn2an
import yaml

from actions.wording import wording
from bot.render.plain import heading
from knowledge.text import MARKS

_FILE = Path(__file__).with_name("spoken.yml")
# After what was asked: what nobody may miss, then the rest. Tips are said only where they are asked for.
_ORDER = ("reply", "eligibility", "prohibited", "notes", "materials", "channel", "time_limit", "phone_office")
_MUST = ("reply", "eligibility", "prohibited", "notes")
REFUSAL = "refusal"
_MARK = re.compile(rf"^(?:[{MARKS}]|\d+[)）、.])\s*")
_SENTENCE = re.compile(r"(?<=[。！？；])(?=.)")
_STOPS = "。！？"

Entries = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Said:
    """One sentence to say; ``aspect`` is what it is about, as in an Answer's sections."""

    aspect: str
    text: str


def spoken(answer: Mapping[str, Any]) -> tuple[Said, ...]:
    """The script of an answer (as JSON data)."""
    title = heading(answer)
    said = [Said("about", _words()["about"].format(title=title))] if title else []
    for section in sorted(_worth_saying(answer), key=lambda one: _place(one, answer)):
        aspect = REFUSAL if _refuses(section) else section["aspect"]
        said += [Said(aspect, text) for text in _section(section)]
    if answer["ask"]:
        said += [Said("ask", text) for text in _ask(answer["ask"])]
    further = (one for other in answer["also"] for one in spoken(other))
    return (*(Said(one.aspect, part) for one in said for part in _SENTENCE.split(one.text) if part.strip()), *further)


def script(answer: Mapping[str, Any]) -> str:
    """The script as one text, a line for each aspect."""
    return "\n".join("".join(one.text for one in run) for _, run in groupby(spoken(answer), lambda one: one.aspect))


def _worth_saying(answer: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Where it cannot be done: why, the conditions and cases, and what was asked; what to bring is said no more."""
    for section in answer["sections"]:
        must = section["aspect"] in _MUST or section["aspect"] in answer["aspects"]
        if must or answer["status"] != "prohibited":
            yield section


def _place(section: Mapping[str, Any], answer: Mapping[str, Any]) -> tuple[int, int]:
    """Why it cannot be done, then what was asked, then ``_ORDER``."""
    aspect = section["aspect"]
    order = _ORDER.index(aspect) if aspect in _ORDER else len(_ORDER)
    if aspect == "prohibited" and _refuses(section):
        return 0, 0
    asked = [one for one in answer["aspects"] if one != "overview"]
    return (1, asked.index(aspect)) if aspect in asked else (2, order)


def _refuses(section: Mapping[str, Any]) -> bool:
    """Whether it is the section that says why it cannot be done."""
    return bool(section["title"] == wording()["titles"]["refusal"])


def _section(section: Mapping[str, Any]) -> Iterator[str]:
    aspect, entries = section["aspect"], section["entries"]
    if aspect == "reply" or _refuses(section):
        yield from (entry["text"] for entry in entries)
    elif aspect == "materials":
        yield from _materials(entries)
    elif aspect == "eligibility":
        yield from _list("conditions", "condition", [_item(entry) for entry in entries])
    elif aspect == "prohibited":
        yield from _list("prohibited", "prohibited_one", _cases(entries))
    elif aspect == "channel":
        yield from _ways(entries)
    else:
        yield from _plainly(aspect, section["title"], entries)


def _materials(entries: Entries) -> Iterator[str]:
    words = _words()
    groups = [(name, list(rows)) for name, rows in groupby(entries, lambda entry: entry.get("group") or "")]
    if len(groups) > 1:
        yield words["materials_groups"]
    for name, rows in groups:
        tops = [row for row in rows if not _is_inside(row, rows)]
        alone = len(rows) == 1
        key = ("group" if name else "materials") + ("_one" if alone else "")
        yield words[key].format(group=name, count=_count(len(tops)), text=_item(rows[0]))
        if not alone:
            yield from _numbered(rows)


def _is_inside(row: Mapping[str, Any], rows: Entries) -> bool:
    """Whether the line is marked: then it belongs to one before it, as the first never does."""
    return row is not rows[0] and _MARK.match(row["text"]) is not None


def _numbered(rows: Entries) -> Iterator[str]:
    number = 0
    for row in rows:
        if _is_inside(row, rows):
            yield _words()["inside"].format(text=_item(row))
        else:
            number += 1
            yield _words()["each"].format(ordinal=cn2an.an2cn(number), text=_item(row))


def _list(many: str, one: str, texts: Sequence[str]) -> Iterator[str]:
    """One statement, or several that are counted."""
    if len(texts) == 1:
        yield _words()[one].format(text=texts[0])
        return
    yield _words()[many].format(count=_count(len(texts)))
    for number, text in enumerate(texts, 1):
        yield _words()["each"].format(ordinal=cn2an.an2cn(number), text=text)


def _cases(entries: Entries) -> list[str]:
    """The cases; the matter's title, which is printed before each, is left out where all are of the same."""
    matters = {entry["text"].partition("：")[0] for entry in entries}
    texts = [_item(entry) for entry in entries]
    return [text.partition("：")[2] or text for text in texts] if len(matters) == 1 else texts


def _ways(entries: Entries) -> Iterator[str]:
    yield from _list("channel", "channel_one", [_way(entry) for entry in entries])
    if any(entry.get("urls") for entry in entries):
        yield _words()["url"]


def _way(entry: Mapping[str, Any]) -> str:
    name = wording()["kinds"].get(entry.get("kind", ""))
    return _words()["way"].format(way=name, text=_item(entry)) if name else _item(entry)


def _plainly(aspect: str, title: str, entries: Entries) -> Iterator[str]:
    first, *rest = map(_item, entries)
    own = aspect in _words() and title == wording()["titles"].get(aspect)
    form = _words()[aspect if own or aspect == "phone_office" else "other"]
    if "{text}" in form:
        yield form.format(text=first, title=title)
    else:
        yield from (form, first)
    yield from rest


def _ask(ask: Mapping[str, Any]) -> Iterator[str]:
    yield ask["text"]
    labels = [option["label"] for option in ask["options"]]
    if labels:
        yield _words()["options"].format(options=_words()["between"].join(labels))


def _item(entry: Mapping[str, Any]) -> str:
    """An entry without the mark it is printed with, with its source, ended."""
    group = entry.get("group")
    text = entry["text"].removeprefix(f"{group}：") if group else entry["text"]
    text = _MARK.sub("", text).rstrip("；;：: ")
    if entry.get("source"):
        text = text.rstrip("。") + _words()["source"].format(source=entry["source"])
    return text if text.endswith(tuple(_STOPS)) else f"{text}。"


def _count(number: int) -> str:
    return str(_words()["counts"].get(number) or cn2an.an2cn(number))


@cache
def _words() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return loaded
