"""``/copilot/insights``: how it goes, for managers; the same as CSV."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.copilot import charts, page, table
from bot.copilot.access import Access
from bot.copilot.insights import WAYS, Row, Theme, rising, row, rows, satisfaction, themes
from bot.copilot.likeness import Likeness
from bot.copilot.words import words
from bot.store.figures import Figures, Span
from knowledge.guide import Guide

USUAL, LONGEST, WEEK = 30, 184, 7
CHANNELS = ("widget", "wechat", "api", "copilot")


def blueprint(access: Access, figures: Figures, likeness: Likeness, guide: Guide) -> Blueprint:
    """The page's routes."""
    routes = Blueprint("copilot_insights", url_prefix="/copilot/insights")
    titles = {item.number: item.title for item in guide.items}

    @routes.get("/", strict_slashes=False)
    async def shown(request: Request) -> HTTPResponse:
        user = await access.require(request, "manager")
        span = _span(request, date.today())
        values = await asyncio.to_thread(_all, figures, likeness, titles, span)
        quick = [(days, date.today() - timedelta(days=days - 1)) for days in (7, 30, 90)]
        return page.shown(
            "insights.html", user, "insights", span=span, today=date.today(), quick=quick, channels=CHANNELS, **values
        )

    @routes.get("/days.csv")
    async def days_csv(request: Request) -> HTTPResponse:
        await access.require(request, "manager")
        span = _span(request, date.today())
        found = await asyncio.to_thread(_by_day_and_channel, figures, span)
        return table.download(found, f"qingfeng-{span.first}-{span.last}.csv")

    @routes.get("/outside.csv")
    async def outside_csv(request: Request) -> HTTPResponse:
        await access.require(request, "manager")
        span, w = _span(request, date.today()), words()["insights"]
        found = await asyncio.to_thread(_outside, figures, likeness, span)
        head = [w["question"], w["times"], w["likewise"]]
        lines = [[one.text, one.now, "；".join(one.others)] for one in found]
        return table.download([head, *lines], f"qingfeng-outside-{span.first}-{span.last}.csv")

    return routes


def _span(request: Request, today: date) -> Span:
    """The days and channel that are asked for; what makes no sense is as if it were not there."""
    last = min(_day(request.args.get("to", "")) or today, today)
    first = _day(request.args.get("from", "")) or last - timedelta(days=USUAL - 1)
    first = max(min(first, last), last - timedelta(days=LONGEST - 1))
    channel = request.args.get("channel", "")
    return Span(first, last, channel if channel in CHANNELS else "")


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None


def _all(figures: Figures, likeness: Likeness, titles: dict[int, str], span: Span) -> dict[str, Any]:
    """Everything that the page shows."""
    endings, spent = figures.endings(span), figures.spent(span)
    names = [day.isoformat() for day in span.days]
    days = rows("day", names, endings, spent)
    seen = [name for name in CHANNELS if any(one.channel == name for one in endings)]
    before = figures.endings(span.before())
    return {
        "total": row("total", endings, [ms for _, _, ms in spent]),
        "before": row("before", before, []),
        "satisfied": satisfaction(figures.ratings(span)),
        "satisfied_before": satisfaction(figures.ratings(span.before())),
        "ratings": figures.ratings(span),
        "days": days,
        "by_channel": rows("channel", seen, endings, spent),
        "ways": WAYS,
        "turns_chart": charts.stacked(span.days, {way: [one.ways[way] for one in days] for way in WAYS}, "turns"),
        "time_chart": charts.lines(span.days, [[one.p50 for one in days], [one.p95 for one in days]], "time"),
        "busiest": days[charts.peak([one.turns for one in days])],
        "items": [(number, titles.get(number, ""), count) for number, count in figures.items(span)[:10]],
        "rising": _rising(figures, likeness, span)[:8],
        "outside": _outside(figures, likeness, span)[:10],
    }


def _rising(figures: Figures, likeness: Likeness, span: Span) -> list[Theme]:
    """This week (to the span's last day) against the week before."""
    week = Span(span.last - timedelta(days=2 * WEEK - 1), span.last, span.channel)
    groups = likeness.groups(figures.questions(week), lambda one: one.text)
    return rising(themes(groups, (span.last - timedelta(days=WEEK - 1)).isoformat()))


def _outside(figures: Figures, likeness: Likeness, span: Span) -> list[Theme]:
    return themes(likeness.groups(figures.questions(span, ("out_of_scope",)), lambda one: one.text))


def _by_day_and_channel(figures: Figures, span: Span) -> list[Sequence[object]]:
    w = words()["insights"]
    found: list[Sequence[object]] = [
        [w["day"], w["channel"], w["turns"], *(w["ways"][way] for way in WAYS), w["p50"], w["p95"]]
    ]
    for name in CHANNELS:
        if span.channel in ("", name):
            one = Span(span.first, span.last, name)
            days = rows("day", [day.isoformat() for day in span.days], figures.endings(one), figures.spent(one))
            found += [_line(day, words()["channels"][name]) for day in days if day.turns]
    return [found[0], *sorted(found[1:], key=lambda line: str(line[0]))]


def _line(day: Row, channel: str) -> list[object]:
    times = [None if one is None else round(one, 1) for one in (day.p50, day.p95)]
    return [day.name, channel, day.turns, *day.ways.values(), *times]
