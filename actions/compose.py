"""An item's sections. What a citizen must not miss is added here and nowhere else.

Whatever was asked, the sections hold the conditions, the acceptance window, the prohibited cases of the
item's matters and the reviewer's notes. Every answer about an item takes its sections from ``sections``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actions import sections as make
from actions.answer import Section
from actions.when import When
from knowledge.guide import Guide
from knowledge.records import ServiceItem

# What is shown first for each aspect. "overview" shows everything, as do aspects not named here.
_ASKED = {
    "materials": ("materials",),
    "channel": ("channel",),
    "time_limit": ("time_limit",),
    "eligibility": ("eligibility", "prohibited", "materials", "channel", "time_limit"),
    "amount": ("eligibility", "materials", "channel"),
    "phone_office": ("phone_office", "channel"),
}
_ALL = ("eligibility", "prohibited", "materials", "channel", "time_limit", "tips", "notes")
_ALWAYS = ("eligibility", "prohibited", "notes")  # and the window, and the tips of its own


def sections(guide: Guide, item: ServiceItem, aspects: Sequence[str], when: When) -> tuple[Section, ...]:
    """The sections of an answer about the item: what was asked first, then what must not be missed.

    ``when``: the time limit says what it comes to.
    """
    names = dict.fromkeys(_order(item, aspects))
    made = (make.SECTIONS[name](guide, item, when) for name in names)
    return tuple(section for section in made if section.entries)


def _order(item: ServiceItem, aspects: Sequence[str]) -> Iterator[str]:
    known = [aspect for aspect in aspects if aspect in _ASKED] if "overview" not in aspects else []
    for aspect in known:
        yield from _ASKED[aspect]
    if not known:
        yield from _ALL
    yield from _ALWAYS
    if item.time_limit.window:
        yield "time_limit"
    if known:
        yield "own_tips"
