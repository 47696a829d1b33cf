"""Where: the place that a message says, and the place at which an item is done."""

from __future__ import annotations

import pytest

from actions.offices import asks_where, numbers, only_a_place, own
from knowledge.guide import Guide


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("我家住望花", (4,)),
        ("抚顺市望花区雷锋路东段12号", (4,)),
        ("滨河路那边", (7,)),
        ("茨沟街附近", (5,)),
        ("新宾和清原的电话", (9, 10)),
        ("市社保中心在哪", (1,)),
        ("网上能办不", ()),
    ],
)
def test_the_offices_that_a_text_names(guide: Guide, text: str, offices: tuple[int, ...]) -> None:
    assert numbers(guide, text) == offices


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("我在抚顺县", True),
        ("新宾的", True),
        ("我家住望花", True),
        ("抚顺市东洲区搭连街8号", True),
        ("望花社保在哪", False),
        ("户口迁到新宾了要转移", False),
        ("你好", False),
    ],
)
def test_only_a_place(guide: Guide, text: str, is_so: bool) -> None:
    assert only_a_place(guide, text) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"), [("上哪办", True), ("电话多少", True), ("网上在哪办", False), ("要几天", False)]
)
def test_a_question_for_a_place(text: str, is_so: bool) -> None:
    assert asks_where(text) is is_so


@pytest.mark.parametrize(
    ("item", "district", "offices"),
    [
        (28, (4,), (4,)),
        (28, (), (3, 4, 5, 6, 7, 8, 9, 10)),
        (89, (4,), (11,)),
        (45, (4,), (2,)),
        (80, (4,), ()),
        (66, (5,), (2, 5)),
        (13, (), ()),
    ],
)
def test_the_items_own_offices(guide: Guide, item: int, district: tuple[int, ...], offices: tuple[int, ...]) -> None:
    assert tuple(office.number for office in own(guide, item, district)) == offices
