"""The day on which something is handed in, as people say it; 2026-03-12 is a Thursday."""

from __future__ import annotations

from datetime import date

import pytest

from actions.said_day import said_day

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("材料我3月6号交的", "2026-03-06"),
        ("三月十六号申请的话", "2026-03-16"),
        ("去年12月30号交的", "2025-12-30"),
        ("2026年4月1日去办", "2026-04-01"),
        ("16号去", "2026-03-16"),
        ("16号交的", "2026-02-16"),
        ("5号去", "2026-04-05"),
        ("下个月3号去办", "2026-04-03"),
        ("昨天交的", "2026-03-11"),
        ("大后天去", "2026-03-15"),
        ("今天递上去", "2026-03-12"),
        ("下周一去行不行", "2026-03-16"),
        ("周一去", "2026-03-16"),
        ("周一交的", "2026-03-09"),
        ("上周五交的", "2026-03-06"),
        ("2月30号交的", None),
        ("我3月份离职的", None),
        ("我2020年3月1日参加工作", None),
        ("昨天下雨", None),
        ("要几天", None),
    ],
)
def test_the_day_that_is_said(said: str, day: str | None) -> None:
    assert said_day(said, TODAY) == (date.fromisoformat(day) if day else None)
