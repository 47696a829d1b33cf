"""Numbers as people say them: 十一, 俩, 七八, 好几."""

from __future__ import annotations

import re

import cn2an

NUMBER = r"(?:(?<![0-9])[0-9]{1,3}(?![0-9])|[一二两三四五六七八九十百]+|俩|仨|好几|几十|几|十几)"
ANY = (0, 600)
_VAGUE = {"几": (2, 9), "好几": (3, 9), "十几": (11, 19), "几十": (20, 99)}
_PAIR = re.compile(r"^(十|[二三四五六七八九]十)?([一二两三四五六七八九])([二两三四五六七八九])$")


def bounds(said: str) -> tuple[int, int]:
    """The least and the most that the words may mean."""
    plain = said.replace("俩", "两").replace("仨", "三")
    if plain in _VAGUE:
        return _VAGUE[plain]
    if found := _PAIR.match(plain):
        tens, low, high = found[1] or "", _whole(found[2]), _whole(found[3])
        if high == low + 1:
            ten = _whole(tens) if tens else 0
            return ten + low, ten + high
    try:
        return _whole(plain), _whole(plain)
    except ValueError:  # no number: 八九十
        return ANY


def _whole(said: str) -> int:
    return int(cn2an.cn2an(said.replace("两", "二") if len(said) == 1 else said, "smart"))
