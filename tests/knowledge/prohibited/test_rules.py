"""rules.yml: each case has one rule, and what is unknown, missing or undated is refused with file, line and remedy."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import GuideError
from knowledge.facts import Fact, Span
from knowledge.guide import Guide, load
from knowledge.guide.load import DATA
from knowledge.prohibited import applying, judge
from knowledge.text import squeeze


def test_every_case_of_the_guide_has_its_rule(guide: Guide) -> None:
    cases = [case.id for matter in guide.matters for case in matter.cases]
    assert [rule.case for rule in guide.rules] == cases
    assert len(cases) == 15


def test_every_number_is_dated_and_names_its_page(guide: Guide) -> None:
    numbers = {rule.case: rule.parameters.limit for rule in guide.rules if rule.parameters.limit}
    assert {case: [number.value for number in limit] for case, limit in numbers.items()} == {"5.2": [12], "6.2": [36]}
    assert all("126 页" in number.source for limit in numbers.values() for number in limit)


def test_a_lawful_way_is_the_guides_own_words(guide: Guide) -> None:
    for rule in guide.rules:
        for way in rule.lawful:
            page = guide.item(way.item).page if way.item else guide.case(rule.case).page
            assert page
    quoted = {rule.case for rule in guide.rules if rule.lawful}
    assert quoted == {"1.1", "1.2", "2.1", "3.1", "3.2", "4.3", "4.4", "5.1", "5.2", "6.3"}


def test_a_rule_is_about_items_that_its_matter_covers(guide: Guide) -> None:
    for rule in guide.rules:
        matter = int(rule.case.partition(".")[0])
        assert set(rule.items) <= {row.item for row in guide.coverage if row.matter == matter}


FAULTS = {
    "unknown check": ("check: fewer_months", "check: at_most", "没有“at_most”这种检查"),
    "missing number": (
        "    limit:\n      - {value: 12, since: 2022-12-01, source: 违规禁办事项清单，第 126 页}\n",
        "",
        "缺少数字 limit",
    ),
    "undated number": ("{value: 12, since: 2022-12-01, ", "{value: 12, ", "since"),
    "date that is none": ("{value: 12, since: 2022-12-01, ", "{value: 12, since: 去年, ", "expected date"),
    "unknown months": ("months: months_contributed", "months: months_worked", "没有“months_worked”这种月数"),
    "unknown fact": ("{fact: account, value: temporary}", "{fact: kind, value: temporary}", "没有“kind: temporary”"),
    "unknown value": ("{fact: account, value: temporary}", "{fact: account, value: short}", "没有“account: short”"),
    "no ground": ("    any_of:\n      - {fact: account, value: temporary}\n", "    months: ''\n", "缺少 any_of"),
    "no items": ("items: [88]", "items: []", "没有写管哪些事项"),
    "item that is not covered": ("items: [88]", "items: [1]", "不在 coverage.yml 里"),
    "words that are no pattern": ("named_by: [工伤]", "named_by: ['工伤(']", "写错了"),
    "quote that is not printed": ("可以在户籍地参加", "可以在任何地方参加", "引的话不在指南里"),
    "case without a rule": ("- case: '6.4'", "- case: '6.3'", "有 2 条规则"),
    "rule without a case": ("- case: '6.4'", "- case: '7.1'", "有 0 条规则"),
}


@pytest.mark.parametrize(("written", "instead", "problem"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_refused_with_file_and_remedy(written: str, instead: str, problem: str, tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "guide")
    path = tmp_path / "guide" / "rules.yml"
    text = path.read_text("utf-8")
    assert written in text
    path.write_text(text.replace(written, instead, 1), "utf-8")
    with pytest.raises(GuideError, match=problem) as refused:
        load(tmp_path / "guide")
    assert refused.value.file == path
    assert refused.value.remedy


def test_a_guide_without_rules_loads_and_judges_nothing(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "guide")
    for name in ("rules.yml", "places.yml"):
        (tmp_path / "guide" / name).unlink()
    known = load(tmp_path / "guide")
    assert known.rules == ()
    assert known.places.here == ()


def test_another_guide_has_its_own_number(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "guide")
    path = tmp_path / "guide" / "rules.yml"
    path.write_text(path.read_text("utf-8").replace("{value: 12, since: 2022-12-01", "{value: 24, since: 2020-01-01"))
    rule = next(one for one in load(tmp_path / "guide").rules if one.case == "5.2")
    facts = {"months_contributed": Fact("months_contributed", Span(18, 18), "")}
    assert judge(rule, facts, date(2021, 1, 1)).outcome == "applies"
    assert applying((rule,), facts, date(2019, 12, 31)) == ()


def test_the_words_of_the_cases_are_not_accusing(guide: Guide) -> None:
    told = next(rule for rule in guide.rules if rule.case == "4.2")
    assert told.states_only
    assert not [rule.case for rule in guide.rules if "骗" in squeeze(rule.plain)]
