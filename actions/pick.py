"""Which of the options that were asked about a reply means: tapped, counted, or said in any way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import cn2an

from actions.attributes import Choice
from actions.clarify import MOST
from actions.schemes import longest_word
from knowledge.guide import Guide
from knowledge.text import squeeze

_NONE = re.compile(r"(都|全)不(是|对|沾边)|不是(这|那)(几个|些|两个|俩)|没有(我|一个)(要|想)|哪个都不|一个都不")
_COUNTED = re.compile(r"^(?:选|我选|就|要|那就)?第?([0-9一二两三四五])(?:个|项|种|条)?(?:吧|呀|啊|的)?[。.!！]?$")
_ORDINAL = re.compile(r"第([0-9一二三四五])(?:个|项|种|条)")
_LAST, _FIRST = re.compile(r"最后(那|一)?个?|最下面"), re.compile(r"^(头一个|最上面|前面那个|前者)")


def pick(guide: Guide, text: str, offered: Sequence[Choice]) -> Choice | Literal["none"] | None:
    """The choice that is meant; "none" for none of them; None where the reply does not say."""
    said = squeeze(text)
    if _NONE.search(said):
        return "none"
    if (place := _place(said, min(len(offered), MOST))) is not None:
        return offered[place]
    for choice in offered:
        if squeeze(choice.label) in said or any(squeeze(guide.item(n).title) in said for n in choice.items):
            return choice
    return _by_scheme(guide, said, offered) or _by_words(said, offered)


def _place(said: str, count: int) -> int | None:
    if _LAST.search(said):
        return count - 1
    if _FIRST.search(said):
        return 0
    if found := _COUNTED.match(said) or _ORDINAL.search(said):
        place = int(cn2an.cn2an(found[1].replace("两", "二"), "smart")) - 1
        return place if 0 <= place < count else None
    return None


def _by_words(said: str, offered: Sequence[Choice]) -> Choice | None:
    """The one whose words are said; where several are, the one with the longest word."""
    lengths = [longest_word(said, choice.words) for choice in offered]
    best = max(lengths, default=0)
    return offered[lengths.index(best)] if best and lengths.count(best) == 1 else None


def _by_scheme(guide: Guide, said: str, offered: Sequence[Choice]) -> Choice | None:
    """The one item whose scheme is named, whatever was asked."""
    schemes = ((guide.scheme_of(number), number) for choice in offered for number in choice.items)
    return _by_words(said, [Choice(s.label, (*s.words, s.label, s.name), (number,)) for s, number in schemes if s])
