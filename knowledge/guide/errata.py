"""Misprints and contradictions: listed with a reason, applied only where they match exactly once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from knowledge.errors import GuideError
from knowledge.guide.model import Guide
from knowledge.records import Erratum, Office, ServiceItem


def apply(guide: Guide, path: Path) -> Guide:
    """The guide as shown. Raises GuideError where an erratum fits nothing, or more than one place."""
    items = {item.number: item for item in guide.items}
    offices = {office.number: office for office in guide.offices}
    for erratum in guide.errata:
        if erratum.item is None and erratum.office is None:
            continue
        if erratum.item is not None and erratum.item in items:
            items[erratum.item] = _on_item(items[erratum.item], erratum, path)
        elif erratum.office is not None and erratum.office in offices:
            offices[erratum.office] = _on_office(offices[erratum.office], erratum, path)
        else:
            raise GuideError(f"勘误对不上任何条目：{erratum.why}", "请核对 item 或 office", path)
    return replace(guide, items=tuple(items.values()), offices=tuple(offices.values()))


def _on_item(item: ServiceItem, erratum: Erratum, path: Path) -> ServiceItem:
    if erratum.shown is not None:
        item = _once(item, erratum, path)
    if erratum.note:
        item = replace(item, notes=(*item.notes, erratum.note))
    return item


def _on_office(office: Office, erratum: Erratum, path: Path) -> Office:
    if erratum.printed and erratum.printed not in office.address:
        raise _unmatched(erratum, 0, path)
    return replace(office, note=erratum.note)


def _once(item: ServiceItem, erratum: Erratum, path: Path) -> ServiceItem:
    printed, shown = erratum.printed or "", erratum.shown or ""
    hits = 0

    def corrected(value: Any) -> Any:
        nonlocal hits
        if isinstance(value, str) and printed and printed in value:
            hits += value.count(printed)
            return value.replace(printed, shown)
        if isinstance(value, tuple):
            return tuple(corrected(part) for part in value)
        if hasattr(value, "__dataclass_fields__"):
            return replace(value, **{name: corrected(getattr(value, name)) for name in value.__dataclass_fields__})
        return value

    result: ServiceItem = corrected(item)
    if hits != 1:
        raise _unmatched(erratum, hits, path)
    return result


def _unmatched(erratum: Erratum, hits: int, path: Path) -> GuideError:
    return GuideError(f"勘误“{erratum.printed}”匹配到 {hits} 处", "应恰好匹配一处，请写长一些", path)
