"""Which of the options that were asked about a reply means: tapped, counted, or said in any way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import cn2an

from actions.schemes import longest_word
from knowledge.guide import Guide
from knowledge.text import squeeze

_NONE = re.compile(r"(都|全)不(是|对|沾边)|不是这(几个|些)|没有(我|一个)(要|想)|哪个都不")
_COUNTED = re.compile(r"^(?:选|我选|就|要)?第?([0-9一二两三四五])(?:个|项|种|条)?(?:吧|呀|啊|的)?[。.!！]?$")
_ORDINAL = re.compile(r"第([0-9一二三四五])(?:个|项|种|条)")
_LAST, _FIRST = re.compile(r"最后(那|一)?个?|最下面"), re.compile(r"^(头一个|最上面|前面那个|前者)")


def pick(guide: Guide, text: str, asked: Sequence[int]) -> int | Literal["none"] | None:
    """The item that is meant; "none" for none of them; None where the reply does not say."""
    said = squeeze(text)
    if _NONE.search(said):
        return "none"
    if (place := _place(said, len(asked))) is not None:
        return asked[place]
    titled = [number for number in asked if squeeze(guide.item(number).title) in said]
    return titled[0] if titled else _by_scheme(guide, said, asked)


def _place(said: str, count: int) -> int | None:
    if _LAST.search(said):
        return count - 1
    if _FIRST.search(said):
        return 0
    if found := _COUNTED.match(said) or _ORDINAL.search(said):
        place = int(cn2an.cn2an(found[1].replace("两", "二"), "smart")) - 1
        return place if 0 <= place < count else None
    return None


def _by_scheme(guide: Guide, said: str, asked: Sequence[int]) -> int | None:
    """The one whose scheme is named; where several are, the one with the longest word."""
    named = [
        (longest_word(said, (*scheme.words, scheme.label, scheme.name)), number)
        for number in asked
        if (scheme := guide.scheme_of(number))
    ]
    best = max((length for length, _ in named), default=0)
    winners = [number for length, number in named if length == best]
    return winners[0] if best and len(winners) == 1 else None
