"""The case applies where one of its grounds is stated (违禁清单第 126 页: most cases name a circumstance)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from knowledge.facts import Fact
from knowledge.prohibited.records import Ground, Parameters
from knowledge.prohibited.verdict import Verdict


def check(facts: Mapping[str, Fact], parameters: Parameters, _: date) -> Verdict:
    """Applies with any ground stated and no exception; does not where all grounds are denied, or an exception holds.

    Where the guide says nothing on a stated fact, it cannot tell because of that fact.
    """
    grounds = tuple(facts[ground.fact] for ground in parameters.any_of if _holds(ground, facts))
    exceptions = tuple(facts[ground.fact] for ground in parameters.unless if _holds(ground, facts))
    if exceptions:
        return Verdict("does_not", exceptions)
    if grounds:
        return Verdict("applies", grounds)
    silent = tuple(facts[ground.fact] for ground in parameters.silent_on if _holds(ground, facts))
    missing = tuple(name for name in parameters.facts if name not in facts)
    if silent or missing:
        return Verdict("cannot_tell", silent, missing)
    return Verdict("does_not", tuple(facts[name] for name in parameters.facts))


def _holds(ground: Ground, facts: Mapping[str, Fact]) -> bool:
    return ground.fact in facts and facts[ground.fact].value == ground.value
