"""rules.yml → the rules of the prohibited cases, refused where anything in them is unknown, missing or undated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from knowledge.errors import GuideError
from knowledge.facts import CHOICES, MONTHS
from knowledge.guide import files
from knowledge.guide.model import Guide
from knowledge.prohibited.records import CaseRule, Ground, Lawful
from knowledge.prohibited.registry import CHECKS, COUNTING
from knowledge.text import squeeze


def read(path: Path) -> tuple[CaseRule, ...]:
    """The rules; none where a centre has no such file."""
    if not path.exists():
        return ()
    rows: Sequence[files.Row] = files.read(path) or ()
    rules = tuple(files.structure(row, CaseRule, path) for row in rows)
    for row, rule in zip(rows, rules, strict=True):
        for problem, remedy in _faults(rule):
            raise GuideError(f"禁办情形 {rule.case}：{problem}", remedy, path, row.line)
    return rules


def check_against(guide: Guide, path: Path) -> None:
    """Raises GuideError unless every case has one rule about covered items, and every quote stands in its item."""
    cases = {case.id: matter.number for matter in guide.matters for case in matter.cases}
    ruled = [rule.case for rule in guide.rules]
    for case in cases:
        if guide.rules and ruled.count(case) != 1:
            raise GuideError(f"禁办情形 {case} 有 {ruled.count(case)} 条规则", "每种情形写且只写一条", path)
    for rule in guide.rules:
        if rule.case not in cases:
            raise GuideError(f"没有禁办情形 {rule.case}", "请核对 prohibited.yml 里的编号", path)
        covered = {row.item for row in guide.coverage if row.matter == cases[rule.case]}
        if unknown := set(rule.items) - covered:
            problem = f"禁办情形 {rule.case} 的事项 {min(unknown)} 不在 coverage.yml 里"
            raise GuideError(problem, "请先在 coverage.yml 写明理由", path)
        for lawful in rule.lawful:
            if not any(squeeze(lawful.quote) in squeeze(text) for text in _printed(guide, rule, lawful)):
                problem = f"禁办情形 {rule.case} 引的话不在指南里：{lawful.quote}"
                raise GuideError(problem, "请照原文引用，并核对 item", path)


def _faults(rule: CaseRule) -> Iterator[tuple[str, str]]:
    if rule.check not in CHECKS:
        yield f"没有“{rule.check}”这种检查", f"可用的是 {'、'.join(CHECKS)}"
    if rule.check in COUNTING and rule.parameters.months not in MONTHS:
        yield f"没有“{rule.parameters.months}”这种月数", f"months 可用的是 {'、'.join(MONTHS)}"
    if rule.check in COUNTING and not rule.parameters.limit:
        yield "缺少数字 limit", "请写上 value、since、source"
    if rule.check not in COUNTING and not rule.parameters.any_of:
        yield "缺少 any_of", "请写明哪个事实成立才算"
    if not rule.items:
        yield "没有写管哪些事项", "请在 items 里列出"
    grounds = (*rule.parameters.any_of, *rule.parameters.unless, *rule.parameters.silent_on)
    yield from (_unknown(ground) for ground in grounds if ground.value not in CHOICES.get(ground.fact, ()))
    for pattern in (*rule.named_by, *rule.never_with):
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"“{pattern}”写错了（{error}）", "请改正这个说法"


def _unknown(ground: Ground) -> tuple[str, str]:
    known = "、".join(CHOICES.get(ground.fact, CHOICES))
    return f"没有“{ground.fact}: {ground.value}”这个事实", f"可用的是 {known}"


def _printed(guide: Guide, rule: CaseRule, lawful: Lawful) -> Iterator[str]:
    """The sentences that may be quoted: of the item that is named, else of the case."""
    if lawful.item is None:
        yield guide.case(rule.case).text
    for item in (item for item in guide.items if item.number == lawful.item):
        yield from (*item.conditions, *(tip.text for tip in item.tips), *(one.text for one in item.materials))
