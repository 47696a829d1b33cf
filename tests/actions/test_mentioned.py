"""What a message names and the sections that were asked for do not say."""

from __future__ import annotations

from datetime import date

import pytest

from actions.compose import sections
from actions.mentioned import mentioned
from actions.when import When
from knowledge.guide import Guide

WHEN = When(date(2026, 3, 11), date(2026, 3, 11))


@pytest.mark.parametrize(
    ("text", "aspect", "more"),
    [
        ("低保的要拿啥证明", "time_limit", ["materials"]),
        ("低保的要拿啥证明", "materials", []),
        ("几天能好", "time_limit", []),
    ],
    ids=["among the materials", "shown anyway", "names nothing"],
)
def test_the_section_that_says_it_is_added(guide: Guide, text: str, aspect: str, more: list[str]) -> None:
    item = guide.item(20)
    shown = sections(guide, item, (aspect,), WHEN)
    assert [section.aspect for section in mentioned(guide, item, WHEN, text, shown)] == more
