"""The day on which something is handed in, as a message says it: 3月16号交的, 昨天交的, 下周一去."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import cn2an
from dateutil.relativedelta import relativedelta

from actions.phrases import counted, phrases
from knowledge.text import squeeze

_CHINESE = re.compile(r"[一二三四五六七八九十]{1,3}(?=[月号日])")
_FULL = re.compile(r"(?:(20\d\d)年)?(\d{1,2})月(?:份)?(\d{1,2})[号日]")
_OF_MONTH = re.compile(r"(上个?月|这个?月|本月|下个?月)?(?<!\d)(\d{1,2})[号日](?!楼|窗口|线|文)")
_OF_WEEK = re.compile(r"(上|这|本|下下|下)?个?(?:周|星期|礼拜)([一二三四五六日天])")
_CLAUSE = re.compile(r"[，。,；;？?！!]")
_WEEKDAYS = "一二三四五六日"
_NEAR = 10
_LONG_AGO = timedelta(days=183)


def said_day(text: str, today: date) -> date | None:
    """The day that the text says something is handed in; None where it says none, or says it of something else."""
    said = _CHINESE.sub(lambda found: str(cn2an.cn2an(found[0], "smart")), squeeze(text))
    readings: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date, bool], date]], ...] = (
        (_FULL, _full),
        (_OF_MONTH, _of_month),
        (_OF_WEEK, _of_week),
        (re.compile("|".join(sorted(counted("days"), key=len, reverse=True))), _relative),
    )
    for pattern, read in readings:
        for found in pattern.finditer(said):
            after = _CLAUSE.split(said[found.end() :])[0][:_NEAR]
            if any(word in after for word in phrases("hand_in")):
                return _valid(read, found, today, any(after.endswith(word) for word in phrases("done")))
    return None


def _valid(
    read: Callable[[re.Match[str], date, bool], date], found: re.Match[str], today: date, done: bool
) -> date | None:
    try:
        return read(found, today, done)
    except ValueError:  # 2月30号
        return None


def _full(found: re.Match[str], today: date, done: bool) -> date:
    """Without a year: the nearest such day; one that is past where it is done, unless that is long ago."""
    month, day = int(found[2]), int(found[3])
    if found[1]:
        return date(int(found[1]), month, day)
    near = sorted((date(today.year + shift, month, day) for shift in (-1, 0, 1)), key=lambda d: abs(d - today))
    return next((d for d in near[:2] if done and d <= today and today - d < _LONG_AGO), near[0])


def _of_month(found: re.Match[str], today: date, done: bool) -> date:
    """Without a month: this one; the one before where it is done and would be to come, else the next."""
    shift = {"上": -1, "下": 1}.get((found[1] or "")[:1], 0)
    day: date = today.replace(day=1) + relativedelta(months=shift)
    day = day.replace(day=int(found[2]))
    if found[1]:
        return day
    off = -1 if done and day > today else 1 if not done and day < today else 0
    moved: date = day + relativedelta(months=off)
    return moved


def _of_week(found: re.Match[str], today: date, done: bool) -> date:
    weekday = _WEEKDAYS.index(found[2].replace("天", "日"))
    day = today - timedelta(days=today.weekday() - weekday)
    if found[1]:
        return day + timedelta(weeks={"上": -1, "下": 1, "下下": 2}.get(found[1], 0))
    if done:
        return day if day <= today else day - timedelta(weeks=1)
    return day if day >= today else day + timedelta(weeks=1)


def _relative(found: re.Match[str], today: date, _: bool) -> date:
    return today + timedelta(days=counted("days")[found[0]])
