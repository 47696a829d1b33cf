"""What was typed by sound is read as it was meant; numbers, negations and other people's words stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu import corpus
from nlu.normalise import normalise
from nlu.spelling.characters import count
from nlu.spelling.speller import Speller
from nlu.words import frequencies


@pytest.fixture(scope="module")
def speller() -> Speller:
    words = frequencies()
    return Speller(count([normalise(question.text) for question in corpus.load()], words), words)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("失叶金咋领", "失业金咋领"),
        ("十业金怎么申请", "失业金怎么申请"),
        ("涉保卡丢了在哪补班", "社保卡丢了在哪补办"),
        ("工伤住院伙食补住标准", "工伤住院伙食补助标准"),
        ("老板托欠公资", "老板拖欠工资"),
        ("我是自己词职的", "我是自己辞职的"),
        ("羊老保险断缴了", "养老保险断缴了"),
    ],
)
def test_what_sounds_alike_gives_way_to_what_was_meant(speller: Speller, typed: str, meant: str) -> None:
    assert speller.spelled(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "失业金怎么领",
        "交了四个月失业保险",
        "交了十个月失业保险",
        "我不交养老保险了",
        "没交社保",
        "红烧肉咋做",
        "我在焦化厂干了九年",
        "",
        "hello, 12333",
    ],
)
def test_what_is_right_stays(speller: Speller, text: str) -> None:
    assert speller.spelled(text) == text


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="失业金十四个月不没补交缴1 养老,金a，保", max_size=30))
def test_length_numbers_and_negations_are_kept(speller: Speller, text: str) -> None:
    spelled = speller.spelled(text)
    assert len(spelled) == len(text)
    for before, after in zip(text, spelled, strict=True):
        assert (before in "不没") == (after in "不没")
        assert (before in "1a, ") == (after in "1a, ")
    assert [c for c in text[-1:] if c in "十四"] == [c for c in spelled[-1:] if c in "十四"]


@pytest.mark.parametrize("number", list("一二三四五六七八九十"))
def test_a_number_of_months_is_never_another(speller: Speller, number: str) -> None:
    assert speller.spelled(f"失业保险交了{number}个月") == f"失业保险交了{number}个月"
    assert speller.spelled(number) == number
    assert speller.spelled(f"交了{number}") == f"交了{number}"


def test_who_has_counted_nothing_changes_nothing() -> None:
    assert Speller(count([], {}), {}).spelled("失叶金咋领") == "失叶金咋领"
