"""One maker for each section: records of the guide → entries, in the guide's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from actions.answer import Entry, Section
from actions.dates import dates
from actions.when import When
from actions.wording import title, wording
from knowledge.guide import Guide
from knowledge.records import Channel, Material, ServiceItem
from knowledge.text import squeeze, trim

Maker = Callable[[Guide, ServiceItem, When], Section]


def eligibility(_: Guide, item: ServiceItem, __: When) -> Section:
    """The conditions, whole."""
    return _section("eligibility", [Entry(text) for text in item.conditions])


def materials(_: Guide, item: ServiceItem, __: When) -> Section:
    """The materials by applicant group, or the guide's sentence that none is needed."""
    entries = [entry for material in item.materials for entry in _material(material)]
    return _section("materials", [Entry(item.no_materials)] if item.no_materials else entries)


def channel(_: Guide, item: ServiceItem, __: When) -> Section:
    """Every way to get it done, with its places and address."""
    return _section("channel", [_channel(way) for way in item.channels])


def time_limit(guide: Guide, item: ServiceItem, when: When) -> Section:
    """The limit as printed, and what it comes to from the day of acceptance on."""
    printed = [Entry(line) for line in item.time_limit.lines]
    return _section("time_limit", [*printed, *dates(guide, item.time_limit, when)])


def tips(_: Guide, item: ServiceItem, __: When) -> Section:
    """All tips."""
    return _section("tips", [Entry(tip.text) for tip in item.tips])


def own_tips(guide: Guide, item: ServiceItem, __: When) -> Section:
    """The tips that say something about this item; those printed alike on many items stay out."""
    printed = Counter(squeeze(tip.text) for other in guide.items for tip in other.tips)
    common = max(3, len(guide.items) // 20)
    own = [tip for tip in item.tips if printed[squeeze(tip.text)] < common]
    return _section("tips", [Entry(tip.text) for tip in own])


def notes(_: Guide, item: ServiceItem, __: When) -> Section:
    """What the reviewer says about a contradiction in the guide."""
    return _section("notes", [Entry(note) for note in item.notes])


def prohibited(guide: Guide, item: ServiceItem, __: When) -> Section:
    """Every prohibited case of every matter that covers the item."""
    form = wording()["matter"]
    return _section(
        "prohibited",
        [
            Entry(form.format(title=matter.title, case=case.text), kind=case.id)
            for matter in guide.matters_of(item.number)
            for case in matter.cases
        ],
    )


def phone_office(_: Guide, item: ServiceItem, __: When) -> Section:
    """The item's telephones with their use."""
    return _section("phone_office", [Entry(f"{phone.number}（{phone.use}）") for phone in item.phones])


SECTIONS: Mapping[str, Maker] = MappingProxyType(
    {
        maker.__name__: maker
        for maker in (
            eligibility,
            prohibited,
            materials,
            channel,
            time_limit,
            tips,
            own_tips,
            notes,
            phone_office,
        )
    }
)


def _section(aspect: str, entries: Sequence[Entry]) -> Section:
    return Section(aspect, title(aspect), tuple(entries))


def _material(material: Material) -> Iterator[Entry]:
    """The entry and its nested ones. One source at the end is set apart, more stay in the text."""
    text, source = material.text, None
    ending = f"（资料来源：{material.sources[0]}）" if len(material.sources) == 1 else ""
    if ending and trim(text).endswith(ending):
        text, source = trim(text).removesuffix(ending), material.sources[0]
    yield Entry(trim(text), group=material.group, source=source, kind=material.channel)
    for nested in material.nested:
        yield Entry(f"{nested.mark}{trim(nested.text)}", group=material.group)


def _channel(way: Channel) -> Entry:
    text = way.text or "；".join(place.name for place in way.places)
    return Entry(text, kind=way.kind, urls=(way.url,) if way.url else ())
