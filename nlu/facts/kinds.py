"""The kinds of facts that the hearing tells apart: a fact with a value, a number of months by its size."""

from __future__ import annotations

from knowledge.facts import CHOICES, MONTHS, Fact, Span
from nlu.facts.durations import FOREVER

# Which numbers of months are of a size.
_SIZES = {"under_a_year": Span(0, 11), "up_to_three_years": Span(12, 36), "over_three_years": Span(37, FOREVER)}
KINDS = [(name, value) for name, values in CHOICES.items() for value in values]
KINDS += [(name, size) for name in MONTHS for size in _SIZES]


def kind_of(fact: Fact) -> str:
    """The value; of a number of months, its size: about how many at most."""
    if isinstance(fact.value, str):
        return fact.value
    return next(size for size, span in reversed(_SIZES.items()) if fact.value.most >= span.least)


def value_of(kind: str) -> str | Span:
    """The value of a fact of that kind: of a size, all numbers of months that are of it."""
    return _SIZES.get(kind, kind)
