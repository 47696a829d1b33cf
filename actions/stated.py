"""What the citizen's own words call for before anything else: their level, their shares, their period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actions.amounts import amounts
from actions.answer import Entry, Section
from actions.shares import names_a_share, shares
from actions.terms import terms
from actions.when import When
from actions.wording import say, title
from knowledge.guide import Guide
from knowledge.records import ServiceItem

_PRINTS_AN_AMOUNT = re.compile("%|倍|标准为")


def stated(guide: Guide, item: ServiceItem, aspects: Sequence[str], when: When, text: str) -> Iterator[Section]:
    """The sections that answer what the text states or asks by number; none where it does neither."""
    if levels := amounts(guide, item.number, text):
        yield levels
    wanted = "amount" in aspects[:1]
    if (wanted or names_a_share(guide, item.number, text)) and (parts := shares(guide, item.number, text)):
        yield parts
    elif wanted and not levels and not _PRINTS_AN_AMOUNT.search("".join(item.conditions)):
        yield Section("amount", title("amount"), (Entry(say("amount_none", guide)),))
    if "materials" not in aspects and "channel" not in aspects:
        rounds = tuple(terms(guide, item.number, when.today, text))
        if rounds:
            yield Section("time_limit", title("terms"), rounds)
