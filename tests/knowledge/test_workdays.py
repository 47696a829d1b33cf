"""Deadlines and acceptance windows, edges in pairs."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.authored import Notice
from knowledge.records import AcceptanceWindow, Limit
from knowledge.workdays import Calendar, Deadline, deadline, opening

CALENDAR = Calendar()
ACROSS, WITHIN = AcceptanceWindow(23, 7), AcceptanceWindow(1, 15)


@pytest.mark.parametrize(
    ("accepted", "days", "due"),
    [
        ("2026-03-11", 15, "2026-04-01"),  # three plain weeks
        ("2026-03-11", 1, "2026-03-12"),  # the day of acceptance does not count
        ("2026-04-02", 2, "2026-04-07"),  # 清明: 4 to 6 April off
        ("2026-09-18", 1, "2026-09-20"),  # a Sunday that is worked
        ("2026-09-30", 1, "2026-10-08"),  # 国庆: 1 to 7 October off
        ("2026-02-13", 1, "2026-02-14"),  # a Saturday that is worked
    ],
)
def test_working_days_by_the_notice(accepted: str, days: int, due: str) -> None:
    found = deadline(date.fromisoformat(accepted), Limit(unit="working_day", most=days), CALENDAR)
    assert found == Deadline(date.fromisoformat(due), reckoned=False)


@pytest.mark.parametrize(("accepted", "reckoned"), [("2026-12-24", False), ("2026-12-25", True)])
def test_beyond_the_last_notice_the_day_is_reckoned(accepted: str, reckoned: bool) -> None:
    assert deadline(date.fromisoformat(accepted), Limit(unit="working_day", most=5), CALENDAR).reckoned is reckoned


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2027-01-01", False),  # 元旦
        ("2027-02-05", False),  # 除夕, by the moon
        ("2027-02-10", False),  # made up for the two days of 春节 that fall on a weekend
        ("2027-02-11", True),
        ("2027-05-05", True),
        ("2027-05-08", False),  # a Saturday
    ],
)
def test_days_that_no_notice_covers_follow_the_law(day: str, working: bool) -> None:
    assert CALENDAR.is_working(date.fromisoformat(day)) is working


def test_a_centres_notice_goes_first() -> None:
    known = Calendar((Notice(2027, frozenset({date(2027, 1, 4)}), frozenset({date(2027, 1, 3)})),))
    assert not known.is_working(date(2027, 1, 4))
    assert known.is_working(date(2027, 1, 3))
    assert known.is_known(date(2027, 6, 1))


def test_calendar_days_are_counted_as_printed() -> None:
    assert deadline(date(2026, 10, 1), Limit(unit="day", most=5), CALENDAR).day == date(2026, 10, 6)
    assert deadline(date(2026, 10, 1), Limit(unit="instant", most=0), CALENDAR).day == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("day", "window", "is_open", "first", "last"),
    [
        ("2026-03-22", ACROSS, False, "2026-03-23", "2026-04-07"),
        ("2026-03-23", ACROSS, True, "2026-03-23", "2026-04-07"),
        ("2026-04-07", ACROSS, True, "2026-04-07", "2026-04-07"),
        ("2026-04-08", ACROSS, False, "2026-04-23", "2026-05-07"),
        ("2026-12-31", ACROSS, True, "2026-12-31", "2027-01-07"),
        ("2026-03-15", WITHIN, True, "2026-03-15", "2026-03-15"),
        ("2026-03-16", WITHIN, False, "2026-04-01", "2026-04-15"),
    ],
)
def test_windows(day: str, window: AcceptanceWindow, is_open: bool, first: str, last: str) -> None:
    found = opening(date.fromisoformat(day), window, CALENDAR)
    assert (found.open, found.first.isoformat(), found.last.isoformat()) == (is_open, first, last)


def test_a_window_that_opens_on_a_holiday_is_worked_later() -> None:
    assert opening(date(2026, 4, 20), WITHIN, CALENDAR).first_working == date(2026, 5, 6)
