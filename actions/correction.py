"""A citizen who puts us right: 不是这个，我说的是卡. The grammar of it, and which item is meant instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from actions.answer import Ranked
from actions.phrases import phrases, says, without
from knowledge.guide import Guide
from knowledge.text import squeeze

_PAUSES = re.compile(r"^[，,。.：:！!？?\s]+|[，,。.！!\s]+$")
_A_WORD = 4
_ALIKE = 0.2


def asserted(text: str) -> str | None:
    """What is meant instead, in the citizen's words; None where the text denies nothing or names nothing instead."""
    said = squeeze(text)
    ends = [(said.rfind(marker), len(marker)) for marker in phrases("assertions") if marker in said]
    ends = [(place, size) for place, size in ends if says(said[:place], "denials")]
    if ends:
        return _PAUSES.sub("", said[max(place + size for place, size in ends) :]) or None
    begun = re.match(f"(?:{'|'.join(phrases('denials'))})[，,。!！]+是?(.{{2,}})", said)
    return _PAUSES.sub("", begun[1]) if begun else None


def rejects(text: str) -> bool:
    """Whether the text says that this is not what was asked about."""
    return says(squeeze(text), "this_one")


def instead(guide: Guide, part: str, ranked: Sequence[Ranked], rejected: Sequence[int]) -> int | None:
    """The best item that is not rejected.

    One word alone (卡) names a kind of thing, not a matter: of the items whose title holds it, the one most like
    what was rejected is meant (个人信息变更 → 社会保障卡信息变更). Else it is the first of the ranking.
    """
    word = without(part, phrases("fillers"))
    if 0 < len(word) <= _A_WORD and rejected:
        near = [item for item in guide.items if word in item.title and item.number not in rejected]
        old = [guide.item(number).base_title for number in rejected]
        scored = {item.number: max(_likeness(item.title, title) for title in old) for item in near}
        best = max(scored, key=lambda number: scored[number], default=None)
        if best is not None and scored[best] >= _ALIKE:
            return best
    return next((row.number for row in ranked if row.number not in rejected), None)


def _likeness(one: str, other: str) -> float:
    """The share of pairs of characters that two titles have in common (Dice)."""
    pairs = [Counter(text[n : n + 2] for n in range(len(text) - 1)) for text in (one, other)]
    return 2 * sum((pairs[0] & pairs[1]).values()) / max(1, sum(map(len, pairs)))
