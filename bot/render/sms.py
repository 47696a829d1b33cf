"""The Answer as short messages of at most 70 characters, what matters most first, each with its place (1/4).

Of an item only what was asked and what nobody may miss is sent: why it cannot be done, the conditions, the prohibited
cases, notes, telephones and source. What does not fit into one part goes on in the next; nothing of it is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from actions.wording import wording
from bot.render.plain import heading
from knowledge.text import MARKS

LIMIT = 70  # characters of one message in the alphabet that Chinese needs
_FILE = Path(__file__).with_name("sms.yml")
_MUST = ("prohibited", "reply", "eligibility", "notes")
_ALL = ("materials", "channel", "time_limit")
_COUNTED = ("materials", "channel", "eligibility", "prohibited")
_MARKED = re.compile(rf"[{MARKS}]|\d+[)）]")
# Where a long line is cut, best first.
_ENDS = ("。；！？", "，、：", "）”》 ")


def sms(answer: Mapping[str, Any], limit: int = LIMIT) -> tuple[str, ...]:
    """The messages of an answer (as JSON data)."""
    lines = [line for one in (answer, *answer["also"]) for line in _lines(one) if line.strip()]
    for digits in (1, 2, 3):  # the more parts, the more room their numbers take
        room = limit - len(_words()["part"].format(n="9" * digits, all="9" * digits))
        parts = _packed(lines, room)
        if len(parts) == 1 and len(parts[0]) <= limit:
            return tuple(parts)
        if len(str(len(parts))) <= digits:
            break
    return tuple(_words()["part"].format(n=n, all=len(parts)) + part for n, part in enumerate(parts, 1))


def _lines(answer: Mapping[str, Any]) -> Iterator[str]:
    title = heading(answer)
    if title:
        yield _words()["about"].format(title=title)
    for section in _chosen(answer):
        yield from _section(section, answer)
    if answer["ask"]:
        yield answer["ask"]["text"]
        yield from (f"{n}. {option['label']}" for n, option in enumerate(answer["ask"]["options"], 1))
    if answer["phones"]:
        phones = (_words()["phone"].format(number=one["number"], use=one["use"]) for one in answer["phones"])
        yield _words()["phones"].format(phones=_words()["joint"].join(phones))
    if cited := answer["citation"]:
        yield _words()["source"].format(guide=cited["guide"], page=cited["page"])


def _chosen(answer: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Why it cannot be done, what was asked, what must be known; everything else where nothing was asked."""
    asked = [aspect for aspect in answer["aspects"] if aspect not in ("overview", "eligibility")]
    wanted = asked or ([] if answer["status"] == "prohibited" else list(_ALL))
    ranks = {**dict.fromkeys(_MUST, 2), **dict.fromkeys(wanted, 1)}
    rows = []
    for section in answer["sections"]:
        if _refuses(section):
            rows.append((0, section))
        elif section["aspect"] in ranks:
            rows.append((ranks[section["aspect"]], section))
    return [section for _, section in sorted(rows, key=lambda row: row[0])]


def _refuses(section: Mapping[str, Any]) -> bool:
    """Whether it is the section that says why it cannot be done."""
    return bool(section["title"] == wording()["titles"]["refusal"])


def _section(section: Mapping[str, Any], answer: Mapping[str, Any]) -> Iterator[str]:
    key = "refuse" if _refuses(section) else section["aspect"]
    title = _words().get(key, f"{section['title']}：")
    entries, group = section["entries"], None
    for n, entry in enumerate(entries, 1):
        own = entry.get("group")
        text = entry["text"].removeprefix(f"{own}：").rstrip("；;：: ")
        if own and own != group:
            text, group = f"〔{own}〕{text}", own
        way = wording()["kinds"].get(entry.get("kind", "")) if section["aspect"] == "channel" else None
        numbered = len(entries) > 1 and section["aspect"] in _COUNTED and not _MARKED.match(entry["text"])
        text = (f"{n}）" if numbered else "") + (f"{way}：" if way else "") + text
        text += f"（{entry['source']}）" if entry.get("source") else ""
        yield (title if n == 1 else "") + " ".join([text, *entry.get("urls", ())])


def _packed(lines: Sequence[str], room: int) -> list[str]:
    """Lines put together as far as they fit; one that is longer is cut behind a mark where it can be."""
    parts: list[str] = []
    for line in lines:
        joined = f"{parts[-1]}\n{line}" if parts else line
        if parts and len(joined) <= room:
            parts[-1] = joined
        else:
            parts += _cut(line, room)
    return parts


def _cut(line: str, room: int) -> list[str]:
    pieces = []
    while len(line) > room:
        ends = (max(line.rfind(end, 0, room) for end in kind) + 1 for kind in _ENDS)
        at = next((end for end in ends if end > room // 3), room)
        pieces.append(line[:at])
        line = line[at:]
    return [*pieces, line]


@cache
def _words() -> dict[str, str]:
    loaded: dict[str, str] = yaml.safe_load(_FILE.read_text("utf-8"))
    return loaded
