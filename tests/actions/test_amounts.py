"""Levels of disability: what the guide prints, what it does not, and sums only where a wage is given."""

from __future__ import annotations

import pytest

from actions.amounts import amounts
from knowledge.guide import Guide


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一级伤残给几个月", ["一次性伤残补助金：一级为 27 个月本人工资", "没有写一级的一次性工伤医疗补助金"]),
        ("2级给多少", ["二级为 25 个月本人工资"]),
        ("三级呢", ["没有写三级的一次性伤残补助金", "没有写三级的一次性工伤医疗补助金", "12333"]),
        ("五级解除合同", ["五级为 18 个月"]),
        ("10级离职赔多少", ["十级为 7 个月", "没有写十级的一次性伤残补助金"]),
        ("我一级，月工资5000", ["27 × 5000 = 135000 元"]),
        ("二级伤残，每月开四千五百", ["25 × 4500 = 112500 元"]),
        ("七级，月薪6000", ["没有写按哪个工资算"]),
    ],
)
def test_what_the_guide_prints_for_a_level(guide: Guide, text: str, expected: list[str]) -> None:
    section = amounts(guide, 37, text)
    assert section
    said = "".join(entry.text for entry in section.entries)
    assert all(part in said for part in expected)


@pytest.mark.parametrize(("number", "text"), [(37, "伤残能给多少"), (28, "一级能领多少"), (37, "110级台阶")])
def test_no_level_or_no_table_says_nothing(guide: Guide, number: int, text: str) -> None:
    assert amounts(guide, number, text) is None
