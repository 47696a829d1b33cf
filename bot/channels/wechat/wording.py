"""The channel's own sentences, from wording.yml, with the centre's facts filled in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.guide import Guide

_FILE = Path(__file__).with_name("wording.yml")


@cache
def words() -> dict[str, Any]:
    """All of wording.yml."""
    loaded: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return loaded


def say(key: str, guide: Guide) -> str:
    """The sentence of that key."""
    centre = guide.centre
    consult = next((phone.number for phone in centre.phones if phone.use == "咨询"), "")
    return str(words()[key]).format(centre=centre.name, notice=centre.notice, consult=consult)
