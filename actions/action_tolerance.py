"""What may be handed in later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from actions.answer import Answer, Entry, Section
from actions.base import AnsweringAction
from actions.dates import due
from actions.turn import TOLERANCE, Turn
from actions.wording import say, title, wording
from knowledge.guide import Guide
from knowledge.records import ToleranceRow


class ActionTolerance(AnsweringAction):
    """The guide's tolerance rows, and that there are no others."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_tolerance"

    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """See the class."""
        return tolerance_answer(guide, turn.day)


def tolerance_answer(guide: Guide, day: date) -> Answer:
    """The rows, what their deadline comes to from today, and that nothing else may be late."""
    entries = [entry for row in guide.tolerance for entry in _row(guide, row, day)]
    only = Entry(say("tolerance_only", guide))
    return Answer(
        "answered",
        aspects=(TOLERANCE,),
        sections=(Section(TOLERANCE, title(TOLERANCE), (*entries, only)),),
        phones=guide.centre.phones,
        citation=guide.cite(guide.tolerance[0].page) if guide.tolerance else None,
    )


def _row(guide: Guide, row: ToleranceRow, day: date) -> Iterator[Entry]:
    yield Entry(wording()["tolerance"].format(**asdict(row)))
    if row.limit:
        yield due(guide, row.limit, day)
