"""The question back: the one that splits the candidates best, never the same twice."""

from __future__ import annotations

from actions.answer import Answer, Ask, Option, Ranked
from actions.attributes import TITLE, Choice, best_split, choices
from actions.talk import Talk
from actions.wording import say
from knowledge.guide import Guide

MOST_QUESTIONS = 2
# Options that are shown; a fifth candidate is understood when it is said.
MOST = 4


def clarify(guide: Guide, candidates: tuple[Ranked, ...], aspects: tuple[str, ...], talk: Talk) -> Answer:
    """One question with two to four options; tapping one sends its title, or its label where it stands for several.

    Once enough was asked about these candidates they are shown by title, with the hotline beside them.
    ``missing`` names the attribute that was asked about.
    """
    shown = candidates[: MOST + 1]
    series = bool({row.number for row in shown} & set(talk.asked))
    last = series and talk.questions >= MOST_QUESTIONS
    numbers = [row.number for row in shown]
    by, options = best_split(guide, shown, talk.tried if series else ())
    if last:
        by, options = TITLE, choices(guide, TITLE, numbers)
    question = say("clarify_last" if last else f"clarify_{by}", guide)
    offered = tuple(_option(guide, choice) for choice in options[:MOST])
    return Answer(
        "clarify",
        items=shown,
        aspects=aspects,
        missing=(by,),
        ask=Ask(question, offered),
        options=offered,
        phones=guide.centre.phones,
    )


def _option(guide: Guide, choice: Choice) -> Option:
    single = guide.item(choice.items[0]).title if len(choice.items) == 1 else None
    return Option(choice.label, single or choice.label)
