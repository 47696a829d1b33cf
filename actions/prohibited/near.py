"""Which cases a turn is about: by the item of its answer, by all that it asks about, or because the message itself
names the matter."""

from __future__ import annotations

import re
from collections.abc import Collection

from actions.answer import Answer
from actions.turn import Turn
from knowledge.guide import Guide
from knowledge.prohibited import CaseRule
from knowledge.text import squeeze


def by_item(guide: Guide, turn: Turn, answer: Answer) -> tuple[CaseRule, ...]:
    """The cases that cover the item of the answer."""
    return tuple(rule for rule in _possible(guide, turn) if answer.item in rule.items)


def by_candidates(guide: Guide, turn: Turn, answer: Answer) -> tuple[CaseRule, ...]:
    """The cases that cover every item that the answer asks about: whichever is meant, they apply."""
    asked = {row.number for row in answer.items} if answer.status == "clarify" else set()
    return tuple(rule for rule in _possible(guide, turn) if asked and asked <= set(rule.items))


def by_talk(guide: Guide, turn: Turn, fresh: Collection[str]) -> tuple[CaseRule, ...]:
    """The cases that cover the item we speak about and that one of the facts stated now decides."""
    covering = (rule for rule in guide.rules if turn.talk.item in rule.items)
    return tuple(rule for rule in covering if set(rule.parameters.facts) & set(fresh))


def by_name(guide: Guide, turn: Turn) -> tuple[CaseRule, ...]:
    """The cases whose matter the message names."""
    said = squeeze(turn.text)
    return tuple(rule for rule in _possible(guide, turn) if _says(said, rule.named_by))


def _possible(guide: Guide, turn: Turn) -> list[CaseRule]:
    """The cases without a word in the message that makes it another matter."""
    said = squeeze(turn.text)
    return [rule for rule in guide.rules if not _says(said, rule.never_with)]


def _says(said: str, patterns: tuple[str, ...]) -> bool:
    return any(re.search(pattern, said) for pattern in patterns)
