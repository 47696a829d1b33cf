"""The prohibited cases as rules: one kind of check a file, numbers and wording as data of the guide."""

from knowledge.prohibited.judge import applying, judge
from knowledge.prohibited.records import CaseRule, Ground, Lawful, Number
from knowledge.prohibited.verdict import Verdict

__all__ = ["CaseRule", "Ground", "Lawful", "Number", "Verdict", "applying", "judge"]
