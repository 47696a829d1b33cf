"""The report: what is in it, that it needs nothing beside it, and that nobody's text becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from bot.evaluation import Judged
from bot.peers.measure import Cost, Measured
from bot.report import charts
from bot.report.confusions import Confusion, confusion_map, pair, shortened, worst
from bot.report.page import Report, page
from nlu.calibration import Bin

DAY = date(2026, 3, 11)
TITLES = {28: "失业保险金申领", 36: "工伤<认定>"}


def judged(right: tuple[int, ...], chosen: int | None, refused: bool = False, sure: float = 0.9) -> Judged:
    ranked = () if chosen is None else (chosen,)
    return Judged(right, ranked, chosen, sure, refused, refused, asked=False, must_ask=False)


ROWS = [
    judged((28,), 28),
    judged((28,), 36, sure=0.6),
    judged((28,), 36, sure=0.65),
    judged((36, 28), 28),
    judged((36,), 36, refused=True),
    judged((), 28),
    judged((), None, refused=True),
]
TEXTS = [f"第{n}句" for n in range(len(ROWS))]
COMPARED = (
    Measured("Qingfeng", 0.9, 0.95, 0.97, 0.8, Cost(9.1, 100.0, 300.0)),
    Measured("BM25", 0.7, 0.8, None, None, Cost(2.0, 0.5, None)),
)
REPORT = Report("题.jsonl", DAY, TEXTS, ROWS, TITLES, COMPARED, "各家学的是同样的问题。")

PAIRS = [
    ("right", judged((28,), 28), (28, 28)),
    ("second label is right too", judged((36, 28), 28), (28, 28)),
    ("wrong", judged((36, 28), 5), (36, 5)),
    ("refused wrongly", judged((28,), 28, refused=True), (28, None)),
    ("refused rightly", judged((), None, refused=True), (None, None)),
    ("answered though out of scope", judged((), 28), (None, 28)),
]


@pytest.mark.parametrize(("name", "one", "expected"), PAIRS, ids=[row[0] for row in PAIRS])
def test_pair(name: str, one: Judged, expected: tuple[int | None, int | None]) -> None:
    assert pair(one) == expected


def test_the_worst_confusion_comes_first_with_its_messages() -> None:
    assert worst(ROWS, TEXTS)[0] == Confusion(28, 36, 2, ("第1句", "第2句"))


def test_the_map_counts_right_and_wrong_with_out_of_scope_last() -> None:
    found = confusion_map(ROWS)
    assert found.places == (28, 36, None)
    assert found.counts == ((2, 2, 0), (0, 0, 1), (1, 0, 1))


def test_the_map_keeps_the_most_confused_items_only() -> None:
    assert confusion_map(ROWS, most=1).places == (28, None)


def test_a_message_is_shown_short_on_one_line_without_personal_data() -> None:
    assert shortened("我的手机\n13812345678") == "我的手机 ＊＊＊"
    assert shortened("长" * 50, longest=40) == "长" * 40 + "…"


def test_the_page_holds_figures_pictures_confusions_and_the_comparison() -> None:
    html = page(REPORT)
    for words in (
        "首选正确",
        "校准误差",
        "第 28 项 失业保险金申领",
        "第1句",
        "BM25",
        "同题对照",
        "各家学的是同样的问题",
    ):
        assert words in html
    assert html.count("<svg") == 3
    assert "同题对照" not in page(replace(REPORT, compared=()))


def test_the_page_needs_nothing_beside_it() -> None:
    html = page(REPORT)
    assert not re.findall(r'<(?:script|link|img|iframe)|(?:src|href)="(?!#)|url\((?!#)|@import', html)


def test_every_text_is_escaped() -> None:
    nasty = "<script>alert('1')</script>"
    made = replace(REPORT, file=nasty, texts=[nasty] * len(ROWS), note=nasty, titles={28: nasty, 36: nasty})
    html = page(made)
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 4


@pytest.mark.parametrize("rows", [[judged((28,), 28)], [judged((), None, refused=True)]], ids=["all right", "all out"])
def test_a_page_of_little_is_a_page(rows: list[Judged]) -> None:
    html = page(Report("题.jsonl", DAY, ["一句"], rows, TITLES))
    assert "没有混淆" in html


def test_pictures_are_drawings_with_ids_of_their_own() -> None:
    drawings = [charts.reliability((Bin(3, 0.95, 0.9),), 0.05), charts.confusion(confusion_map(ROWS))]
    ids = [set(re.findall(r'\bid="([^"]+)"', drawing)) for drawing in drawings]
    assert not ids[0] & ids[1]
    for drawing in drawings:
        ElementTree.fromstring(drawing)
        assert set(re.findall(r'(?:href="|url\()#([^")]+)', drawing)) <= ids[0] | ids[1]


def test_the_reliability_diagram_says_counts_and_error() -> None:
    drawing = charts.reliability((Bin(3, 0.95, 0.9), Bin(17, 0.4, 0.5)), 0.0123)
    for words in ("n=3", "n=17", "ECE = 0.0123   n = 20"):
        assert f"<!-- {words} -->" in drawing


def test_the_same_figures_give_the_same_picture() -> None:
    assert charts.comparison(COMPARED) == charts.comparison(COMPARED)
