"""Insights: counts on both databases, shares, what grows, drawings without style, CSV without formulas, the page."""

from __future__ import annotations

import csv
import io
import re
import time
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.copilot import charts
from bot.copilot.insights import Theme, rising, row, rows, satisfaction, themes, way
from bot.copilot.table import table
from bot.settings import Settings
from bot.store import database
from bot.store.figures import Asked, Ending, Figures, Span
from bot.store.turnlog import Turn, TurnLog
from tests.bot.copilot.conftest import Client
from tests.bot.store.test_database import url

__all__ = ["url"]
DAY = date(2026, 3, 11)


def turn(status: str, question: str, day: date = DAY, **more: Any) -> Turn:
    at = datetime.combine(day, datetime.min.time()).timestamp() + 36_000
    values = {"channel": "widget", "item": None, "ms": 4.0, "person": question + str(time.perf_counter()), **more}
    return Turn(at=at, status=status, question=question, items=(), aspects=(), **values)


def filled(address: str, *turns: Turn) -> Figures:
    engine = database.connect(address)
    log = TurnLog(engine, 100_000, 30)
    for one in turns:
        log.put(one)
    log.stop()
    return Figures(engine)


def test_counts(url: str) -> None:
    figures = filled(
        url,
        turn("answered", "失业金怎么领", item=28),
        turn("clarify", "养老转移", person="p"),
        turn("answered", "职工的", person="p", item=11),
        turn("answered", "失业金怎么领", item=28, channel="wechat", ms=9),
        turn("out_of_scope", "医保咋报", day=DAY - timedelta(days=1)),
        turn("chitchat", "你好", day=DAY - timedelta(days=2)),
    )
    span = Span(DAY - timedelta(days=1), DAY)
    found = {(one.day, one.channel, one.status, one.later): one.count for one in figures.endings(span)}
    assert found == {
        ("2026-03-11", "widget", "answered", False): 1,
        ("2026-03-11", "widget", "clarify", False): 1,
        ("2026-03-11", "widget", "answered", True): 1,
        ("2026-03-11", "wechat", "answered", False): 1,
        ("2026-03-10", "widget", "out_of_scope", False): 1,
    }
    assert figures.items(span) == [(28, 2), (11, 1)]
    assert sorted(ms for _, _, ms in figures.spent(span)) == [4, 4, 4, 4, 9]
    assert len(figures.endings(Span(DAY, DAY, "wechat"))) == 1
    assert figures.questions(span, ("out_of_scope",)) == [Asked("医保咋报", "2026-03-10", 1)]
    assert figures.questions(span, most=1) == [Asked("失业金怎么领", "2026-03-11", 2)]
    assert figures.ratings(Span(DAY, DAY, "wechat")) == {}
    assert span.before() == Span(DAY - timedelta(days=3), DAY - timedelta(days=2))


@pytest.mark.parametrize(
    ("status", "later", "name"),
    [
        ("answered", False, "once"),
        ("office", False, "once"),
        ("answered", True, "later"),
        ("prohibited", False, "prohibited"),
        ("clarify", True, "asked"),
        ("handoff", False, "passed"),
        ("complaint", False, "passed"),
        ("out_of_scope", True, "refused"),
        ("chitchat", False, "small_talk"),
        ("error", False, "error"),
    ],
)
def test_each_ending_is_one_way(status: str, later: bool, name: str) -> None:
    assert way(Ending("d", "c", status, later, 1)) == name


def test_shares_leave_small_talk_out() -> None:
    endings = [
        Ending("1", "widget", status, False, n) for status, n in (("answered", 6), ("clarify", 2), ("chitchat", 9))
    ]
    found = row("total", endings, [1.0, 2.0, 3.0])
    assert (found.turns, found.business, found.share("once"), found.p50) == (17, 8, 0.75, 2.0)
    assert row("nothing", [], []).share("once") is None
    (day,) = rows("day", ["1"], endings, [("1", "widget", 5.0), ("2", "widget", 9.0)])
    assert day.p95 == 5.0
    assert satisfaction({"good": 3, "bad": 1}) == 0.75
    assert satisfaction({}) is None


def test_themes_and_what_grows() -> None:
    one = [Asked("甲", "2026-03-01", 2), Asked("甲呀", "2026-03-09", 5), Asked("甲", "2026-03-10", 4)]
    found = themes([one, [Asked("乙", "2026-03-09", 3)], [Asked("丙", "2026-03-01", 9)]], since="2026-03-05")
    assert found[0] == Theme("甲", 9, 2, ("甲呀",))
    assert [theme.text for theme in rising(found)] == ["甲", "乙"]
    assert [theme.text for theme in rising(found, least=4)] == ["甲"]


def test_drawings_keep_to_the_pages_policy() -> None:
    days = [DAY + timedelta(days=n) for n in range(3)]
    for drawing in (
        charts.stacked(days, {"once": [1, 0, 2], "asked": [0, 0, 1]}, "turns"),
        charts.lines(days, [[1.0, None, 3.0], [None, None, None]], "time"),
        charts.stacked(days[:1], {"once": [0]}, "turns"),
    ):
        assert drawing.startswith("<svg viewBox=")
        assert not re.search(r"style=|<style|<script|<metadata|#[0-9a-f]{2}0001|xmlns", drawing)
        assert len(re.findall(r'class="[^"]*"[^<>]*class=', drawing)) == 0
    assert 'class="fill-0"' in charts.stacked(days, {"once": [1, 0, 2]}, "turns")


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "＝1+1", " =1", "\r=1"])
def test_csv_holds_no_formula(text: str) -> None:
    written = table([["问题", "次数"], [text, -3]])
    assert written.startswith("\ufeff")
    (_, (cell, number)) = csv.reader(io.StringIO(written[1:], newline=""))
    assert cell == f"'{text}"
    assert number == "-3"


@pytest.fixture
def shown(settings: Settings) -> Settings:
    today = date.today()
    filled(
        settings.database(),
        *[turn("answered", "失业金怎么领", today, item=28) for _ in range(6)],
        turn("out_of_scope", "=HYPERLINK(1)医保咋报<i>", today),
        turn("out_of_scope", "公积金怎么提取", today, channel="wechat"),
        turn("out_of_scope", "公积金提取需要啥", today - timedelta(days=1)),
    )
    return settings


def test_the_page_and_its_csv(shown: Settings, client: Client) -> None:
    http = client("manager")
    html = http.get("/copilot/insights").text
    assert "失业保险金申领" in html
    assert "&lt;i&gt;" in html
    assert html.count("<svg viewBox") > 4
    assert "style=" not in html
    days = list(csv.reader(io.StringIO(http.get("/copilot/insights/days.csv").text.lstrip("\ufeff"))))
    assert days[0][:3] == ["日期", "渠道", "问答"]
    assert [line[1:3] for line in days[1:]] == [["网页", "1"], ["网页", "7"], ["公众号", "1"]]
    outside = http.get("/copilot/insights/outside.csv")
    assert outside.content.startswith(b"\xef\xbb\xbf")
    assert "attachment" in outside.headers["content-disposition"]
    assert "'=HYPERLINK(1)" in outside.text
    assert "公积金怎么提取,2,公积金提取需要啥" in outside.text or "公积金提取需要啥,2,公积金怎么提取" in outside.text


SPANS = ["", "?from=x&to=y", "?from=2027-01-01", "?from=1999-01-01&to=2000-01-01", "?to=9999-12-31", "?channel='"]


@pytest.mark.parametrize("query", SPANS)
def test_any_span_is_answered(client: Client, query: str) -> None:
    reply = client("manager").get(f"/copilot/insights{query}")
    assert reply.status_code == 200
    assert "这段时间没有问答" in reply.text
