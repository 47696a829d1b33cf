"""Which days are working days: the State Council's notices as far as they are known, the law beyond."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

import chinese_calendar
import holidays

from knowledge.authored import Notice


@dataclass(frozen=True)
class Calendar:
    """Working days. ``notices`` go before the library's table."""

    notices: tuple[Notice, ...] = ()

    def is_known(self, day: date) -> bool:
        """Whether the year's notice is known; if not, working days are reckoned."""
        return self._notice(day.year) is not None or _in_table(day.year)

    def is_working(self, day: date) -> bool:
        """Whether offices work on the day. Beyond the notices: no weekend and no holiday fixed by law."""
        if notice := self._notice(day.year):
            return day in notice.worked or (day.weekday() < 5 and day not in notice.off)
        if _in_table(day.year):
            return bool(chinese_calendar.is_workday(day))
        return day.weekday() < 5 and day not in _by_law(day.year)

    def _notice(self, year: int) -> Notice | None:
        return next((notice for notice in self.notices if notice.year == year), None)


@cache
def _in_table(year: int) -> bool:
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@cache
def _by_law(year: int) -> frozenset[date]:
    """The statutory holidays of a year (the moon's among them), without the days that a notice shifts."""
    return frozenset(holidays.country_holidays("CN", years=year))
