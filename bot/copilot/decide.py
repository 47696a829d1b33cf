"""What a citizen would be answered to the same words, with the facts that the agent ticked and the item they chose.

The actions decide; here is only which of them, and on what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

import yaml

from actions.about import about
from actions.action_answer import ActionAnswer
from actions.action_complaint import ActionComplaint
from actions.action_handoff import ActionHandoff
from actions.action_office import ActionOffice
from actions.action_small_talk import ActionSmallTalk
from actions.action_tolerance import ActionTolerance
from actions.answer import Answer, Ask
from actions.base import AnsweringAction
from actions.prohibited import Stated, applied
from actions.turn import Turn
from bot.settings import ROOT
from knowledge.facts import Fact
from knowledge.guide import Guide

_KINDS = (ActionAnswer, ActionComplaint, ActionHandoff, ActionOffice, ActionSmallTalk, ActionTolerance)
_ACTIONS: Mapping[str, AnsweringAction] = {action.name(): action for action in (kind() for kind in _KINDS)}
_RULES = ROOT / "bot" / "rules" / "rules.yml"


def decided(guide: Guide, turn: Turn, item: int | None) -> Answer:
    """The answer to the turn: about that item where one is chosen, else about what its words mean. Pure."""
    if item is None:
        return _action(turn.intent).decided(guide, turn, Stated())[0]
    return applied(guide, turn, about(guide, turn, item), Stated())[0]


def open_question(guide: Guide, turn: Turn) -> Ask | None:
    """The question between the matters that may be meant, which a refusal goes before; None where none is open."""
    return ActionAnswer().answer(guide, turn).ask if turn.band == "ask" else None


def with_ticked(turn: Turn, ticked: Iterable[Fact], denied: Iterable[str]) -> Turn:
    """The turn with what the agent ticked in the place of what was heard, and without the facts that they deny."""
    known = {fact.name: fact for fact in (*turn.facts, *ticked)}
    return replace(turn, facts=tuple(fact for name, fact in known.items() if name not in set(denied)))


def _action(intent: str) -> AnsweringAction:
    return _ACTIONS[_routes().get(intent, ActionAnswer().name())]


@cache
def _routes() -> Mapping[str, str]:
    """Intent → action, as the rules have it."""
    rules = yaml.safe_load(_RULES.read_text("utf-8"))["rules"]
    return {rule["steps"][0]["intent"]: rule["steps"][1]["action"] for rule in rules}
