"""What the citizen's own words call for: shares, periods, and that the guide is silent."""

from __future__ import annotations

from datetime import date

import pytest

from actions.stated import stated
from actions.when import When
from knowledge.guide import Guide

WHEN = When.on(date(2026, 3, 11))


@pytest.mark.parametrize(
    ("item", "aspect", "text", "expected"),
    [
        (44, "amount", "配偶一个月给多少", ["配偶每月为职工本人工资的 40%", "不应高于"]),
        (44, "overview", "孩子呢", ["其他亲属每月为职工本人工资的 30%"]),
        (44, "amount", "工资六千，我和一个孩子", ["2400", "1800", "合计每月 4200 元"]),
        (44, "amount", "工资3000，老伴和三个孩子", ["按封顶每月 3000 元"]),
        (44, "amount", "孤儿给多少", ["再加 10%"]),
        (88, "time_limit", "机关退休的几号截止", ["2025年6月1日 至 2026年5月31日"]),
        (88, "time_limit", "我爸农村的", ["每 6 个月一次", "2022年12月1日", "2026年5月31日"]),
        (28, "amount", "能给多少钱", ["没有写具体金额", "12333"]),
    ],
)
def test_what_is_said_first(guide: Guide, item: int, aspect: str, text: str, expected: list[str]) -> None:
    found = stated(guide, guide.item(item), (aspect,), WHEN, text)
    said = "".join(entry.text for section in found for entry in section.entries)
    assert not [part for part in expected if part not in said]


@pytest.mark.parametrize(
    ("item", "aspect", "text"), [(28, "materials", "带啥"), (44, "materials", "带啥"), (38, "amount", "给多少")]
)
def test_nothing_is_said_where_nothing_is_called_for(guide: Guide, item: int, aspect: str, text: str) -> None:
    assert not list(stated(guide, guide.item(item), (aspect,), WHEN, text))


def test_one_scheme_named_leaves_the_other_period_out(guide: Guide) -> None:
    (section,) = stated(guide, guide.item(88), ("time_limit",), WHEN, "我企业退休的")
    assert len(section.entries) == 1
