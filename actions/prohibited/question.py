"""The one question for a fact that would decide, and the note where the guide does not say."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer, Ask, Entry, Option, Section
from actions.prohibited.refusal import said
from actions.prohibited.stated import Stated
from actions.wording import say, title
from knowledge.guide import Guide
from knowledge.prohibited import CaseRule, Verdict

Judged = tuple[tuple[CaseRule, Verdict], ...]
# A question about these is about whether and how it can be done at all.
_ASKS_TO_CLAIM = ("overview", "eligibility", "channel")


def with_question(answer: Answer, judged: Judged, stated: Stated) -> tuple[Answer, Stated]:
    """The answer with the question of the first case that is still open, at most once in a conversation."""
    open_ = (rule for rule, verdict in judged if verdict.missing and not verdict.because and rule.ask_first)
    rule = next(open_, None)
    claims = answer.status == "answered" and answer.aspects[:1] and answer.aspects[0] in _ASKS_TO_CLAIM
    silent = any(verdict.because and verdict.outcome == "cannot_tell" for _, verdict in judged)
    if rule is None or silent or stated.asked or not claims or answer.item != rule.items[0]:
        return answer, stated
    options = tuple(Option(reply, reply) for reply in rule.replies)
    asking = replace(
        answer, ask=Ask(rule.ask, options), options=(*options, *answer.options), missing=rule.parameters.facts
    )
    return asking, replace(stated, pending=rule.case, asked=True)


def with_silence(guide: Guide, answer: Answer, judged: Judged) -> Answer:
    """The answer with a note for every stated fact on which the guide says nothing."""
    silent = [(rule, fact) for rule, verdict in judged for fact in verdict.because if verdict.outcome == "cannot_tell"]
    if not silent:
        return answer
    notes = tuple(Entry(say("prohibited_unsaid", guide, words=fact.words), kind=rule.case) for rule, fact in silent)
    return replace(
        answer,
        sections=(Section("notes", title("notes"), notes), *answer.sections),
        facts=tuple({fact.name: said(fact) for _, fact in silent}.values()),
        missing=tuple(dict.fromkeys(name for rule, _ in silent for name in rule.parameters.facts)),
    )
