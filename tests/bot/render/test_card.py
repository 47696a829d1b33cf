"""The Answer as a card: the order, what can be ticked, dialled and opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from actions.answer import Answer, Ask, Entry, Fact, Option, Section
from actions.item_answer import item_answer
from actions.replies import office_answer, reply
from actions.when import When
from bot.assistant import spoken
from bot.render.card import Card, card
from knowledge.guide import Guide

DAY = date(2026, 3, 11)


def shown(guide: Guide, answer: Answer) -> Card:
    return card(spoken(answer.to_dict()), guide)


def of_item(guide: Guide, number: int, *aspects: str) -> Answer:
    from actions.answer import Ranked

    item = guide.item(number)
    return item_answer(guide, item, (Ranked(number, item.title, 1.0),), aspects or ("overview",), When.on(DAY))


@pytest.mark.parametrize("aspects", [(), ("materials",), ("channel",), ("time_limit", "materials")], ids=str)
def test_conditions_and_prohibited_cases_come_first_whatever_was_asked(guide: Guide, aspects: tuple[str, ...]) -> None:
    blocks = shown(guide, of_item(guide, 28, *aspects)).blocks
    assert [(block.aspect, block.tone) for block in blocks[:2]] == [("eligibility", "must"), ("prohibited", "stop")]
    assert {block.aspect for block in blocks if block.asked} >= set(aspects)


def test_every_statement_of_every_item_is_on_its_card(guide: Guide) -> None:
    for item in guide.items:
        answer = of_item(guide, item.number)
        on_card = [
            "".join(part.text for part in line.parts)
            for block in shown(guide, answer).blocks
            for group in block.groups
            for line in group.lines
        ]
        entries = [entry for section in answer.sections for entry in section.entries]
        assert len(on_card) == len(entries)
        for entry in entries:
            bare = entry.text.removeprefix(f"{entry.group}：").rstrip("：")
            assert any(line.startswith(bare) for line in on_card), bare


def test_materials_by_group_to_tick_but_not_the_sentence_that_none_is_needed(guide: Guide) -> None:
    for item in guide.items:
        block = next(block for block in shown(guide, of_item(guide, item.number)).blocks if block.aspect == "materials")
        assert block.tick is not bool(item.no_materials)
        assert {group.name for group in block.groups} == ({material.group or "" for material in item.materials} or {""})


def test_the_case_that_applies_stands_first_and_says_so(guide: Guide) -> None:
    answer = replace(
        of_item(guide, 28),
        status="prohibited",
        prohibited=("5.2",),
        facts=(Fact("months_contributed", 11, "差一个月满一年"),),
    )
    made = shown(guide, answer)
    lines = next(block for block in made.blocks if block.aspect == "prohibited").groups[0].lines
    assert [line.mine for line in lines] == [True, False]
    assert "不足 12 个月" in lines[0].parts[0].text
    assert made.said == ("差一个月满一年",)


def links(made: Card) -> list[str]:
    return [part.href for b in made.blocks for g in b.groups for line in g.lines for part in line.parts if part.href]


def test_telephones_can_be_dialled(guide: Guide) -> None:
    office = guide.offices[0]
    assert links(shown(guide, office_answer(guide, (office,)))) == ["tel:" + office.phone.replace("-", "")]
    distress = links(shown(guide, reply(guide, "handoff", "distress")))
    assert {"tel:110", "tel:120", "tel:12356"} <= set(distress)


def test_an_app_named_like_a_telephone_is_no_telephone(guide: Guide) -> None:
    blocks = shown(guide, of_item(guide, 28)).blocks
    ways = next(block for block in blocks if block.aspect == "channel").groups[0].lines
    assert [line.way for line in ways] == ["window", "online", "mobile"]
    assert [part.href for part in ways[2].parts] == [""]


ADDRESSES = [
    ("https://www.example.gov.cn/a", "https://www.example.gov.cn/a"),
    ("javascript:alert(1)", ""),
    ("data:text/html,x", ""),
    ("//www.example.com", ""),
]


@pytest.mark.parametrize(("address", "href"), ADDRESSES)
def test_only_web_addresses_can_be_opened(guide: Guide, address: str, href: str) -> None:
    answer = Answer("answered", sections=(Section("channel", "办理路径", (Entry("网", urls=(address,)),)),))
    assert shown(guide, answer).blocks[0].groups[0].lines[0].parts[1].href == href


def test_a_question_back_has_its_options(guide: Guide) -> None:
    options = (Option("在企业上班", guide.item(11).title), Option("机关事业单位", guide.item(71).title))
    made = shown(guide, Answer("clarify", ask=Ask("是哪一种？", options), options=options))
    assert made.ask == "是哪一种？"
    assert [option["value"] for option in made.replies] == [option.value for option in options]
    assert made.options == ()


def test_a_question_beside_an_answer_has_its_own_replies(guide: Guide) -> None:
    replies = (Option("满一年", "满一年"), Option("不满一年", "不满一年"))
    plain = of_item(guide, 28)
    made = shown(guide, replace(plain, ask=Ask("交满一年了吗？", replies), options=(*replies, *plain.options)))
    assert [reply["label"] for reply in made.replies] == ["满一年", "不满一年"]
    assert [option["label"] for option in made.options] == [option.label for option in plain.options]


def test_the_refusal_stands_before_the_conditions(guide: Guide) -> None:
    plain = of_item(guide, 28)
    why = Section("prohibited", "您说的情形不能办", (Entry("您说不满一年。", kind="5.2"), Entry("原文。", kind="5.2")))
    made = shown(guide, replace(plain, status="prohibited", prohibited=("5.2",), sections=(why, *plain.sections)))
    assert [block.tone for block in made.blocks[:3]] == ["refuse", "must", "stop"]
    assert not any(line.mine for line in made.blocks[0].groups[0].lines)
    assert [line.mine for line in made.blocks[2].groups[0].lines] == [True, False]


def test_further_matters_are_whole_cards(guide: Guide) -> None:
    answer = replace(of_item(guide, 28), also=(of_item(guide, 80),))
    made: Any = shown(guide, answer)
    assert made.also[0].title == guide.item(80).title
    assert made.also[0].blocks


def test_the_offices_of_an_item_are_on_its_card(guide: Guide) -> None:
    answer = of_item(guide, 28, "phone_office")
    offices = office_answer(guide, guide.offices[2:4]).sections
    blocks = shown(guide, replace(answer, sections=(*answer.sections, *offices))).blocks
    assert [block.title for block in blocks if block.aspect == "phone_office"] == ["经办机构"]
