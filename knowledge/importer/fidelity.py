"""The proof that nothing of the source was lost, and the report a reviewer reads."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from knowledge.guide.model import Guide
from knowledge.importer.build import Imported
from knowledge.importer.ledger import RESIDUE
from knowledge.importer.printed import printed
from knowledge.text import squeeze

# A label's colon is printed half-width on three pages; its width is not told apart.
_COLON = str.maketrans({":": "："})


def lost(imported: Imported, guide: Guide) -> list[str]:
    """What the source prints and the data, printed again, do not; empty where they agree.

    Args:
        imported: what was just read from the text.
        guide: the data in use, as printed (``load_raw``).
    """
    return [*_items(imported, guide), *_tables(imported, guide)]


def _items(imported: Imported, guide: Guide) -> Iterator[str]:
    shown = {item.number: squeeze(printed(item)).translate(_COLON) for item in guide.items}
    for number, used in imported.used.items():
        source, data = squeeze(used).translate(_COLON), shown.get(number, "")
        if source != data:
            yield f"事项 {number}：{_difference(source, data)}"


def _tables(imported: Imported, guide: Guide) -> Iterator[str]:
    for name in ("categories", "offices", "matters", "tolerance"):
        if getattr(imported, name) != getattr(guide, name):
            yield f"{name} 与原文不一致"
    pages = {item.number: (item.page, item.category, item.listed_title) for item in guide.items}
    for item in imported.items:
        if (item.page, item.category, item.listed_title) != pages.get(item.number):
            yield f"事项 {item.number} 的页码、类别或清单标题与原文不一致"


def _difference(source: str, data: str) -> str:
    blocks = difflib.SequenceMatcher(None, source, data, autojunk=False).get_opcodes()
    tag, a, b, c, d = next(block for block in blocks if block[0] != "equal")
    return f"原文“{source[a:b]}”，数据“{data[c:d]}”（{tag}，第 {a} 字）"


def report(imported: Imported, losses: list[str]) -> str:
    """The account as a table: characters used, written off by kind, unaccounted."""
    ledger = imported.ledger
    rows = [("原文总字符", ledger.total), ("收入数据", ledger.used)]
    rows += [(f"略去：{RESIDUE[kind]}", ledger.residue[kind]) for kind in RESIDUE]
    rows.append(("未说明", ledger.unaccounted + len(losses)))
    return "\n".join([*(f"{count:>8}  {name}" for name, count in rows), *losses])
