"""What may be handed in later."""

from __future__ import annotations

from dataclasses import asdict

from actions.answer import Answer, Entry, Section
from actions.base import AnsweringAction
from actions.turn import Turn
from actions.wording import say, title, wording
from knowledge.guide import Guide


class ActionTolerance(AnsweringAction):
    """The guide's tolerance rows, and that there are no others."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_tolerance"

    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """See the class."""
        form = wording()["tolerance"]
        rows = tuple(Entry(form.format(**asdict(row))) for row in guide.tolerance)
        only = Entry(say("tolerance_only", guide))
        return Answer(
            "answered",
            aspects=("tolerance",),
            sections=(Section("tolerance", title("tolerance"), (*rows, only)),),
            phones=guide.centre.phones,
            citation=guide.cite(guide.tolerance[0].page) if guide.tolerance else None,
        )
