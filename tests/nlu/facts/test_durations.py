"""Stretches of time as people say them, in months."""

from __future__ import annotations

import pytest

from nlu.facts.durations import durations

SAID = {
    "交了11个月": (11, 11),
    "交了十一个月": (11, 11),
    "刚好12个月": (12, 12),
    "差俩月满一年": (10, 10),
    "差一个月够12个月": (11, 11),
    "差几天就满一年": (11, 11),
    "离一年还差仨月": (9, 9),
    "一年还差两个月": (10, 10),
    "不到一年": (0, 11),
    "没交满一年": (0, 11),
    "一年都不到": (0, 11),
    "一年零三个月": (15, 15),
    "一年半": (18, 18),
    "半年": (6, 6),
    "十个来月": (9, 11),
    "七八个月": (7, 8),
    "小一年": (10, 11),
    "将近一年": (10, 11),
    "差不多一年": (10, 14),
    "一年多": (13, 23),
    "一年出头": (13, 23),
    "快三年": (30, 35),
    "两年零十一个月": (35, 35),
    "三十六个月": (36, 36),
    "俩季度": (6, 6),
    "三个季度": (9, 9),
    "三年": (36, 36),
    "三年零一个月": (37, 37),
    "三年多": (37, 47),
    "超过三年": (37, 600),
    "三年以上": (36, 600),
    "至少一年": (12, 600),
    "好几年": (36, 108),
    "十来年": (120, 168),
}


@pytest.mark.parametrize(("said", "months"), SAID.items(), ids=SAID)
def test_said(said: str, months: tuple[int, int]) -> None:
    found = [(one.span.least, one.span.most) for one in durations(said)]
    assert found == [months]


@pytest.mark.parametrize(
    "said",
    [
        "一个月能领多少",
        "能领几个月",
        "八月份去的",
        "2023年",
        "第三个月没到账",
        "三个月合同",
        "三季度没交",
        "交了几个月在哪查",
    ],
)
def test_no_stretch_of_time(said: str) -> None:
    assert list(durations(said)) == []
