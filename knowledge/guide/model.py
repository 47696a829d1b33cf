"""The guide as one frozen value, with the look-ups that every room needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.authored import Applicant, Benefit, Kin, Notice, Period, PlaceKind, Shares
from knowledge.places import Places
from knowledge.prohibited.records import CaseRule
from knowledge.records import (
    Category,
    Citation,
    CoverageRow,
    Erratum,
    Office,
    Phone,
    ProhibitedCase,
    ProhibitedMatter,
    ServiceItem,
    ToleranceRow,
)


@dataclass(frozen=True)
class Scheme:
    """One 险种 and the everyday words by which people name it."""

    name: str
    label: str
    categories: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class OfficeWords:
    """The words by which people name an office: its district, town, or short name."""

    office: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class Centre:
    """The centre that publishes the guide: how it is named, whom to call, how an answer is cited.

    ``examples`` are questions to tap, for whoever does not know how to begin.
    """

    name: str
    guide: str
    edition: str
    phones: tuple[Phone, ...]
    notice: str
    schemes: tuple[Scheme, ...] = ()
    office_words: tuple[OfficeWords, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Guide:
    """A whole guide. ``items``, ``offices`` and the rest stand in the guide's order."""

    centre: Centre
    categories: tuple[Category, ...]
    items: tuple[ServiceItem, ...]
    offices: tuple[Office, ...]
    matters: tuple[ProhibitedMatter, ...]
    coverage: tuple[CoverageRow, ...]
    tolerance: tuple[ToleranceRow, ...]
    errata: tuple[Erratum, ...] = ()
    kin: tuple[Kin, ...] = ()
    notices: tuple[Notice, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    rules: tuple[CaseRule, ...] = ()
    places: Places = field(default_factory=Places)
    own_places: tuple[PlaceKind, ...] = ()
    applicants: tuple[Applicant, ...] = ()
    periods: tuple[Period, ...] = ()
    shares: tuple[Shares, ...] = ()

    def item(self, number: int) -> ServiceItem:
        """The item of that number. Raises KeyError where the guide has none."""
        for item in self.items:
            if item.number == number:
                return item
        raise KeyError(number)

    def matters_of(self, number: int) -> tuple[ProhibitedMatter, ...]:
        """The prohibited matters that cover the item, in the guide's order."""
        covered = {row.matter for row in self.coverage if row.item == number}
        return tuple(matter for matter in self.matters if matter.number in covered)

    def case(self, identity: str) -> ProhibitedCase:
        """The prohibited case of that id. Raises KeyError where the guide has none."""
        cases = {case.id: case for matter in self.matters for case in matter.cases}
        return cases[identity]

    def scheme_of(self, number: int) -> Scheme | None:
        """The scheme to which the item's category belongs; None outside the schemes."""
        category = self.item(number).category
        return next((s for s in self.centre.schemes if category in s.categories), None)

    def kin_of(self, number: int, scheme: Scheme) -> ServiceItem | None:
        """The same matter in that scheme; None where the guide has none."""
        groups = [row.items for row in self.kin if number in row.items]
        near = (n for items in groups for n in items if self.scheme_of(n) == scheme)
        return next((self.item(n) for n in near), None)

    def places_of(self, number: int) -> tuple[PlaceKind, ...]:
        """The kinds of place at which the item's window is; none where it has no window that is known."""
        windows = (way for way in self.item(number).channels if way.kind == "window")
        printed = "".join(way.text + "".join(place.name for place in way.places) for way in windows)
        return tuple(kind for kind in self.own_places if any(word in printed for word in kind.words))

    def cite(self, page: int, item: int | None = None) -> Citation:
        """Where a statement comes from."""
        return Citation(self.centre.guide, self.centre.edition, item, page)

    def counts(self) -> Mapping[str, object]:
        """How much of everything the guide holds; what a reviewer compares first."""
        channels = [channel.kind for item in self.items for channel in item.channels]
        materials = [material for item in self.items for material in item.materials]
        return {
            "items": len(self.items),
            "items_by_category": [
                sum(item.category == category.number for item in self.items) for category in self.categories
            ],
            "materials": len(materials),
            "nested_materials": sum(len(material.nested) for material in materials),
            "channels": len(channels),
            "channels_by_kind": {kind: channels.count(kind) for kind in sorted(set(channels))},
            "acceptance_windows": sum(bool(item.time_limit.window) for item in self.items),
            "offices": len(self.offices),
            "prohibited_matters": len(self.matters),
            "prohibited_cases": sum(len(matter.cases) for matter in self.matters),
            "tolerance_rows": len(self.tolerance),
        }
