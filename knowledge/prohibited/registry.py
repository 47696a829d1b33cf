"""The kinds of check. A guide's case names one; no file of data names code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from knowledge.facts import Fact
from knowledge.prohibited import fewer_months, more_months, stated
from knowledge.prohibited.records import Parameters
from knowledge.prohibited.verdict import Verdict

Check = Callable[[Mapping[str, Fact], Parameters, date], Verdict]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {"stated": stated.check, "fewer_months": fewer_months.check, "more_months": more_months.check}
)
# Those that compare with a number.
COUNTING = ("fewer_months", "more_months")
