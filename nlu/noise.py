"""A message as people mistype it, one kind of noise at a time: for measuring, and for copies to learn from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random

import cn2an
import opencc
from pypinyin import lazy_pinyin

# The characters that occur in the authored questions at least three times, the most frequent first. Written down, so
# that the noise of a seed stays the same when questions are added.
CHARACTERS = Path(__file__).with_name("characters.txt")

_TO_TRADITIONAL = opencc.OpenCC("s2t")
_RETROFLEX = tuple(swap for flat in "zcs" for swap in ((f"^{flat}(?!h)", f"{flat}h"), (f"^{flat}h", flat)))
_NEAR = (("^n", "l"), ("^l", "n"), ("in$", "ing"), ("ing$", "in"), *_RETROFLEX)
_CHINESE = "[一二两三四五六七八九十][零一二两三四五六七八九十百千万]*(?=[年月日号天周岁个元块次张份])"
_NUMBER = re.compile(f"(?P<arabic>[0-9]+)|{_CHINESE}")
_EMOJI = ("😭", "🙏", "😂", "❤️", "👍", "😡", "🌹", "❓")
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}


def noisy(text: str, kind: str, rng: Random) -> str:
    """The text with noise of one of ``KINDS``; as it was where the kind finds nothing to change."""
    return KINDS[kind](text, rng)


def _homophone(text: str, rng: Random) -> str:
    return _replaced(text, rng, lambda character: _alike(character, (_syllable(character),)))


def _near_sound(text: str, rng: Random) -> str:
    return _replaced(text, rng, lambda character: _alike(character, _near(_syllable(character))))


def _dropped(text: str, rng: Random) -> str:
    place = rng.randrange(len(text)) if len(text) > 1 else len(text)
    return text[:place] + text[place + 1 :]


def _doubled(text: str, rng: Random) -> str:
    place = rng.randrange(len(text)) if text else 0
    return text[: place + 1] + text[place:]


def _digits(text: str, rng: Random) -> str:
    return _NUMBER.sub(_other_digits, text)


def _traditional(text: str, rng: Random) -> str:
    converted: str = _TO_TRADITIONAL.convert(text)
    return converted


def _emoji(text: str, rng: Random) -> str:
    place = rng.randint(0, len(text))
    return text[:place] + rng.choice(_EMOJI) * rng.randint(1, 3) + text[place:]


def _full_width(text: str, rng: Random) -> str:
    return text.translate(_FULL_WIDTH)


KINDS: Mapping[str, Callable[[str, Random], str]] = {
    "homophone": _homophone,
    "near_sound": _near_sound,
    "dropped": _dropped,
    "doubled": _doubled,
    "digits": _digits,
    "traditional": _traditional,
    "emoji": _emoji,
    "full_width": _full_width,
}


def _replaced(text: str, rng: Random, others: Callable[[str], str]) -> str:
    """The text with one or two of the characters that have others replaced by one of these."""
    places = [place for place, character in enumerate(text) if others(character)]
    chosen = rng.sample(places, min(len(places), rng.randint(1, 2)))
    return "".join(rng.choice(others(c)) if place in chosen else c for place, c in enumerate(text))


def _alike(character: str, syllables: tuple[str, ...]) -> str:
    return "".join(_by_syllable().get(syllable, "") for syllable in syllables).replace(character, "")


def _near(syllable: str) -> tuple[str, ...]:
    return tuple(re.sub(pattern, other, syllable) for pattern, other in _NEAR if re.search(pattern, syllable))


def _syllable(character: str) -> str:
    return lazy_pinyin(character)[0]


@cache
def _by_syllable() -> Mapping[str, str]:
    found: dict[str, str] = defaultdict(str)
    for character in CHARACTERS.read_text("utf-8"):
        found[_syllable(character)] += character.strip()
    return dict(found)


def _other_digits(number: re.Match[str]) -> str:
    """Arabic as Chinese, long numbers and those that begin with 0 figure by figure; Chinese as Arabic."""
    figures = number["arabic"]
    if figures:
        return str(cn2an.an2cn(figures, "direct" if len(figures) > 3 or figures[0] == "0" else "low"))
    try:
        return str(cn2an.cn2an(number[0].replace("两", "二"), "strict"))
    except ValueError:  # 三四个月 is no number
        return number[0]
