"""By what candidates differ: the scheme, who applies, what happened, where it is done. Worked out from the guide."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from actions.answer import Ranked
from knowledge.guide import Guide


@dataclass(frozen=True)
class Choice:
    """One value of an attribute: how it is offered, the words by which people say it, and the items that bear it."""

    label: str
    words: tuple[str, ...]
    items: tuple[int, ...]


Value = tuple[str, tuple[str, ...]]  # label and words
Of = Callable[[Guide, int], Value | None]


def _scheme(guide: Guide, number: int) -> Value | None:
    scheme = guide.scheme_of(number)
    if scheme:
        return scheme.label, (*scheme.words, scheme.label, scheme.name)
    category = next(c for c in guide.categories if c.number == guide.item(number).category)
    return category.title, (category.title,)


def _applicant(guide: Guide, number: int) -> Value | None:
    row = next((row for row in guide.applicants if number in row.items), None)
    return (row.label, row.words) if row else None


def _event(guide: Guide, number: int) -> Value | None:
    kin = next((row for row in guide.kin if number in row.items), None)
    label = kin.matter if kin else guide.item(number).title
    return label, (label,)


def _place(guide: Guide, number: int) -> Value | None:
    places = guide.places_of(number)
    return (places[0].label, (places[0].label,)) if len(places) == 1 else None


def _title(guide: Guide, number: int) -> Value | None:
    return guide.item(number).title, ()


ATTRIBUTES: Mapping[str, Of] = MappingProxyType(
    {"scheme": _scheme, "applicant": _applicant, "event": _event, "place": _place}
)
TITLE = "title"


def choices(guide: Guide, attribute: str, numbers: Sequence[int]) -> tuple[Choice, ...]:
    """The numbers by their value, in their order; none where one of them has no value.

    One item alone is offered by its title unless its scheme is what is asked.
    """
    of = ATTRIBUTES.get(attribute, _title)
    values = {number: of(guide, number) for number in numbers}
    if any(value is None for value in values.values()):
        return ()
    groups: dict[Value, list[int]] = {}
    for number, value in values.items():
        groups.setdefault(value or ("", ()), []).append(number)
    return tuple(
        Choice(_offered(guide, attribute, label, items), words, tuple(items))
        for (label, words), items in groups.items()
    )


def _offered(guide: Guide, attribute: str, label: str, items: Sequence[int]) -> str:
    return guide.item(items[0]).title if attribute == "event" and len(items) == 1 else label


def best_split(guide: Guide, ranked: Sequence[Ranked], tried: Sequence[str]) -> tuple[str, tuple[Choice, ...]]:
    """The attribute that leaves the fewest candidates on average, and its choices; the earlier one where they tie.

    How likely a candidate is decides how much it counts. Attributes that were tried are left out; by title where
    none splits.
    """
    numbers, weights = [row.number for row in ranked], {row.number: row.score + 0.01 for row in ranked}
    best, least = (TITLE, choices(guide, TITLE, numbers)), float("inf")
    for attribute in ATTRIBUTES:
        found = choices(guide, attribute, numbers) if attribute not in tried else ()
        left = sum(len(choice.items) * sum(weights[n] for n in choice.items) for choice in found)
        if len(found) > 1 and left < least - 1e-9:
            best, least = (attribute, found), left
    return best
