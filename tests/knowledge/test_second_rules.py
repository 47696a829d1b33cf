"""Another centre: its guide loads without rules, and with its own check, number and words."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from knowledge.facts import Fact, Span
from knowledge.guide import Guide, load
from knowledge.importer.build import build
from knowledge.importer.write import write
from knowledge.prohibited import judge

SECOND = Path(__file__).resolve().parents[1] / "data"
RULES = """\
- case: '1.1'
  check: fewer_months
  parameters:
    months: months_contributed
    limit:
      - {value: 6, since: 2024-05-01, source: 第 12 页}
  plain: 停止出海不足 6 个月
  items: [2]
  named_by: [补贴]
  lawful:
    - {item: 2, quote: 休渔期内停止出海的渔民}
  ask: 请问停止出海几个月了？
"""
PLACES = "here: [清河]\nprovince: [临河]\nbeyond: [远山]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SECOND / "second_guide", tmp_path / "guide")
    write(build(SECOND / "second_guide.txt"), tmp_path / "guide")
    return tmp_path / "guide"


def test_without_rules(folder: Path) -> None:
    assert load(folder).rules == ()


def test_with_its_own(folder: Path) -> None:
    (folder / "rules.yml").write_text(RULES, "utf-8")
    (folder / "places.yml").write_text(PLACES, "utf-8")
    known: Guide = load(folder)
    (rule,) = known.rules
    assert known.places.here == ("清河",)
    outcomes = [
        judge(rule, {"months_contributed": Fact("months_contributed", Span(months, months), "")}, date(2026, 1, 1))
        for months in (5, 6)
    ]
    assert [one.outcome for one in outcomes] == ["applies", "does_not"]


def test_an_import_leaves_them_alone(folder: Path) -> None:
    (folder / "rules.yml").write_text(RULES, "utf-8")
    write(build(SECOND / "second_guide.txt"), folder)
    assert (folder / "rules.yml").read_text("utf-8") == RULES
