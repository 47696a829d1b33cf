"""Three working days, over weekends and holidays."""

from __future__ import annotations

from datetime import date

import pytest

from bot.copilot.clock import clock
from knowledge.workdays import Calendar

# Came on, today, due, left. 2026-03-09 is a Monday; 2026-05-01 to 05-05 are off, 05-09 (Saturday) is worked.
CASES = {
    "the same day": ("2026-03-09", "2026-03-09", "2026-03-12", 3),
    "the last day": ("2026-03-09", "2026-03-12", "2026-03-12", 0),
    "a day too late": ("2026-03-09", "2026-03-13", "2026-03-12", -1),
    "the weekend after counts as late": ("2026-03-10", "2026-03-14", "2026-03-13", -1),
    "and the Monday after it": ("2026-03-10", "2026-03-16", "2026-03-13", -1),
    "over a weekend": ("2026-03-12", "2026-03-14", "2026-03-17", 2),
    "over a holiday": ("2026-04-30", "2026-05-01", "2026-05-08", 3),
}


@pytest.mark.parametrize(("came", "today", "due", "left"), CASES.values(), ids=CASES)
def test_clock(came: str, today: str, due: str, left: int) -> None:
    found = clock(date.fromisoformat(came), date.fromisoformat(today), Calendar())
    assert (found.due.isoformat(), found.left) == (due, left)
    assert found.kind == ("late" if left < 0 else "today" if left == 0 else "fine")
