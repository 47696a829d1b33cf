"""The body of a guide, cut into items and their sections, captions set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.errors import GuideError
from knowledge.importer.ledger import Ledger
from knowledge.importer.source import HEADINGS, Line
from knowledge.importer.tables import Listed, ordinal
from knowledge.text import squeeze, unwrap

SECTIONS = {"需提供要件": "materials", "办理路径": "channels", "办理时限": "time_limit", "温馨提示": "tips"}
_TITLE = re.compile(r"^(\d+)[.．]\s*([^\s\d].*)$")
_SECTION = re.compile(rf"^(\d+)\.(\d)\s*({'|'.join(SECTIONS)})[：:]\s*(.*)$")
_LINK = re.compile(r"<(https?://[^<>\s]+)>$")
_BULLET = re.compile(r"^- (?=\S)")


@dataclass
class RawItem:
    """The lines of one item by section; ``conditions`` is what stands before the first section."""

    number: int
    title: str
    line: int
    sections: dict[str, list[str]] = field(default_factory=lambda: {"conditions": []})


def cut(
    lines: Sequence[Line], listed: Sequence[Listed], ledger: Ledger, path: Path
) -> tuple[dict[int, str], list[RawItem]]:
    """Chapter headings by category, and the items. Raises GuideError where a section is missing."""
    headings: dict[int, str] = {}
    items: list[RawItem] = []
    numbers = [row.number for row in listed]
    section, caption, blank = "conditions", False, True
    for line in lines:
        text = line.text.strip()
        if not text:
            blank = True
            continue
        after_blank, blank = blank, False
        if text in HEADINGS["body"] and not items:
            ledger.drop("heading", text)
            continue
        if bullet := _BULLET.match(text):
            ledger.drop("bullet", bullet[0])
            text = text[bullet.end() :]
        if link := _LINK.search(text):
            ledger.drop("link_frame", "<>")
            text = text[: link.start()] + link[1]
        if squeeze(text) == "操作流程":
            ledger.drop("flow_caption", text)
            caption = True
            continue
        if items and _is_caption(text, items[-1], caption):
            ledger.drop("flow_caption", text)
            continue
        if items and after_blank and section == "channels" and _repeats_place(text, items[-1]):
            ledger.drop("place_caption", text)
            continue
        caption = False
        if (head := ordinal(text)) and head[0] == len(headings) + 1:
            headings[head[0]] = head[1]
            ledger.use(text)
        elif (title := _TITLE.match(text)) and _next(items, numbers, title[1], line, path):
            _complete(items, path)
            items.append(RawItem(int(title[1]), unwrap(title[2]), line.number))
            section = "conditions"
            ledger.use(text)
        elif items and (opened := _SECTION.match(text)) and int(opened[1]) == items[-1].number:
            section = SECTIONS[opened[3]]
            items[-1].sections[section] = [opened[4]] if opened[4] else []
            ledger.use(text)
        elif items:
            items[-1].sections[section].append(("\n" if after_blank else "") + text)
            ledger.use(text)
    _complete(items, path)
    if missing := sorted(set(numbers) - {item.number for item in items}):
        where = lines[-1].number if lines else None
        raise GuideError(f"正文缺少事项 {missing[0]}", "文件可能被截断，请用完整的指南全文", path, where)
    return headings, items


def _next(items: list[RawItem], numbers: list[int], printed: str, line: Line, path: Path) -> bool:
    """Whether a numbered line opens the next item. Raises GuideError where it opens one again."""
    number = int(printed)
    if number in numbers and any(item.number == number for item in items):
        raise GuideError(f"事项 {number} 在正文出现两次", "请删去重复的一份", path, line.number)
    return len(items) < len(numbers) and number == numbers[len(items)]


def _is_caption(text: str, item: RawItem, after_flow: bool) -> bool:
    """The words under a QR code: the item's title, whole or wrapped, and the way it is done."""
    words = squeeze(text)
    if after_flow and words.startswith(squeeze(item.title)[:4]):
        item.sections.setdefault("caption", []).append(words)
        return True
    begun = item.sections.get("caption", [])
    rest = len(words) <= 3 and begun and not begun[-1].endswith("办") and words.endswith("办")
    if rest:
        begun[-1] += words
    return bool(rest)


def _repeats_place(text: str, item: RawItem) -> bool:
    """A paragraph that only repeats the place named at the end of the line above it."""
    channels = item.sections.get("channels", [])
    return bool(channels) and squeeze(channels[-1]).endswith(squeeze(text))


def _complete(items: list[RawItem], path: Path) -> None:
    """Raises GuideError where the item read last lacks a section."""
    if not items:
        return
    items[-1].sections.pop("caption", None)
    for name, section in SECTIONS.items():
        if not items[-1].sections.get(section):
            problem = f"事项 {items[-1].number} 缺少“{name}”"
            raise GuideError(problem, "请补上这一节，或核对是否被截断", path, items[-1].line)
