"""What a time limit comes to, counted from today: the last day, and whether the window is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from actions.answer import Entry
from actions.wording import wording
from knowledge.guide import Guide
from knowledge.records import AcceptanceWindow, Limit, TimeLimit
from knowledge.workdays import Calendar, deadline, opening

COMPUTED = "computed"


def dates(guide: Guide, limit: TimeLimit, day: date) -> Iterator[Entry]:
    """One sentence a limit that takes days, one on the acceptance window; marked as computed."""
    for one in limit.limits:
        if one.unit != "instant":
            yield due(guide, one, day)
    if limit.window:
        yield Entry(_window(limit.window, day, Calendar(guide.notices)), kind=COMPUTED)


def due(guide: Guide, limit: Limit, day: date) -> Entry:
    """The sentence on the last day of a limit that begins today."""
    words, end = wording()["dates"], deadline(day, limit, Calendar(guide.notices))
    name = limit.app or wording()["kinds"].get(limit.channel, "")
    sentence = words["deadline"].format(
        today=_said(day, day),
        due=_said(end.day, day),
        where=words["where"].format(name=name) if name else "",
        reckoned=words["reckoned"].format(year=end.day.year) if end.reckoned else "",
    )
    return Entry(sentence, kind=COMPUTED)


def _window(window: AcceptanceWindow, day: date, calendar: Calendar) -> str:
    found = opening(day, window, calendar)
    key = "open" if found.open else "closed" if found.first_working == found.first else "closed_rest"
    named = {name: _said(getattr(found, name), day) for name in ("first", "last")}
    return str(wording()["dates"][key].format(today=_said(day, day), working=_said(found.first_working, day), **named))


def _said(day: date, today: date) -> str:
    """4月1日; with the year where it is another one."""
    year = f"{day.year}年" if day.year != today.year else ""
    return f"{year}{day.month}月{day.day}日"
