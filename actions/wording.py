"""Sentences that are not the guide's, from wording.yml. They hold no fact; the guide fills them in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.guide import Guide

_FILE = Path(__file__).with_name("wording.yml")


@cache
def wording() -> dict[str, Any]:
    """All of wording.yml."""
    loaded: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return loaded


def title(aspect: str) -> str:
    """The heading of a section."""
    return str(wording()["titles"][aspect])


def say(key: str, guide: Guide, **values: object) -> str:
    """The sentence of that key. ``{consult}``, ``{complaint}``, ``{guide}`` and ``{notice}`` are the centre's."""
    centre = guide.centre
    phones = {phone.use: phone.number for phone in reversed(centre.phones)}
    return str(wording()[key]).format(
        consult=phones.get("咨询", ""),
        complaint=phones.get("投诉", ""),
        guide=centre.guide,
        notice=centre.notice,
        **values,
    )
