"""The kinds of facts that the hearing tells apart: a fact with a value, a number of months by its size."""

from __future__ import annotations

from knowledge.facts import CHOICES, MONTHS, Fact

# Below how many months a size ends.
_SIZES = {"under_a_year": 12, "up_to_three_years": 37, "over_three_years": 10**6}
KINDS = [(name, value) for name, values in CHOICES.items() for value in values]
KINDS += [(name, size) for name in MONTHS for size in _SIZES]


def kind_of(fact: Fact) -> str:
    """The value; of a number of months, its size: about how many at most."""
    if isinstance(fact.value, str):
        return fact.value
    return next(size for size, end in _SIZES.items() if fact.value.most < end)
