"""By when a question must be looked at: three working days from the day it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.records import Limit
from knowledge.workdays import Calendar, deadline

DAYS = 3


@dataclass(frozen=True)
class Clock:
    """``left``: working days from today to the last day; 0 on that day, below when it is past."""

    due: date
    left: int

    @property
    def kind(self) -> str:
        """How pressing it is: late, today or fine."""
        return "late" if self.left < 0 else "today" if self.left == 0 else "fine"


def clock(came: date, today: date, calendar: Calendar) -> Clock:
    """The clock of a question that came on a day, as it stands today."""
    due = deadline(came, Limit("working_day", DAYS), calendar).day
    return Clock(due, -_working(due, today, calendar) if today > due else _working(today, due, calendar))


def _working(after: date, until: date, calendar: Calendar) -> int:
    """Working days after the one, up to and with the other."""
    days = (after + timedelta(days=n) for n in range(1, (until - after).days + 1))
    found = sum(calendar.is_working(day) for day in days)
    return found or int(until > after)
