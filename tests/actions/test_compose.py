"""What a citizen must not miss is in every answer about an item, whatever was asked."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from actions.answer import Section
from actions.compose import sections
from actions.item_answer import item_answer
from actions.when import When
from bot.render.plain import plain
from knowledge.guide import Guide, load

ASPECTS = ("overview", "materials", "channel", "time_limit", "eligibility", "phone_office", "amount", "tolerance", "?")
ASKED = [(), *itertools.permutations(ASPECTS, 1), *itertools.permutations(ASPECTS, 2)]

DAY = When.on(date(2026, 3, 11))


def _texts(found: tuple[Section, ...]) -> str:
    return "\n".join(entry.text for section in found for entry in section.entries)


@pytest.mark.parametrize("number", [item.number for item in load().items])
def test_conditions_window_and_prohibited_cases_cannot_be_left_out(guide: Guide, number: int) -> None:
    item = guide.item(number)
    for aspects in ASKED:
        text = _texts(sections(guide, item, aspects, DAY))
        assert all(condition in text for condition in item.conditions)
        assert all(case.text in text for matter in guide.matters_of(number) for case in matter.cases)
        assert all(note in text for note in item.notes)
        if item.time_limit.window:
            assert all(line in text for line in item.time_limit.lines)


@pytest.mark.parametrize("number", [item.number for item in load().items])
def test_the_plain_text_shows_every_entry(guide: Guide, number: int) -> None:
    answer = item_answer(guide, guide.item(number), (), (), DAY).to_dict()
    text = plain(answer)
    for section in answer["sections"]:
        for entry in section["entries"]:
            told = entry["text"].removeprefix(f"{entry.get('group')}：").rstrip("：")
            assert told in text
            assert all(url in text for url in entry.get("urls", []))


@pytest.mark.parametrize("aspect", ["materials", "channel", "time_limit", "eligibility"])
def test_what_was_asked_comes_first(guide: Guide, aspect: str) -> None:
    assert all(sections(guide, item, (aspect,), DAY)[0].aspect == aspect for item in guide.items)


def test_only_compose_makes_an_items_sections() -> None:
    from pathlib import Path

    actions = Path(__file__).parents[2] / "actions"
    users = {path.name for path in actions.glob("*.py") if "compose import sections" in path.read_text("utf-8")}
    makers = {path.name for path in actions.glob("*.py") if "item=item.number" in path.read_text("utf-8")}
    assert makers == {"item_answer.py"}
    assert users == {"item_answer.py"}


def test_a_source_is_set_apart_but_two_stay_in_the_text(guide: Guide) -> None:
    first, *_, last = sections(guide, guide.item(33), ("materials",), DAY)[0].entries
    assert first.source == "申请人"
    assert last.source is None
    assert last.text.count("资料来源") == 2


def test_no_materials_is_said_in_the_guides_words(guide: Guide) -> None:
    assert sections(guide, guide.item(29), ("materials",), DAY)[0].entries[0].text == "无需提供材料。"
