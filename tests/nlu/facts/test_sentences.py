"""The sentences that teach facts: complete, unlike each other, and refused where they name what there is not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from knowledge.errors import GuideError
from knowledge.guide import Guide
from nlu.facts import quoting, sentences
from nlu.facts.sentences import Sentence


def test_every_fact_that_decides_a_case_is_taught(guide: Guide) -> None:
    taught = {(one.fact, one.value) for one in sentences.load()}
    deciding = {(ground.fact, ground.value) for rule in guide.rules for ground in rule.parameters.any_of}
    assert deciding <= taught
    assert {rule.parameters.months for rule in guide.rules if rule.parameters.months} <= {fact for fact, _ in taught}


def test_there_are_enough_and_none_stands_twice() -> None:
    rows = sentences.load()
    assert min(Counter((one.fact, one.stated) for one in rows).values()) >= 50
    assert not [key for key, count in Counter((one.fact, one.text) for one in rows).items() if count > 1]


def test_none_of_them_is_a_test_of_the_whole_path() -> None:
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parents[2].joinpath("prohibited").glob("*.yml"))
    assert not [one.text for one in sentences.load() if f"- {one.text}\n" in tests]


@pytest.mark.parametrize(("fact", "value"), [("mood", "sad"), ("leaving", "sad")])
def test_an_unknown_fact_is_refused(fact: str, value: str, tmp_path: Path) -> None:
    (tmp_path / "mood.yml").write_text(f"fact: {fact}\nvalue: {value}\nstated: []\nnot_stated: []\n", "utf-8")
    with pytest.raises(GuideError, match="没有这个事实"):
        sentences.load(tmp_path)


def test_the_clause_that_says_it_is_quoted() -> None:
    told = [Sentence(f"那班{n}我不干了，失业金咋领", "leaving", "own_will", True) for n in "一二三四"]
    told += [Sentence(f"厂子黄了{n}，失业金咋领", "leaving", "own_will", False) for n in "一二三四"]
    quotes = quoting.fit(told)
    ground = next(iter(quotes.telling))
    assert quotes.words("在饭店五年，上个月我不干了，失业金咋领", ground) == "上个月我不干了"
    assert len(quotes.words("我不干了" * 20, ground)) == 24
