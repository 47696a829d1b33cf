"""Acceptance windows: 每月 23 日至次月 7 日."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.records import AcceptanceWindow
from knowledge.workdays.calendar import Calendar


@dataclass(frozen=True)
class Opening:
    """The window that is open on a day, or the next one.

    ``first_working`` is the first day of it, not before the day asked about, on which offices work.
    """

    open: bool
    first: date
    last: date
    first_working: date


def opening(day: date, window: AcceptanceWindow, calendar: Calendar) -> Opening:
    """The opening that holds the day, else the next."""
    first = day
    while not _inside(first, window):
        first += timedelta(days=1)
    last = first
    while _inside(last + timedelta(days=1), window):
        last += timedelta(days=1)
    working = first
    while not calendar.is_working(working) and working < last:
        working += timedelta(days=1)
    return Opening(first == day, first, last, working)


def _inside(day: date, window: AcceptanceWindow) -> bool:
    if window.first_day <= window.last_day:
        return window.first_day <= day.day <= window.last_day
    return day.day >= window.first_day or day.day <= window.last_day
