"""What may be handed in later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from actions.answer import Answer, Entry, Section
from actions.base import AnsweringAction
from actions.dates import due
from actions.named import new_matter
from actions.turn import TOLERANCE, Turn
from actions.when import When
from actions.wording import say, title, wording
from knowledge.guide import Guide
from knowledge.records import ToleranceRow
from knowledge.text import squeeze


class ActionTolerance(AnsweringAction):
    """The guide's tolerance rows, and that there are no others."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_tolerance"

    def answer(self, guide: Guide, turn: Turn) -> Answer:
        """See the class."""
        return tolerance_answer(guide, turn)


def tolerance_answer(guide: Guide, turn: Turn) -> Answer:
    """The rows, what their deadline comes to, and that nothing else may be late: first the matter talked about."""
    matter = turn.best if new_matter(guide, turn) else turn.talk.item
    item = None if _names_a_row(guide, turn.text) else matter
    entries = [entry for row in guide.tolerance for entry in _row(guide, row, turn.when)]
    only = Entry(say("tolerance_only", guide))
    refused = [Entry(say("tolerance_refused", guide, title=guide.item(item).title))] if item else []
    return Answer(
        "answered",
        item=item,
        items=(turn.row(guide, item),) if item else (),
        aspects=(TOLERANCE,),
        sections=(Section(TOLERANCE, title(TOLERANCE), (*refused, *entries, only)),),
        phones=guide.centre.phones,
        citation=guide.cite(guide.tolerance[0].page) if guide.tolerance else None,
    )


def _names_a_row(guide: Guide, text: str) -> bool:
    """Whether the text names what may be late: by four characters in a row of it that stand in no item's title."""
    said, titles = squeeze(text), "|".join(item.title for item in guide.items)
    named = (part for row in guide.tolerance for part in (row.matter, row.material))
    runs = (part[n : n + 4] for part in named for n in range(len(part) - 3))
    return any(run in said and run not in titles for run in runs)


def _row(guide: Guide, row: ToleranceRow, when: When) -> Iterator[Entry]:
    yield Entry(wording()["tolerance"].format(**asdict(row)))
    if row.limit:
        yield due(guide, row.limit, when)
