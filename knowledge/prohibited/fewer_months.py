"""The case applies to fewer months than the limit (违禁清单第 126 页：累计不足 12 个月)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from knowledge.facts import Fact, Span
from knowledge.prohibited.records import Parameters, in_force
from knowledge.prohibited.verdict import Verdict


def check(facts: Mapping[str, Fact], parameters: Parameters, day: date) -> Verdict:
    """Applies below the limit, not at it; a span of months that holds the limit inside cannot tell."""
    fact, limit = facts.get(parameters.months), in_force(parameters.limit, day)
    if fact is not None and isinstance(fact.value, Span) and limit is not None:
        if fact.value.most < limit:
            return Verdict("applies", (fact,))
        if fact.value.least >= limit:
            return Verdict("does_not", (fact,))
    return Verdict("cannot_tell", missing=(parameters.months,))
