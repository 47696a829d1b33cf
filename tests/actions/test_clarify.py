"""The question back: by what splits the candidates best, and never the same twice."""

from __future__ import annotations

import pytest

from actions.answer import Answer, Ranked
from actions.attributes import best_split
from actions.clarify import clarify
from actions.talk import Talk
from knowledge.guide import Guide


def rows(*numbers: int) -> tuple[Ranked, ...]:
    return tuple(Ranked(number, "", 0.3) for number in numbers)


@pytest.mark.parametrize(
    ("numbers", "attribute", "choices"),
    [
        ((16, 24, 76), "scheme", 3),
        ((9, 10), "applicant", 2),
        ((80, 81, 82), "event", 3),
        ((15, 75, 36, 61, 22), "scheme", 5),
        ((9, 10, 67, 68), "scheme", 2),
    ],
)
def test_the_attribute_that_leaves_the_fewest(
    guide: Guide, numbers: tuple[int, ...], attribute: str, choices: int
) -> None:
    found, offered = best_split(guide, rows(*numbers), ())
    assert (found, len(offered)) == (attribute, choices)


def _ask(guide: Guide, talk: Talk, *numbers: int) -> tuple[Answer, Talk]:
    answer = clarify(guide, rows(*numbers), ("overview",), talk)
    return answer, talk.after(answer)


def test_two_questions_differ_and_then_the_candidates_are_shown(guide: Guide) -> None:
    first, talk = _ask(guide, Talk(), 9, 10, 67, 68)
    second, talk = _ask(guide, talk, 9, 10, 67, 68)
    last, _ = _ask(guide, talk, 9, 10, 67, 68)
    assert [first.missing, second.missing, last.missing] == [("scheme",), ("applicant",), ("title",)]
    assert last.ask
    assert "12333" in last.ask.text
    assert last.options[0].label == guide.item(9).title


def test_an_option_for_several_sends_its_label_and_one_for_one_its_title(guide: Guide) -> None:
    answer, _ = _ask(guide, Talk(), 9, 10, 68)
    by_label = {option.label: option.value for option in answer.options}
    assert by_label["在企业上班或灵活就业"] == "在企业上班或灵活就业"
    assert by_label["机关事业单位"] == guide.item(68).title


def test_other_candidates_begin_a_new_series(guide: Guide) -> None:
    _, talk = _ask(guide, Talk(questions=2, asked=(9, 10), tried=("scheme", "applicant")), 16, 24)
    assert (talk.questions, talk.tried) == (1, ("scheme",))
