"""Why an item is a candidate: the words of the message that the guide uses for it."""

from __future__ import annotations

from actions.telling import telling_words
from knowledge.guide import Guide
from knowledge.text import squeeze

MOST = 4
SHORT = 12


def why(guide: Guide, text: str, number: int) -> tuple[str, ...]:
    """The runs of the text that stand in the item's title or tell it from others, in the text's order.

    Single characters count only in a short text in which no longer run is found.
    """
    said, telling = squeeze(text), telling_words(guide)[number]
    title = squeeze(guide.item(number).title)
    known = {word for word in telling if len(word) > 1} | {title[n : n + 2] for n in range(len(title) - 1)}
    runs = _runs(said, known)
    singles = (one for one in said if one in telling) if len(said) <= SHORT else ()
    return runs or tuple(dict.fromkeys(singles))[:MOST]


def _runs(said: str, pairs: set[str]) -> tuple[str, ...]:
    """What overlapping pairs cover, put together."""
    covered = [False] * len(said)
    for at in range(len(said) - 1):
        if said[at : at + 2] in pairs:
            covered[at] = covered[at + 1] = True
    spaced = "".join(character if known else " " for character, known in zip(said, covered, strict=True))
    return tuple(dict.fromkeys(spaced.split()))[:MOST]
