"""Periods that come round: 每年 6 月 1 日至次年 5 月 31 日, or every six months from a first day on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from knowledge.authored import Period

_MONTH_AND_DAY = re.compile(r"(\d+)月(\d+)日")


@dataclass(frozen=True)
class Term:
    """One round of a period, both days included. ``reckoned``: counted on, since the guide prints no days."""

    first: date
    last: date
    reckoned: bool


def term(day: date, period: Period) -> Term | None:
    """The round in which the day lies; None before the first, or where the guide prints no beginning."""
    if period.first_day:
        first = _in_year(period.first_day, day.year)
        first = first if first <= day else _in_year(period.first_day, day.year - 1)
        return _from(first, period, False)
    if period.since is None or day < period.since:
        return None
    gone = relativedelta(day, period.since)
    rounds = (gone.years * 12 + gone.months) // period.months
    return _from(period.since + relativedelta(months=rounds * period.months), period, True)


def _from(first: date, period: Period, reckoned: bool) -> Term:
    return Term(first, first + relativedelta(months=period.months) - timedelta(days=1), reckoned)


def _in_year(printed: str, year: int) -> date:
    found = _MONTH_AND_DAY.fullmatch(printed)
    if found is None:
        raise ValueError(f"不是日期：{printed}")
    return date(year, int(found[1]), int(found[2]))
