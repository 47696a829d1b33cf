"""Whether a pension is drawn already, twice, or after an irregular retirement."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts import Fact
from nlu.facts.hits import first, hits
from nlu.facts.people import about_another, subject
from nlu.facts.vocabulary import words


def find(text: str) -> Iterator[Fact]:
    """Drawing or not yet, of the one the matter is for."""
    lists = words("pension")
    drawing = [
        found
        for found in hits(text, lists["drawing"])
        if not about_another(text, found.start(), lists["topic"]) and subject(text, found.start()) != "other"
    ]
    if early := lists["not_yet"].search(text):
        yield Fact("pension", "not_yet", early[0])
    elif drawing:
        yield Fact("pension", "drawing", drawing[0][0])


def find_irregular(text: str) -> Iterator[Fact]:
    """A retirement against the rules."""
    lists = words("retirement")
    found = first(text, lists["irregular"])
    if found and not lists["denied"].search(text):
        yield Fact("retirement", "irregular", found[0])


def find_double(text: str) -> Iterator[Fact]:
    """Two pensions at once, and whether that is settled."""
    lists = words("double_pension")
    found = first(text, lists["unsettled"])
    if found and not lists["denied"].search(text):
        settled = lists["settled"].search(text)
        value, said = ("settled", settled[0]) if settled else ("unsettled", found[0])
        yield Fact("double_pension", value, said)
        if stop := lists["stop"].search(text):
            yield Fact("wish", "stop", stop[0])
