"""Which round of a period it is now: until when a pension's holder must have proved to be alive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from actions.answer import Entry
from actions.dates import COMPUTED, said
from actions.wording import wording
from knowledge.authored import Period
from knowledge.guide import Guide
from knowledge.text import squeeze
from knowledge.workdays import term


def terms(guide: Guide, number: int, today: date, text: str = "") -> Iterator[Entry]:
    """One sentence for each kind of people that the item's periods are printed for; the one that the text names."""
    periods = [period for period in guide.periods if period.item == number]
    named = [period for period in periods if any(word in squeeze(text) for word in period.words)]
    for period in named if len(named) == 1 else periods:
        yield from _sentence(period, today)


def _sentence(period: Period, today: date) -> Iterator[Entry]:
    if (now := term(today, period)) is None:
        return
    form = wording()["dates"]["term_reckoned" if now.reckoned else "term"]
    first, last = (f"{day.year}年{said(day, day)}" for day in (now.first, now.last))
    since = f"{period.since.year}年{said(period.since, period.since)}" if period.since else ""
    yield Entry(form.format(who=period.who, first=first, last=last, months=period.months, since=since), kind=COMPUTED)
