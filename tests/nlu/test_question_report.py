"""The report on the questions and the check for those that stand twice, on small sets and on what is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlu.corpus import Question
from nlu.question_pairs import Entry, duplicates, entry, nearest_of_others, places, read
from nlu.question_report import report

LONG = "上个月厂子黄了公司给我办完减员手续我一直没找着活想问问失业保险金去哪里申请"


def item(text: str, *numbers: int, held_out: bool = False) -> Entry:
    return entry(Question(text, numbers, "overview"), held_out)


def outside(text: str, held_out: bool = False) -> Entry:
    return entry(Question(text, (), "out_of_scope", "bank"), held_out)


@pytest.fixture(scope="module")
def shipped() -> tuple[Entry, ...]:
    return read()


def test_nothing_shipped_stands_twice(shipped: tuple[Entry, ...]) -> None:
    assert [(pair.one.question.text, pair.other.question.text) for pair in duplicates(shipped)] == []


@pytest.mark.parametrize(
    ("one", "other", "twice"),
    [
        (item("补卡", 79), item("补卡！", 80), True),
        (item("补卡", 79), item("補卡", 80), True),
        (item("补卡", 79), item("补卡", 79), False),
        (item("补卡", 79), item("换卡", 80), False),
        (item("补卡", 79), outside("补卡"), True),
        (item("？？？", 79), outside("！！！"), False),
        (item("补卡", 79), item("补卡", 79, held_out=True), True),
        (item("补卡", 79, 80), item("补卡", 79), False),
        (item("补卡", 79, 80), item("补卡", 81), True),
        (item("补卡", 79, 80), item("补卡", 79, held_out=True), True),
        (item(LONG, 28), item(f"{LONG}啊", 29), True),
        (item(LONG, 28), item(f"{LONG}啊", 28, held_out=True), True),
        (item(LONG, 28), item(LONG.replace("失业保险金", "养老保险费"), 29), False),
    ],
)
def test_what_counts_as_twice(one: Entry, other: Entry, twice: bool) -> None:
    others = [outside(text) for text in ("银行卡丢了去哪里挂失", "手机号怎么换", "公积金去哪里申请领取", "天气好")]
    assert bool(duplicates([one, other, *others])) is twice


def test_the_nearest_is_of_another_item() -> None:
    pairs = list(nearest_of_others([item("失业金怎么领", 28), item("失业金怎么领取", 28), item("养老金怎么领", 15)]))
    assert {(pair.one.question.items[0], pair.other.question.items[0]) for pair in pairs} == {(28, 15), (15, 28)}


def test_the_report_counts() -> None:
    rows = [item("补卡", 79), item("补一张卡" * 4, 79), item("补" * 41, 79, held_out=True), item("换一张卡", 80)]
    made = report([*rows, item("卡", 79, 80), outside("银行"), outside("银行卡", held_out=True)])
    first, second = made.items
    assert (first.number, first.taught, first.held_out, first.lengths) == (79, 2, 1, (1 / 3, 1 / 3, 1 / 3))
    assert (first.fresh, second.distinct) == (pytest.approx(4 / 3), 1)
    assert (made.topics, made.ambiguous, made.beside, made.outside) == ((("bank", 1),), 1, 0, 1)
    assert [pair.cosine for pair in made.closest] == sorted((p.cosine for p in made.closest), reverse=True)
    assert first.nearest is not None
    assert first.nearest.other == rows[3]


def test_every_item_shipped_has_a_row(shipped: tuple[Entry, ...]) -> None:
    made = report(shipped)
    assert [row.number for row in made.items] == sorted({n for one in shipped for n in one.question.items})
    assert len(made.closest) == len({frozenset((pair.one, pair.other)) for pair in made.closest}) == 20


def test_places_are_files_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "items" / "001.yml"
    path.parent.mkdir()
    path.write_text('item: 1\nquestions:\n  overview:\n    - "补卡吗"\n    - 补卡吗？\n', "utf-8")
    assert places(["补卡吗"], tmp_path) == (f"{path}:4",)
