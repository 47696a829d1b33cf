"""The question back: by scheme where only the scheme is open, by title otherwise."""

from __future__ import annotations

from actions.answer import Answer, Ask, Option, Ranked
from actions.wording import say
from knowledge.guide import Guide

MOST = 4


def clarify(
    guide: Guide, ranked: tuple[Ranked, ...], between: int, aspects: tuple[str, ...], last: bool = False
) -> Answer:
    """One question whose options are the first ``between`` candidates; tapping one sends its title.

    ``last``: enough was asked; the candidates are shown with the hotline beside them.
    """
    shown = ranked[: min(between, MOST)]
    schemes = [guide.scheme_of(row.number) for row in shown]
    by_scheme = all(schemes) and len(set(schemes)) == len(schemes)
    options = tuple(
        Option(scheme.label if by_scheme and scheme else row.title, row.title)
        for row, scheme in zip(shown, schemes, strict=True)
    )
    kind = "clarify_last" if last else "clarify_scheme" if by_scheme else "clarify_item"
    question = say(kind, guide)
    return Answer(
        "clarify",
        items=ranked,
        aspects=aspects,
        ask=Ask(question, options),
        options=options,
        phones=guide.centre.phones,
    )
