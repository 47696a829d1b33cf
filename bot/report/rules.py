"""The rules of the prohibited cases for people who answer for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from actions.wording import wording
from knowledge.guide import Guide
from knowledge.prohibited import CaseRule, Lawful


@dataclass(frozen=True)
class RuleRow:
    """One case with everything that decides it, in words."""

    case: str
    matter: str
    printed: str
    page: int
    plain: str
    applies: tuple[str, ...]
    not_where: tuple[str, ...]
    silent_on: tuple[str, ...]
    numbers: tuple[str, ...]
    lawful: tuple[str, ...]
    items: tuple[str, ...]
    triggers: tuple[str, ...]
    near_misses: tuple[str, ...]


def rows(guide: Guide, sentences: Path) -> tuple[RuleRow, ...]:
    """One row a rule; ``sentences`` is the folder of those that test it, which a shipped copy may lack."""
    return tuple(_row(guide, rule, _tested(sentences / f"{rule.case}.yml")) for rule in guide.rules)


def plain(row: RuleRow) -> str:
    """The row as text."""
    lines = [f"{row.case} {row.matter}：{row.printed}（第 {row.page} 页）", f"  说白了：{row.plain}"]
    for label, values in _parts(row):
        lines += [f"  {label}：", *(f"    - {value}" for value in values)] if values else []
    return "\n".join(lines)


def page(guide: Guide, made: tuple[RuleRow, ...]) -> str:
    """The rows as one HTML page that needs nothing beside it; every text in it is escaped."""
    loader = FileSystemLoader(Path(__file__).parent)
    pages = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    shown = [(row, [part for part in _parts(row) if part[1]]) for row in made]
    return pages.get_template("rules.html").render(guide=guide, rows=shown)


def _parts(row: RuleRow) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("凭哪些事实", row.applies),
        ("不算的", row.not_where),
        ("指南没写的", row.silent_on),
        ("数字", row.numbers),
        ("能依法怎么办", row.lawful or ("指南没有写，请群众拨打咨询电话",)),
        ("管到的事项", row.items),
        (f"应判为禁办的句子（{len(row.triggers)}）", row.triggers),
        (f"不应判为禁办的句子（{len(row.near_misses)}）", row.near_misses),
    )


def _row(guide: Guide, rule: CaseRule, tested: dict[str, tuple[str, ...]]) -> RuleRow:
    matter = next(one for one in guide.matters if any(case.id == rule.case for case in one.cases))
    case, parameters, words = guide.case(rule.case), rule.parameters, wording()["facts"]
    counted = words[parameters.months] + words[rule.check] if parameters.months else ""
    return RuleRow(
        case=rule.case,
        matter=matter.title,
        printed=case.text,
        page=case.page,
        plain=rule.plain,
        applies=(counted,) if counted else tuple(words[one.fact][one.value] for one in parameters.any_of),
        not_where=tuple(words[one.fact][one.value] for one in parameters.unless),
        silent_on=tuple(words[one.fact][one.value] for one in parameters.silent_on),
        numbers=tuple(f"{one.value} 个月，自 {one.since} 起（{one.source}）" for one in parameters.limit),
        lawful=tuple(_lawful(guide, rule, way) for way in rule.lawful),
        items=tuple(f"{number} {guide.item(number).title}" for number in rule.items),
        **tested,
    )


def _lawful(guide: Guide, rule: CaseRule, way: Lawful) -> str:
    where = f"第 {way.item} 项，第 {guide.item(way.item).page}" if way.item else f"第 {guide.case(rule.case).page}"
    return f"“{way.quote}”（{where} 页）"


def _tested(path: Path) -> dict[str, tuple[str, ...]]:
    """The sentences of the file by kind, its parts put together."""
    parts: dict[str, Any] = yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}
    kinds = ("triggers", "near_misses")
    found = [part for part in parts.values() if isinstance(part, dict)]
    return {kind: tuple(text for part in found for text in part[kind]) for kind in kinds}
