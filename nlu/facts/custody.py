"""In prison, released, or sentenced without prison; and whether the stopping of a pension is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import Fact
from nlu.facts.grammar import lead
from nlu.facts.hits import first, hits
from nlu.facts.people import about_another, subject
from nlu.facts.vocabulary import words

# 出来 alone is no release: 从厂里出来了.
_BARE = re.compile(r"刚?出来|放了|(?:里头|里边)[了就刚，]{0,2}(?:回来|出来)")


def find(text: str) -> Iterator[Fact]:
    """Custody of the one the benefit is for, and the wish to have it stopped."""
    lists = words("custody")
    if lists["mistaken"].search(text):
        return
    serving = [
        found
        for found in hits(text, lists["serving"])
        if subject(text, found.end() - 1) != "other" and not about_another(text, found.end() - 1, lists["topic"])
    ]
    outside, released = first(text, lists["outside"]), _released(text)
    if outside:
        yield Fact("custody", "outside", outside[0])
    elif released:
        yield Fact("custody", "released", released[0])
    elif serving:
        yield Fact("custody", "serving", serving[0][0])
        if stop := lists["stop"].search(text):
            yield Fact("wish", "stop", stop[0])
    elif coming := first(text, lists["coming"]):
        yield Fact("custody", "released", coming[0])


def _released(text: str) -> re.Match[str] | None:
    """The release, unless it is still to come: 等他放出来."""
    lists = words("custody")
    imprisoned = lists["serving"].search(text) is not None
    said = (one for one in hits(text, lists["released"]) if imprisoned or not _BARE.match(one[0]))
    return next((one for one in said if not lists["not_yet"].search(lead(text, one.start()))), None)
