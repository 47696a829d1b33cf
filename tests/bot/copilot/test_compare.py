"""Two items side by side: nothing is lost, what is the same is not marked, what differs is."""

from __future__ import annotations

from datetime import date

import pytest

from actions.when import When
from bot.copilot.compare import Comparison, Row, compared
from knowledge.guide import Guide
from knowledge.text import squeeze

WHEN = When.on(date(2026, 3, 11))


def row_with(found: Comparison, text: str) -> Row:
    rows = (row for part in found.parts for row in part.rows)
    return next(row for row in rows if text in "".join(run.text for run in (*row.left, *row.right)))


def test_an_item_is_the_same_as_itself(guide: Guide) -> None:
    assert all(part.same for part in compared(guide, 17, 17, WHEN).parts)


def test_17_and_25(guide: Guide) -> None:
    found = compared(guide, 17, 25, WHEN)
    assert (found.left[0], found.right[0]) == (17, 25)
    assert row_with(found, "协查函").same
    window = row_with(found, "日受理")
    assert [run.text.strip() for run in window.left if run.differs] == ["23", "次月 7"]
    assert [run.text for run in window.right if run.differs] == ["1", "15"]
    tips = row_with(found, "业务高峰期")
    assert not any(run.differs for run in tips.right), "a blank more or less is no difference"


@pytest.mark.parametrize(("left", "right"), [(17, 25), (11, 71), (28, 35), (1, 89), (20, 65)])
def test_nothing_is_lost(guide: Guide, left: int, right: int) -> None:
    found = compared(guide, left, right, WHEN)
    for number, side in ((left, "left"), (right, "right")):
        text = squeeze("".join(run.text for part in found.parts for row in part.rows for run in getattr(row, side)))
        item = guide.item(number)
        assert all(squeeze(condition) in text for condition in item.conditions)
        assert all(squeeze(line) in text for line in item.time_limit.lines)


def test_an_unknown_number_is_an_error(guide: Guide) -> None:
    with pytest.raises(KeyError):
        compared(guide, 17, 999, WHEN)
