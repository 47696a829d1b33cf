"""A folder of YAML → a Guide, checked on the way in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from knowledge.authored import Applicant, Benefit, Kin, Notice, Period, PlaceKind, Shares
from knowledge.errors import GuideError
from knowledge.guide import errata, files, rules
from knowledge.guide.model import Centre, Guide
from knowledge.places import Places
from knowledge.records import (
    Category,
    CoverageRow,
    Erratum,
    Office,
    ProhibitedMatter,
    ServiceItem,
    ToleranceRow,
)

Record = TypeVar("Record")
DATA = Path(__file__).resolve().parent.parent / "data"


def load(folder: Path = DATA) -> Guide:
    """The guide as shown to people: errata applied. Raises GuideError where the data are wrong."""
    raw = load_raw(folder)
    return errata.apply(raw, folder / "errata.yml")


def load_raw(folder: Path = DATA) -> Guide:
    """The guide as printed, errata listed but not applied."""
    category_files = sorted((folder / "items").glob("*.yml"))
    if not category_files:
        remedy = "请先运行 qingfeng guide import 指南文本"
        raise GuideError("没有事项数据", remedy, folder / "items")
    categories, items = [], []
    for path in category_files:
        row = files.read(path)
        categories.append(files.structure(row["category"], Category, path))
        items += [_item(entry, categories[-1].number, path) for entry in row["items"]]
    guide = Guide(
        centre=files.structure(files.read(folder / "centre.yml"), Centre, folder / "centre.yml"),
        categories=tuple(categories),
        items=tuple(items),
        offices=_rows(folder / "offices.yml", Office),
        matters=_rows(folder / "prohibited.yml", ProhibitedMatter),
        coverage=_rows(folder / "coverage.yml", CoverageRow),
        tolerance=_rows(folder / "tolerance.yml", ToleranceRow),
        errata=_rows(folder / "errata.yml", Erratum),
        kin=_rows(folder / "kin.yml", Kin, optional=True),
        benefits=_rows(folder / "amounts.yml", Benefit, optional=True),
        notices=_rows(folder / "calendar.yml", Notice, optional=True),
        rules=rules.read(folder / "rules.yml"),
        places=places(folder),
        own_places=_rows(folder / "own_places.yml", PlaceKind, optional=True),
        applicants=_rows(folder / "applicants.yml", Applicant, optional=True),
        periods=_rows(folder / "periods.yml", Period, optional=True),
        shares=_rows(folder / "shares.yml", Shares, optional=True),
    )
    _check_numbers(guide, folder)
    rules.check_against(guide, folder / "rules.yml")
    return guide


def places(folder: Path) -> Places:
    """The places of the guide, none where it has no such file."""
    path = folder / "places.yml"
    return files.structure(files.read(path), Places, path) if path.exists() else Places()


def _item(row: files.Row, category: int, path: Path) -> ServiceItem:
    whole = files.Row({**row, "category": category})
    whole.line = row.line
    return files.structure(whole, ServiceItem, path)


def _rows(path: Path, record: type[Record], optional: bool = False) -> tuple[Record, ...]:
    if optional and not path.exists():
        return ()
    rows: Sequence[files.Row] = files.read(path) or ()
    return tuple(files.structure(row, record, path) for row in rows)


def _check_numbers(guide: Guide, folder: Path) -> None:
    """Numbers that others refer to must exist, once."""
    numbers = [item.number for item in guide.items]
    for number in numbers:
        if numbers.count(number) > 1:
            raise GuideError(f"事项 {number} 重复", "请删去一份", folder / "items")
    for kin in guide.kin:
        if unknown := set(kin.items) - set(numbers):
            raise GuideError(f"“{kin.matter}”里的事项 {min(unknown)} 不存在", "请核对编号", folder / "kin.yml")
    _check_items({row.item for row in guide.benefits}, numbers, folder / "amounts.yml")
    _check_items({row.item for row in guide.periods}, numbers, folder / "periods.yml")
    _check_items({row.item for row in guide.shares}, numbers, folder / "shares.yml")
    _check_items({number for row in guide.applicants for number in row.items}, numbers, folder / "applicants.yml")
    offices = [office.number for office in guide.offices]
    if unknown := {number for row in guide.own_places for number in row.offices} - set(offices):
        raise GuideError(f"机构 {min(unknown)} 不存在", "请核对序号", folder / "own_places.yml")
    matters = {matter.number for matter in guide.matters}
    for row in guide.coverage:
        if row.item not in numbers or row.matter not in matters:
            problem = f"第 {row.matter} 类禁办事项或事项 {row.item} 不存在"
            raise GuideError(problem, "请核对编号", folder / "coverage.yml")
    for matter in guide.matters:
        if not any(row.matter == matter.number for row in guide.coverage):
            problem = f"第 {matter.number} 类禁办事项没有对应任何事项"
            raise GuideError(problem, "请在此文件补上对应事项和理由", folder / "coverage.yml")


def _check_items(named: set[int], known: Sequence[int], path: Path) -> None:
    if unknown := named - set(known):
        raise GuideError(f"事项 {min(unknown)} 不存在", "请核对编号", path)
