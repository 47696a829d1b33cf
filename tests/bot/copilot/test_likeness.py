"""What is asked in other words is one group; what is something else is not."""

from __future__ import annotations

from bot.copilot.likeness import Likeness
from knowledge.guide import Guide

ALIKE = [
    ("公积金怎么提取", "公积金提取需要啥", "住房公积金咋取出来"),
    ("医保报销比例是多少", "医保能报销多少", "医保报消比例"),
    ("低保怎么申请", "低保咋办"),
    ("今天天气怎么样",),
    ("社保卡丢了在哪补", "社保卡丢了补办要带啥"),
]


def test_groups(guide: Guide) -> None:
    likeness = Likeness([item.title for item in guide.items])
    mixed = [text for place in range(3) for group in ALIKE for text in group[place : place + 1]]
    found = likeness.groups(mixed, str)
    assert {frozenset(group) for group in found} == {frozenset(group) for group in ALIKE}
    assert [group[0] for group in found] == [group[0] for group in ALIKE]


def test_few_and_the_same() -> None:
    likeness = Likeness([])
    assert likeness.groups([], str) == []
    assert likeness.groups(["甲"], str) == [("甲",)]
    assert likeness.groups(["ＡＢ", "ab"], str) == [("ＡＢ", "ab")]


def test_more_than_can_be_compared_stand_alone() -> None:
    assert Likeness([]).groups(["公积金怎么提取", "公积金咋提取", "公积金怎么取"], str, most=2) == [
        ("公积金怎么提取", "公积金咋提取"),
        ("公积金怎么取",),
    ]
