"""Of whom a message speaks."""

from __future__ import annotations

import pytest

from actions.relatives import goes_back_to, person_of, turns_to_a_relative, turns_to_another

PERSONS = {"我妈十月就没开支": "妈", "俺 老 伴 走了": "老伴", "我自己的": None, "他是农村的": None}
# Whether it turns to a relative, and whether to another person at all.
TURNS = {
    "那我爸呢": (True, True),
    "要是我老伴呢": (True, True),
    "那我呢": (False, True),
    "那俺呢，我也没上班": (False, True),
    "那要多久呢": (False, False),
    "我爸呢": (True, True),
    "问问我爸那个呢": (False, False),
}


@pytest.mark.parametrize(("text", "person"), PERSONS.items(), ids=PERSONS)
def test_who_is_named_first(text: str, person: str | None) -> None:
    assert person_of(text) == person


@pytest.mark.parametrize(("text", "turns"), TURNS.items(), ids=TURNS)
def test_turns_to_somebody_else(text: str, turns: tuple[bool, bool]) -> None:
    assert (turns_to_a_relative(text), turns_to_another(text)) == turns


@pytest.mark.parametrize(("text", "back"), [("说回我妈", True), ("说回失业金", False), ("我妈", False)])
def test_goes_back_to_a_relative(text: str, back: bool) -> None:
    assert goes_back_to(text) is back
