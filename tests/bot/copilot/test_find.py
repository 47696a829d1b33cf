"""Search while typing: by number, title, pinyin, initials, question, telephone; and fast."""

from __future__ import annotations

import time

import pytest

from bot.copilot.find import Finder
from knowledge.guide import Guide

TYPED = [
    ("28", 28, "number"),
    ("失业保险金", 28, "title"),
    ("sybxj", 28, "title"),
    ("shiyebaoxianjin", 28, "title"),
    ("失业金怎么领", 28, "question"),
    ("丧葬", 35, "title"),
]


@pytest.fixture(scope="module")
def finder(guide: Guide) -> Finder:
    return Finder(guide, None)


@pytest.mark.parametrize(("typed", "number", "via"), TYPED)
def test_the_first_that_is_found(finder: Finder, typed: str, number: int, via: str) -> None:
    first = finder.to(typed).items[0]
    assert (first.number, first.via) == (number, via)


def test_a_number_goes_before_those_that_begin_so(finder: Finder) -> None:
    assert [one.number for one in finder.to("2").items][:3] == [2, 20, 21]


def test_an_office_by_telephone_district_and_pinyin(finder: Finder, guide: Guide) -> None:
    for office in guide.offices:
        digits = "".join(filter(str.isdigit, office.phone))[-5:]
        assert office in finder.to(digits).offices
    qingyuan = next(office for office in guide.offices if office.name.startswith("清原"))
    for typed in ("清原", "清原的电话", "qingyuan"):
        assert qingyuan in finder.to(typed).offices


@pytest.mark.parametrize("typed", ["", "  ", "'", "!!"])
def test_nothing_finds_nothing(finder: Finder, typed: str) -> None:
    assert finder.to(typed).items == ()


def test_it_is_fast(finder: Finder) -> None:
    took = []
    begun = [whole[:end] for whole, *_ in TYPED for end in range(1, len(whole) + 1)]
    for typed in begun * 3:
        began = time.perf_counter()
        finder.to(typed)
        took.append(time.perf_counter() - began)
    assert sorted(took)[int(len(took) * 0.95)] < 0.02


def test_a_guide_without_questions_is_found_by_its_titles(guide: Guide, tmp_path: object) -> None:
    from pathlib import Path

    assert Finder(guide, Path(str(tmp_path))).to("失业金").items[0].number == 28
