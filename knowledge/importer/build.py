"""The whole import: text → a guide as printed, with the account of its characters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import GuideError
from knowledge.importer import body, source, tables
from knowledge.importer.channels import channels
from knowledge.importer.entries import paragraphs
from knowledge.importer.ledger import Ledger
from knowledge.importer.limits import time_limit
from knowledge.importer.materials import materials
from knowledge.importer.tips import phones, tips
from knowledge.records import Category, Office, ProhibitedMatter, ServiceItem, ToleranceRow
from knowledge.text import squeeze


@dataclass(frozen=True)
class Imported:
    """What was read. ``printed`` is the used text of each item, as it stood in the source."""

    categories: tuple[Category, ...]
    items: tuple[ServiceItem, ...]
    offices: tuple[Office, ...]
    matters: tuple[ProhibitedMatter, ...]
    tolerance: tuple[ToleranceRow, ...]
    ledger: Ledger
    used: dict[int, str]


def build(path: Path) -> Imported:
    """Reads a guide's text. Raises GuideError, with file and line, where it cannot be read whole."""
    lines = source.read(path)
    ledger = Ledger(lines)
    parts = source.split(lines, path)
    for line in parts["cover"] + parts["back"]:
        ledger.drop("cover", line.text)
    pages = tables.contents(parts["contents"], ledger)
    categories, listed = tables.matters(parts["list"], ledger, path)
    headings, raw = body.cut(parts["body"], listed, ledger, path)
    return Imported(
        categories=tuple(_category(category, headings) for category in categories),
        items=tuple(_item(item, row) for item, row in zip(raw, listed, strict=True)),
        offices=tuple(tables.offices(parts["offices"], _page(pages, "offices", path), ledger, path)),
        matters=tuple(tables.prohibited(parts["prohibited"], _page(pages, "prohibited", path), ledger, path)),
        tolerance=tuple(tables.tolerance(parts["tolerance"], _page(pages, "tolerance", path), ledger, path)),
        ledger=ledger,
        used={item.number: _used(item) for item in raw},
    )


def _page(pages: dict[str, int], part: str, path: Path) -> int:
    for heading in source.HEADINGS[part]:
        if heading in pages:
            return pages[heading]
    raise GuideError(f"目录里没有“{source.HEADINGS[part][0]}”的页码", "请核对目录", path)


def _category(category: Category, headings: dict[int, str]) -> Category:
    heading = headings.get(category.number)
    return Category(category.number, category.title, heading if heading != category.title else None)


def _item(raw: body.RawItem, row: tables.Listed) -> ServiceItem:
    required, none = materials(raw.sections["materials"])
    advice = tips(raw.sections["tips"])
    return ServiceItem(
        number=raw.number,
        title=raw.title,
        category=row.category,
        page=row.page,
        conditions=tuple(paragraphs(raw.sections["conditions"])),
        materials=required,
        no_materials=none,
        channels=channels(raw.sections["channels"]),
        time_limit=time_limit(raw.sections["time_limit"]),
        tips=advice,
        phones=phones([tip.text for tip in advice]),
        listed_title=row.title if squeeze(row.title) != squeeze(raw.title) else None,
    )


def _used(raw: body.RawItem) -> str:
    words = {section: name for name, section in body.SECTIONS.items()}
    text = f"{raw.number}.{raw.title}" + "".join(raw.sections["conditions"])
    for number, (section, word) in enumerate(((section, words[section]) for section in body.SECTIONS.values()), 1):
        text += f"{raw.number}.{number}{word}：" + "".join(raw.sections[section])
    return text
