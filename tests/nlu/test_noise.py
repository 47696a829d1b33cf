"""Noise: each kind changes what it says and nothing else, and the same seed gives the same."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.noise import KINDS, noisy
from nlu.normalise import normalise
from nlu.said import said
from nlu.sounds import sounds

TEXT = "领失业金年限怎么算，差3个月行吗"


def changed(kind: str, text: str = TEXT, seeds: int = 20) -> list[str]:
    return [noisy(text, kind, Random(seed)) for seed in range(seeds)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_changes_the_text_and_one_seed_gives_one_text(kind: str) -> None:
    assert TEXT not in changed(kind)
    assert changed(kind) == changed(kind)


@pytest.mark.parametrize("kind", ["homophone", "near_sound"])
def test_one_or_two_characters_are_replaced_by_what_sounds_alike(kind: str) -> None:
    for text in changed(kind):
        assert sum(one != other for one, other in zip(text, TEXT, strict=True)) in (1, 2)
        assert sounds(text) == sounds(TEXT)


@pytest.mark.parametrize(
    ("character", "others"), [("年", "连"), ("找", "早"), ("城", "层"), ("身", "森"), ("名", "民"), ("民", "名")]
)
def test_near_sounds(character: str, others: str) -> None:
    assert others in changed("near_sound", character, 200)


def test_dropped_is_one_shorter_and_doubled_one_longer() -> None:
    assert {len(text) for text in changed("dropped")} == {len(TEXT) - 1}
    for text in changed("doubled"):
        assert any(text[:n] + text[n + 1 :] == TEXT and text[n] == text[n - 1] for n in range(1, len(text)))


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("差3个月满1年", "差三个月满一年"),
        ("交了十五年零六个月", "交了15年零6个月"),
        ("2023年12月", "二零二三年十二月"),
        ("打12333", "打一二三三三"),
        ("差三四个月，一共几万块", "差三四个月，一共几万块"),
        ("一万二千块，万一不给", "12000块，万一不给"),
        ("两年零个月", "2年零个月"),
    ],
)
def test_digits(written: str, other: str) -> None:
    assert noisy(written, "digits", Random(1)) == other


@pytest.mark.parametrize("kind", ["traditional", "full_width"])
def test_what_normalising_takes_back(kind: str) -> None:
    assert normalise(noisy(TEXT, kind, Random(1))) == normalise(TEXT)


def test_emoji_are_no_characters() -> None:
    assert {said(text).characters for text in changed("emoji")} == {said(TEXT).characters}


@settings(deadline=None)
@given(st.text(max_size=40), st.sampled_from(sorted(KINDS)), st.integers(0, 99))
def test_any_text_can_be_made_noisy(text: str, kind: str, seed: int) -> None:
    assert noisy(text, kind, Random(seed)) == noisy(text, kind, Random(seed))
