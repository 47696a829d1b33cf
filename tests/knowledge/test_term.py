"""Periods that come round: the round in which a day lies, at its edges."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.authored import Period
from knowledge.workdays import term

YEARLY = Period(item=1, who="", words=(), months=12, first_day="6月1日", last_day="5月31日")
HALF = Period(item=1, who="", words=(), months=6, since=date(2022, 12, 1))


@pytest.mark.parametrize(
    ("day", "period", "first", "last"),
    [
        ("2026-05-31", YEARLY, "2025-06-01", "2026-05-31"),
        ("2026-06-01", YEARLY, "2026-06-01", "2027-05-31"),
        ("2022-12-01", HALF, "2022-12-01", "2023-05-31"),
        ("2026-05-31", HALF, "2025-12-01", "2026-05-31"),
        ("2026-11-30", HALF, "2026-06-01", "2026-11-30"),
        ("2026-12-01", HALF, "2026-12-01", "2027-05-31"),
    ],
)
def test_the_round_of_a_day(day: str, period: Period, first: str, last: str) -> None:
    found = term(date.fromisoformat(day), period)
    assert found
    assert (found.first.isoformat(), found.last.isoformat(), found.reckoned) == (first, last, period is HALF)


def test_before_the_first_round_there_is_none() -> None:
    assert term(date(2022, 11, 30), HALF) is None
