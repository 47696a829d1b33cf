"""Whether the one for whom somebody certifies is alive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import Fact
from nlu.facts.grammar import clauses
from nlu.facts.hits import first
from nlu.facts.people import people, subject
from nlu.facts.vocabulary import words

_SPEAKER = re.compile(r"(?:给我|我自己|我本人)[^，。]{0,3}(?:弄|认|做|整)|我的(?:养老|认证|退休)")


def find(text: str) -> Iterator[Fact]:
    """Only where certifying is named, and for another; asking whether it is still needed, or to report, is not it."""
    lists = words("certified")
    proxy = lists["proxy"].search(text)
    if not lists["matter"].search(text) or not proxy:
        return
    dead = first(text, words("injury")["dead"])
    if dead is None or _another_is_certified(text, subject(text, dead.end() - 1)):
        yield Fact("certified", "alive", proxy[0])
    elif not lists["stop"].search(text):
        yield Fact("certified", "dead", dead[0])


def _another_is_certified(text: str, who: str | None) -> bool:
    """我妈没了，我替我爸认证: somebody else is named where the certifying is."""
    matter, dead = words("certified")["matter"], words("injury")["dead"]
    if _SPEAKER.search(text) or words("injury")["survivors"].search(text):
        return True
    named = [
        name
        for one in clauses(text)
        if matter.search(one[0]) and not dead.search(one[0]) and not re.search("[让叫]我", one[0])
        for name in people(one[0])
    ]
    return who is not None and bool(named) and who not in named
