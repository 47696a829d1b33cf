"""What a time limit comes to, counted from the day of acceptance: the last day, and whether the window is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from actions.answer import Entry
from actions.when import When
from actions.wording import wording
from knowledge.guide import Guide
from knowledge.records import AcceptanceWindow, Limit, TimeLimit
from knowledge.workdays import Calendar, deadline, opening

COMPUTED = "computed"


def dates(guide: Guide, limit: TimeLimit, when: When) -> Iterator[Entry]:
    """One sentence a limit that takes days, one on the acceptance window; marked as computed."""
    for one in limit.limits:
        if one.unit != "instant":
            yield due(guide, one, when)
    if limit.window:
        yield Entry(_window(limit.window, when, Calendar(guide.notices)), kind=COMPUTED)


def due(guide: Guide, limit: Limit, when: When) -> Entry:
    """The sentence on the last day of a limit that begins on the day of acceptance."""
    words, end = wording()["dates"], deadline(when.accepted, limit, Calendar(guide.notices))
    name = limit.app or wording()["kinds"].get(limit.channel, "")
    sentence = words["deadline"].format(
        start=_named(when.accepted, when),
        due=said(end.day, when.today),
        where=words["where"].format(name=name) if name else "",
        reckoned=words["reckoned"].format(year=end.day.year) if end.reckoned else "",
    )
    return Entry(sentence, kind=COMPUTED)


def _window(window: AcceptanceWindow, when: When, calendar: Calendar) -> str:
    found = opening(when.accepted, window, calendar)
    key = "open" if found.open else "closed" if found.first_working == found.first else "closed_rest"
    days = {name: said(getattr(found, name), when.today) for name in ("first", "last")}
    working = said(found.first_working, when.today)
    return str(wording()["dates"][key].format(day=_named(when.accepted, when), working=working, **days))


def _named(day: date, when: When) -> str:
    """今天（3月11日） for today, else the day."""
    return str(wording()["dates"]["today" if day == when.today else "other"].format(day=said(day, when.today)))


def said(day: date, today: date) -> str:
    """4月1日; with the year where it is another one."""
    year = f"{day.year}年" if day.year != today.year else ""
    return f"{year}{day.month}月{day.day}日"
