"""A case that a circumstance decides: stated, denied, excepted, or one that the guide is silent on."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.facts import Fact
from knowledge.prohibited.records import Ground, Parameters
from knowledge.prohibited.stated import check
from knowledge.prohibited.verdict import Verdict

DAY = date(2026, 3, 11)
SERVING, DOUBLE = Ground("custody", "serving"), Ground("double_pension", "unsettled")
PARAMETERS = Parameters(
    any_of=(SERVING, DOUBLE),
    unless=(Ground("wish", "stop"),),
    silent_on=(Ground("custody", "outside"),),
)
FACTS = {
    "serving": Fact("custody", "serving", "在里头"),
    "released": Fact("custody", "released", "刑满"),
    "outside": Fact("custody", "outside", "缓刑"),
    "double": Fact("double_pension", "unsettled", "领两份"),
    "settled": Fact("double_pension", "settled", "选好了"),
    "stop": Fact("wish", "stop", "咋停"),
}
CASES = {
    "one ground is enough": (["serving"], "applies", ["serving"], ()),
    "the other ground too": (["double"], "applies", ["double"], ()),
    "one ground though the other is denied": (["released", "double"], "applies", ["double"], ()),
    "both grounds are both named": (["serving", "double"], "applies", ["serving", "double"], ()),
    "all grounds are denied": (["released", "settled"], "does_not", ["released", "settled"], ()),
    "one is denied, the other unknown": (["released"], "cannot_tell", [], ("double_pension",)),
    "nothing is known": ([], "cannot_tell", [], ("custody", "double_pension")),
    "an exception goes before a ground": (["serving", "stop"], "does_not", ["stop"], ()),
    "an exception alone": (["stop"], "does_not", ["stop"], ()),
    "the guide is silent": (["outside"], "cannot_tell", ["outside"], ("double_pension",)),
    "silent, though all else is denied": (["outside", "settled"], "cannot_tell", ["outside"], ()),
    "silent on one, another ground holds": (["outside", "double"], "applies", ["double"], ()),
}


@pytest.mark.parametrize(("stated", "outcome", "because", "missing"), CASES.values(), ids=CASES)
def test_case(stated: list[str], outcome: str, because: list[str], missing: tuple[str, ...]) -> None:
    facts = {FACTS[name].name: FACTS[name] for name in stated}
    found = check(facts, PARAMETERS, DAY)
    assert (found.outcome, found.missing) == (outcome, missing)
    assert found.because == tuple(FACTS[name] for name in because)


def test_a_fact_of_another_name_with_the_same_value_is_no_ground() -> None:
    facts = {"account": Fact("account", "serving", "x")}
    assert check(facts, Parameters(any_of=(SERVING,)), DAY) == Verdict("cannot_tell", missing=("custody",))
