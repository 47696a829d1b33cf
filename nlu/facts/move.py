"""Whether a change of work, with its insurance, stays within the province."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import MOVE, PLACE, Fact
from knowledge.places import Places
from nlu.facts.hits import first
from nlu.facts.places import named
from nlu.facts.vocabulary import words

_SHORT = 16
# 朝阳，不是北京朝阳
_NOT_MEANT = re.compile(r"(?<!是)不是从?(?:(?![是而])[^，。；！？]){2,8}")


def find(text: str, places: Places) -> Iterator[Fact]:
    """Where something is moved; in a short message, a mere place. One place beyond the province makes it across.

    A place decides before the name of what is applied for: 本溪交的，想办跨省转移 stays within.
    """
    moves = words("move")["transfer"].search(text) is not None
    if not moves and len(text) > _SHORT:
        return
    name = MOVE if moves else PLACE
    meant = _NOT_MEANT.sub("", text)
    across = named(meant, places.beyond) or _said(text, "across")
    if across:
        yield Fact(name, "across_provinces", across)
    elif place := named(meant, places.province):
        yield Fact(name, "within_province", place)
    elif procedure := _said(text, "procedure"):
        yield Fact(name, "across_provinces", procedure)
    elif within := _said(text, "within"):
        yield Fact(name, "within_province", within)


def _said(text: str, meaning: str) -> str | None:
    found = first(text, words("move")[meaning])
    return found[0] if found else None
