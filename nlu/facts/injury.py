"""Work injury: a borrowed card, an untrue claim, a death or a retirement that was not reported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import Fact
from nlu.facts.hits import first
from nlu.facts.vocabulary import words

# What was reported may be told later, in a few words that name nothing else.
_SHORT = 16
_CHANGE = re.compile(r"(?:在职)?转退休")


def find_claim(text: str) -> Iterator[Fact]:
    """What is claimed is not true, in the citizen's own telling."""
    lists = words("injury")
    if not lists["matter"].search(text):
        return
    if found := first(text, lists["untrue"]):
        value = "true" if lists["true_"].search(text) else "untrue"
        yield Fact("injury_claim", value, found[0])


def find_death(text: str) -> Iterator[Fact]:
    """The injured person died, and the benefit was not, or was, stopped."""
    lists = words("injury")
    dead = first(text, lists["dead"]) or first(text, lists["gone"])
    if len(text) <= _SHORT and (later := first(text, lists["reported"])):
        yield Fact("injured_death", "reported", later[0])
        return
    if not lists["receives"].search(text) or not dead or lists["other_benefit"].search(text):
        return
    reported, unreported = first(text, lists["reported"]), lists["unreported"].search(text)
    if reported:
        yield Fact("injured_death", "reported", reported[0])
    elif unreported:
        yield Fact("injured_death", "unreported", f"{dead[0]}，{unreported[0]}")


def find_retirement(text: str) -> Iterator[Fact]:
    """The injured person retired, and was not, or was, changed over."""
    lists = words("injury")
    retired = first(text, lists["retired"])
    if not lists["matter"].search(text) or not retired or lists["not_retired"].search(_CHANGE.sub("", text)):
        return
    unconverted = lists["unconverted"].search(text)
    if unconverted:
        yield Fact("injured_retirement", "unconverted", f"{retired[0]}，{unconverted[0]}")
    elif converted := first(text, lists["converted"]):
        yield Fact("injured_retirement", "converted", converted[0])
