"""What an expert sends from the review page → a decision, or the sentence that says what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot import privacy
from bot.channels.api import BadRequestError
from bot.copilot.words import words
from bot.store.review import DECISIONS, Decision
from knowledge.guide import Guide
from nlu.corpus import ASPECTS

LONGEST = 500
Form = Mapping[str, Sequence[str]]


def decision(form: Form, guide: Guide) -> Decision:
    """The decision. A ticked line sends its entries (``line`` = ``12,15``) and its wording (``wording-12``).

    Raises BadRequestError where nothing is ticked, or an item is missing or none of the guide's.
    """
    state = _one(form, "decision")
    if state not in DECISIONS:
        raise _problem("no_decision")
    wordings = _wordings(form)
    if not wordings:
        raise _problem("nothing_ticked")
    item, aspect = _item(form, guide) if state == "item" else None, _one(form, "aspect")
    return Decision(state, item, aspect if aspect in ASPECTS else "overview", wordings)


def _wordings(form: Form) -> dict[int, str]:
    """Each entry's wording; of entries in the same words only the first teaches."""
    found: dict[int, str] = {}
    for line in form.get("line", ()):
        numbers = [int(number) for number in line.split(",") if number.isascii() and number.isdigit()]
        for number in numbers:
            wording = _one(form, f"wording-{numbers[0]}") if number == numbers[0] else ""
            found[number] = privacy.mask(" ".join(wording.split())[:LONGEST])
    return found


def _item(form: Form, guide: Guide) -> int:
    given = _one(form, "item")
    if not given.isascii() or not given.isdigit() or int(given) not in {item.number for item in guide.items}:
        raise _problem("no_item")
    return int(given)


def _one(form: Form, name: str) -> str:
    return str(next(iter(form.get(name, ())), ""))


def _problem(name: str) -> BadRequestError:
    return BadRequestError(name, words()["problems"][name], 400)
