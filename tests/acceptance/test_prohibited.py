"""Sentences that were written blind and never taught, through the whole path: how many prohibited cases are named."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.acceptance.shares import share
from tests.conftest import Ask

pytestmark = pytest.mark.acceptance
FOUND, CLAIMED = 0.82, 0.07
FILES = ["prohibited.yml", "prohibited_again.yml", "prohibited_third.yml", "prohibited_fourth.yml"]


@pytest.mark.parametrize("file", FILES)
def test_prohibited_cases_told_by_others(ask: Ask, file: str) -> None:
    sentences: dict[str, dict[str, list[str]]] = yaml.safe_load(Path(__file__).with_name(file).read_text("utf-8"))
    print(f"\n{file}\n{'case':8}{'found':>8}{'claimed':>9}")
    found, claimed = [], []
    for case, texts in sentences.items():
        named = [case in ask(text)["prohibited"] for text in texts["triggers"]]
        wrongly = [bool(ask(text)["prohibited"]) for text in texts["near_misses"]]
        print(f"{case:8}{sum(named):5} of {len(named)}{sum(wrongly):4} of {len(wrongly)}")
        found, claimed = found + named, claimed + wrongly
    print(f"{'all':8}{share(found):8.3f}{share(claimed):9.3f}")
    assert share(found) >= FOUND
    assert share(claimed) <= CLAIMED
