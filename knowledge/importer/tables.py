"""The tables of a guide: list of matters, offices, prohibited cases, tolerance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import GuideError
from knowledge.importer.ledger import Ledger
from knowledge.importer.source import Line
from knowledge.records import (
    Category,
    Office,
    ProhibitedCase,
    ProhibitedMatter,
    ToleranceRow,
)
from knowledge.text import squeeze, unwrap

NUMERALS = "一二三四五六七八九十"
_CAPTION = re.compile(r"<p>.*</p>")
_ORDINAL = re.compile(rf"^([{NUMERALS}]+)、(.+)$")
_PAGE = re.compile(r"^(\S+?)[.…·]{2,}\s*[(（](\d+)[)）]\s*$")


@dataclass(frozen=True)
class Listed:
    """One row of the list of matters."""

    number: int
    title: str
    page: int
    category: int
    line: int


def ordinal(text: str) -> tuple[int, str] | None:
    """("二、失业保险") → (2, "失业保险"); None where the text does not begin with such a number."""
    found = _ORDINAL.match(unwrap(text))
    return (NUMERALS.index(found[1]) + 1, found[2]) if found else None


def contents(lines: Iterable[Line], ledger: Ledger) -> dict[str, int]:
    """Page by heading, from the table of contents."""
    pages = {}
    for line in lines:
        ledger.drop("contents", line.text)
        if found := _PAGE.match(line.text.strip().replace("\t", " ").replace(" (", "(")):
            pages[found[1]] = int(found[2])
    return pages


def matters(lines: Iterable[Line], ledger: Ledger, path: Path) -> tuple[list[Category], list[Listed]]:
    """Categories and rows of the list of matters. Raises GuideError on a row it cannot read."""
    categories: list[Category] = []
    listed: list[Listed] = []
    for line, cells in _rows(lines, ledger):
        if len(cells) < 5 or not (cells[1].isdigit() and cells[3].isdigit()):
            raise GuideError("事项清单这一行读不懂", "应为：类别、序号、事项、页码、流程", path, line.number)
        if head := ordinal(cells[0]):
            categories.append(Category(*head))
        if not _CAPTION.fullmatch(cells[4].strip()):
            raise GuideError("流程一栏读不懂", "应为二维码旁的文字", path, line.number)
        number, title, page = int(cells[1]), unwrap(cells[2]), int(cells[3])
        if any(number == row.number for row in listed):
            raise GuideError(f"事项序号 {number} 重复", "请核对清单序号", path, line.number)
        listed.append(Listed(number, title, page, len(categories), line.number))
        ledger.use(*cells[:4])
        ledger.drop("list_caption", *cells[4:])
    return categories, listed


def offices(lines: Iterable[Line], page: int, ledger: Ledger, path: Path) -> list[Office]:
    """The offices with address and telephone. Raises GuideError on a row it cannot read."""
    found = []
    for line, cells in _rows(lines, ledger):
        ledger.use(*cells)
        if len(cells) != 4 or not cells[0].strip().isdigit():
            raise GuideError("机构表这一行读不懂", "应为：序号、机构名称、地址、联系电话", path, line.number)
        number, name, address, phone = (unwrap(cell) for cell in cells)
        found.append(Office(int(number), name, address, phone, page))
    return found


def prohibited(lines: Iterable[Line], page: int, ledger: Ledger, path: Path) -> list[ProhibitedMatter]:
    """The prohibited matters with their cases. Raises GuideError on a row it cannot read."""
    found: list[ProhibitedMatter] = []
    for line, cells in _rows(lines, ledger):
        ledger.use(*cells)
        if head := ordinal(cells[0]):
            found.append(ProhibitedMatter(*head, cases=()))
        number, _, text = cells[-1].strip().partition(".")
        if len(cells) != 2 or not number.isdigit() or not found:
            raise GuideError("禁办清单这一行读不懂", "应为：一、禁办事项，1. 禁办情形", path, line.number)
        matter = found.pop()
        case = ProhibitedCase(f"{matter.number}.{int(number)}", unwrap(text), page)
        found.append(ProhibitedMatter(matter.number, matter.title, (*matter.cases, case)))
    return found


def tolerance(lines: Iterable[Line], page: int, ledger: Ledger, path: Path) -> list[ToleranceRow]:
    """The tolerance rows; the line under the table gives the deadline of them all.

    Raises GuideError on a row it cannot read.
    """
    rows: list[list[str]] = []
    deadline = ""
    for line, cells in _rows(lines, ledger):
        ledger.use(*cells)
        if not "".join(cells[1:]).strip():
            deadline = unwrap(cells[0].partition("：")[2])
        elif len(cells) < 5 or not cells[0].strip().isdigit():
            remedy = "应为：序号、业务事项、可容缺资料、后补方式、资料来源"
            raise GuideError("容缺清单这一行读不懂", remedy, path, line.number)
        else:
            rows.append([unwrap(cell) for cell in cells[:5]])
    return [
        ToleranceRow(int(number), matter, material, later_by, source, deadline, page)
        for number, matter, material, later_by, source in rows
    ]


def _rows(lines: Iterable[Line], ledger: Ledger) -> Iterator[tuple[Line, list[str]]]:
    """The rows of a table behind its header; what frames it is residue."""
    inside = False
    for line in lines:
        text = line.text.strip("\n ")
        if not squeeze(text):
            continue
        if inside and not set(squeeze(text)) <= {"-"}:
            yield line, text.split("\t")
        elif "\t" in text:
            inside = True
            ledger.drop("table_frame", text)
        else:
            ledger.drop("heading", text)
