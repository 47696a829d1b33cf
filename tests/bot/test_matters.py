"""Two matters in one message, and long stories that are one; corrections; all through the whole path."""

from __future__ import annotations

import pytest

from tests.conftest import Ask


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("社保卡丢了咋补，还有我妈的养老认证在哪弄", [80, 88]),
        ("失业金怎么领？社保卡密码忘了怎么办？", [28, 85]),
        ("失业金怎么领，还有要带啥", [28]),
        ("失业金怎么领？网上能办吗？", [28]),
        ("我在厂子干了五年，去年厂子黄了，另外房贷也还着呢，现在没工作，失业金怎么领啊", [28]),
    ],
)
def test_each_matter_is_answered_in_order(ask: Ask, text: str, items: list[int]) -> None:
    answer = ask(text)
    assert [one["item"] for one in (answer, *answer["also"])] == items
    assert all(further["text"] in answer["text"] for further in answer["also"])


def test_the_talk_goes_on_with_the_last_and_back_to_the_first(ask: Ask) -> None:
    ask("社保卡丢了咋补，还有我妈的养老认证在哪弄", sender="both")
    assert ask("要带啥", sender="both")["item"] == 88
    assert ask("回到前面那个，网上能办不", sender="both")["item"] == 80


@pytest.mark.parametrize(
    ("first", "then", "item"),
    [
        ("领失业金的卡要换一张，咋办", "不是这个，我说的是卡，社保卡坏了要换", 80),
        ("养老保险断了能补吗，企业的", "不对，我问的是劳动仲裁怎么申请", 89),
        ("社保卡挂失怎么办", "我问的不是这个，我问的是失业金怎么领", 28),
    ],
)
def test_a_correction_is_understood_by_what_is_meant(ask: Ask, first: str, then: str, item: int) -> None:
    ask(first, sender=then)
    assert ask(then, sender=then)["item"] == item


def test_two_announced_matters_are_two(ask: Ask) -> None:
    answer = ask("问两件事，一个是失业金怎么领，一个是社保卡丢了咋补")
    assert [one["item"] for one in (answer, *answer["also"])] == [28, 80]
