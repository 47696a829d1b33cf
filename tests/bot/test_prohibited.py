"""The sentences of tests/prohibited through the whole path: triggers name their case, near misses none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import Ask

FOLDER = Path(__file__).resolve().parents[1] / "prohibited"
PARTS = ("first", "second", "third", "fourth")
CASES: list[dict[str, Any]] = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.yml"))]


def prohibited_rows(kind: str) -> list[Any]:
    """Case and sentence of every trigger, or near miss."""
    return [
        pytest.param(row["case"], text, id=f"{row['case']}-{text}")
        for row in CASES
        for part in PARTS
        for text in row.get(part, {}).get(kind, ())
    ]


@pytest.mark.parametrize(("case", "text"), prohibited_rows("triggers"))
def test_a_stated_case_is_named(ask: Ask, case: str, text: str) -> None:
    answer = ask(text)
    assert case in answer["prohibited"]
    assert answer["status"] == "prohibited"
    assert answer["facts"]


@pytest.mark.parametrize(("case", "text"), prohibited_rows("near_misses"))
def test_a_near_miss_is_not_claimed(ask: Ask, case: str, text: str) -> None:
    answer = ask(text)
    assert (answer["prohibited"], answer["status"] == "prohibited") == ([], False), case


def test_every_case_has_enough_sentences() -> None:
    for row in CASES:
        for kind in ("triggers", "near_misses"):
            texts = [text for part in PARTS for text in row.get(part, {}).get(kind, ())]
            assert len(texts) >= 12
            assert len(texts) == len(set(texts))
    assert len(CASES) == 15


TALKS = {
    "asked back, own will": (["失业金怎么领", "自己不干的"], ["5.1"]),
    "asked back, dismissed": (["失业金怎么领", "裁的"], []),
    "asked back, months": (["公司黄了，失业金怎么领", "十个月"], ["5.2"]),
    "asked back, months enough": (["公司黄了，失业金怎么领", "十三个月"], []),
    "corrected": (["我自己辞的，能领失业金不", "说错了，是公司把我辞退的"], []),
    "held through a follow-up": (["我自己辞的，能领失业金不", "那要带啥"], ["5.1"]),
    "another matter after it": (["我自己辞的，能领失业金不", "社保卡丢了咋补"], []),
    "the fact before the matter": (["我在里头蹲着的爸爸那份退休金能领不", "那刑满释放以后咋恢复"], []),
}


@pytest.mark.parametrize(("turns", "prohibited"), TALKS.values(), ids=TALKS)
def test_a_conversation(ask: Ask, turns: list[str], prohibited: list[str]) -> None:
    sender = "".join(turns)
    answers = [ask(text, sender) for text in turns]
    assert answers[-1]["prohibited"] == prohibited


def test_facts_of_one_conversation_are_not_those_of_another(ask: Ask) -> None:
    ask("我自己辞的，能领失业金不", "first")
    assert ask("失业金怎么领", "second")["prohibited"] == []
