"""All facts of a message."""

from __future__ import annotations

from knowledge.facts import Fact
from knowledge.places import Places
from nlu.facts import (
    account,
    certified,
    custody,
    hukou,
    inheritance,
    injury,
    injury_card,
    leaving,
    months,
    move,
    pension,
)
from nlu.normalise import normalise

_FINDERS = (
    leaving.find,
    months.find,
    custody.find,
    pension.find,
    pension.find_irregular,
    pension.find_double,
    inheritance.find,
    certified.find,
    injury_card.find,
    injury.find_claim,
    injury.find_death,
    injury.find_retirement,
    account.find,
)
_BY_PLACE = (move.find, hukou.find)

# The lists are written with Chinese punctuation; normalising makes it narrow.
_WIDE = str.maketrans(",;!?:", "，；！？：")


def facts(text: str, places: Places) -> tuple[Fact, ...]:
    """What the text states, one fact of a name."""
    said = normalise(text).translate(_WIDE)
    found = [fact for find in _FINDERS for fact in find(said)]
    found += [fact for find in _BY_PLACE for fact in find(said, places)]
    return tuple({fact.name: fact for fact in found}.values())
