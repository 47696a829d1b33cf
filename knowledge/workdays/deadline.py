"""When something is done at the latest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.records import Limit
from knowledge.workdays.calendar import Calendar


@dataclass(frozen=True)
class Deadline:
    """The last day of a limit. ``reckoned``: it passes through days whose notice is not out yet."""

    day: date
    reckoned: bool


def deadline(accepted: date, limit: Limit, calendar: Calendar) -> Deadline:
    """The last day of the limit, counted from the day after acceptance.

    Calendar days are counted as printed; working days leave weekends and holidays out.
    """
    if limit.unit == "instant":
        return Deadline(accepted, False)
    if limit.unit == "day":
        return Deadline(accepted + timedelta(days=limit.most), False)
    day, left, reckoned = accepted, limit.most, False
    while left:
        day += timedelta(days=1)
        reckoned = reckoned or not calendar.is_known(day)
        left -= calendar.is_working(day)
    return Deadline(day, reckoned)
