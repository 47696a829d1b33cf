"""Each action on a turn: which ending, about what."""

from __future__ import annotations

from datetime import date

import pytest

from actions.action_answer import ActionAnswer
from actions.action_complaint import ActionComplaint
from actions.action_handoff import ActionHandoff
from actions.action_office import ActionOffice
from actions.action_small_talk import ActionSmallTalk
from actions.action_tolerance import ActionTolerance
from actions.answer import Ranked
from actions.talk import Talk
from actions.turn import Band, Reads, Turn
from knowledge.guide import Guide

DAY = date(2026, 3, 11)


def turn(
    guide: Guide,
    *numbers: int,
    text: str = "",
    intent: str = "overview",
    band: Band = "answer",
    reads: Reads = "named",
    item: int | None = None,
    talk: Talk | None = None,
) -> Turn:
    ranked = tuple(Ranked(n, guide.item(n).title, 0.5) for n in numbers)
    return Turn(text, intent, (intent,), ranked, band, len(numbers), reads, talk or Talk(item), DAY)


def test_a_sure_match_is_answered_with_its_source(guide: Guide) -> None:
    answer = ActionAnswer().answer(guide, turn(guide, 28, 36))
    assert (answer.status, answer.item) == ("answered", 28)
    assert answer.citation
    assert answer.citation.page == 56


def test_twins_are_asked_back_by_scheme(guide: Guide) -> None:
    answer = ActionAnswer().answer(guide, turn(guide, 16, 24, 76, band="ask"))
    assert answer.status == "clarify"
    assert answer.ask
    assert [option.label for option in answer.ask.options] == [
        "在企业上班或灵活就业",
        "城乡居民（农村或没有单位）",
        "机关事业单位",
    ]
    assert answer.ask.options[0].value == guide.item(16).title


def test_different_matters_are_asked_back_by_title(guide: Guide) -> None:
    answer = ActionAnswer().answer(guide, turn(guide, 80, 81, 82, band="ask"))
    assert answer.ask
    assert answer.ask.options[0].label == guide.item(80).title


def test_out_of_scope_says_so_and_names_the_hotline(guide: Guide) -> None:
    answer = ActionAnswer().answer(guide, turn(guide, 28, band="out"))
    assert answer.status == "out_of_scope"
    assert "12333" in answer.sections[0].entries[0].text


def test_a_bare_aspect_follows_up_on_the_item(guide: Guide) -> None:
    answer = ActionAnswer().answer(guide, turn(guide, intent="time_limit", band="out", reads="bare", item=15))
    assert (answer.status, answer.item, answer.sections[0].aspect) == ("answered", 15, "time_limit")


@pytest.mark.parametrize(("band", "status"), [("ask", "office"), ("out", "office"), ("answer", "office")])
def test_where_is_the_office_of_a_district_is_not_asked_back(guide: Guide, band: Band, status: str) -> None:
    asked = turn(guide, 4, 20, text="新宾那边社保搁哪儿", intent="channel", band=band, reads="unclear")
    assert ActionAnswer().answer(guide, asked).status == status


@pytest.mark.parametrize(
    ("text", "intent", "reads", "status"),
    [
        ("足球比赛几点", "phone_office", "named", "out_of_scope"),
        ("社保局几点上班", "phone_office", "bare", "office"),
        ("顺城办事处地址", "phone_office", "named", "office"),
        ("听力残疾换助听器残联有补贴吗，在清原", "channel", "named", "out_of_scope"),
        ("清原那边咋弄", "channel", "unclear", "office"),
    ],
)
def test_the_place_of_something_else_is_out_of_scope(
    guide: Guide, text: str, intent: str, reads: Reads, status: str
) -> None:
    asked = turn(guide, 4, 20, text=text, intent=intent, band="out", reads=reads)
    action = ActionOffice() if intent == "phone_office" else ActionAnswer()
    assert action.answer(guide, asked).status == status


def test_the_hours_of_something_else_are_not_spoken_of(guide: Guide) -> None:
    asked = turn(guide, text="图书馆几点上班", intent="phone_office", band="out", reads="named")
    assert [section.aspect for section in ActionOffice().answer(guide, asked).sections] == ["reply"]


@pytest.mark.parametrize(("text", "offices"), [("望花社保在哪", 1), ("你们地址", 11), ("新宾和清原的电话", 2)])
def test_offices(guide: Guide, text: str, offices: int) -> None:
    answer = ActionOffice().answer(guide, turn(guide, text=text, intent="phone_office", band="out", reads="bare"))
    assert answer.status == "office"
    assert len(answer.sections[0].entries) == offices


def test_the_phone_of_a_matter_is_the_items_own(guide: Guide) -> None:
    answer = ActionOffice().answer(guide, turn(guide, 54, text="旧伤在外地复发给谁打电话", intent="phone_office"))
    assert answer.item == 54
    assert "024-53997626" in answer.sections[0].entries[0].text


def test_tolerance_is_the_one_row_and_says_there_is_no_other(guide: Guide) -> None:
    answer = ActionTolerance().answer(guide, turn(guide, intent="tolerance"))
    row, computed, only = answer.sections[0].entries
    assert computed.kind == "computed"
    assert "3月25日" in computed.text
    assert "企业工作期间企业职工基本养老保险缴费凭证" in row.text
    assert "10 个工作日" in row.text
    assert "只有" in only.text


@pytest.mark.parametrize(
    ("text", "reads", "status"),
    [
        ("做心脏支架出院，窗口说材料不全没给结算，新农合能报多少", "named", "out_of_scope"),
        ("材料不全咋办", "bare", "answered"),
    ],
)
def test_what_is_missing_for_something_else_is_out_of_scope(guide: Guide, text: str, reads: Reads, status: str) -> None:
    asked = turn(guide, text=text, intent="overview", band="out", reads=reads)
    assert ActionAnswer().answer(guide, asked).status == status


@pytest.mark.parametrize(("intent", "status"), [("complaint", "complaint"), ("report_error", "complaint")])
def test_complaints_name_the_number(guide: Guide, intent: str, status: str) -> None:
    answer = ActionComplaint().answer(guide, turn(guide, intent=intent))
    assert answer.status == status
    assert "024-53998110" in answer.sections[0].entries[0].text


def test_distress_gets_help_first_and_no_list_of_offices(guide: Guide) -> None:
    answer = ActionHandoff().answer(guide, turn(guide, intent="distress"))
    assert answer.status == "handoff"
    assert len(answer.sections) == 1
    assert "120" in answer.sections[0].entries[0].text


@pytest.mark.parametrize("intent", ["greet", "thanks", "goodbye", "bot_challenge", "capabilities", "abuse"])
def test_small_talk_is_one_sentence(guide: Guide, intent: str) -> None:
    answer = ActionSmallTalk().answer(guide, turn(guide, intent=intent))
    assert answer.status == "chitchat"
    assert "{" not in answer.sections[0].entries[0].text
