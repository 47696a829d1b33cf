"""Whether the account at the new place is a temporary one."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts import Fact
from nlu.facts.hits import hits
from nlu.facts.vocabulary import words


def find(text: str) -> Iterator[Fact]:
    """Temporary, unless it was changed since; one that is brought home again is not at the new place."""
    lists = words("account")
    if lists["explained"].search(text):
        return
    temporary = next(hits(text, lists["temporary"]), None)
    said = lists["temporary"].search(text)
    if said and (changed := lists["changed"].search(text)):
        yield Fact("account", "ordinary", changed[0])
    elif temporary and lists["back"].search(text):
        return
    elif temporary:
        yield Fact("account", "temporary", temporary[0])
    elif said:
        yield Fact("account", "ordinary", said[0])
