"""The reply to our question back, in any words."""

from __future__ import annotations

import pytest

from actions.attributes import Choice, choices
from actions.pick import pick
from actions.replying import reply_to_question
from actions.talk import Talk
from knowledge.guide import Guide
from tests.actions.test_context import STOPPED, turn


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("我在厂里上班的", 17),
        ("企业的", 17),
        ("种地的", 25),
        ("农村的", 25),
        ("公务员退休", 77),
        ("事业编", 77),
        ("第二个", 25),
        ("2", 25),
        ("选三", 77),
        ("最后那个", 77),
        ("第4个", None),
        ("都不是", "none"),
        ("不是这几个", "none"),
        ("今天天气真好", None),
        ("恢复养老保险待遇申请（居民养老保险）", 25),
    ],
)
def test_a_reply_in_any_words(guide: Guide, said: str, meant: object) -> None:
    found = pick(guide, said, choices(guide, "scheme", STOPPED))
    assert (found.items[0] if isinstance(found, Choice) else found) == meant


def test_a_reply_brings_back_what_was_asked_first(guide: Guide) -> None:
    answer = reply_to_question(
        guide, turn(guide, "种地的", Talk(asked=STOPPED, tried=("scheme",), aspects=("materials",)))
    )
    assert answer
    assert (answer.item, answer.sections[0].aspect) == (25, "materials")


def test_none_of_them_names_the_hotline(guide: Guide) -> None:
    answer = reply_to_question(guide, turn(guide, "都不是", Talk(asked=STOPPED, tried=("scheme",))))
    assert answer
    assert answer.status == "handoff"
    assert "12333" in answer.sections[0].entries[0].text


def test_a_new_matter_is_no_reply(guide: Guide) -> None:
    new = turn(guide, "农村户口社保卡丢了", Talk(asked=STOPPED, tried=("scheme",)), best=80, score=0.9, reads="named")
    assert reply_to_question(guide, new) is None
