"""A case on the facts: one look-up and one call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from knowledge.facts import Fact
from knowledge.prohibited.records import CaseRule
from knowledge.prohibited.registry import CHECKS
from knowledge.prohibited.verdict import Verdict


def judge(rule: CaseRule, facts: Mapping[str, Fact], day: date) -> Verdict:
    """What the rule's check finds on that day."""
    return CHECKS[rule.check](facts, rule.parameters, day)


def applying(rules: Iterable[CaseRule], facts: Mapping[str, Fact], day: date) -> tuple[tuple[CaseRule, Verdict], ...]:
    """The rules that apply, with why."""
    found = ((rule, judge(rule, facts, day)) for rule in rules)
    return tuple((rule, verdict) for rule, verdict in found if verdict.outcome == "applies")
