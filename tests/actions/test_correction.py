"""Being put right: what is meant instead, and which item that is."""

from __future__ import annotations

import pytest

from actions.answer import Ranked
from actions.correction import asserted, instead, rejects
from knowledge.guide import Guide


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("不是这个，我说的是卡", "卡"),
        ("不对，我问的是劳动仲裁怎么申请", "劳动仲裁怎么申请"),
        ("我问的不是这个，我问的是养老认证", "养老认证"),
        ("你弄错了，我要办的是社保卡", "社保卡"),
        ("不是，是农村的", "农村的"),
        ("我说的是失业保险", None),
        ("不是", None),
        ("社保卡丢了", None),
    ],
)
def test_what_is_meant_instead(said: str, part: str | None) -> None:
    assert asserted(said) == part


@pytest.mark.parametrize(
    ("part", "ranked", "rejected", "meant"),
    [
        ("卡", (80, 79), (7, 22, 66), 84),
        ("失业的", (28,), (15,), 36),
        ("社保卡坏了要换", (80, 84), (36,), 80),
        ("养老认证", (88, 17), (88,), 17),
        ("别的事", (), (28,), None),
    ],
)
def test_the_best_item_that_is_not_rejected(
    guide: Guide, part: str, ranked: tuple[int, ...], rejected: tuple[int, ...], meant: int | None
) -> None:
    rows = [Ranked(number, "", 0.5) for number in ranked]
    assert instead(guide, part, rows, rejected) == meant


@pytest.mark.parametrize(("said", "is_so"), [("不是这个", True), ("我问的不是这个事", True), ("不是这样办的吗", False)])
def test_only_saying_that_we_are_wrong(said: str, is_so: bool) -> None:
    assert rejects(said) is is_so
