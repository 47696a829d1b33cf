"""Sentences of the widget and the pages, from wording.yml; the centre's facts are filled in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.guide import Guide

_FILE = Path(__file__).with_name("wording.yml")


@cache
def words() -> dict[str, Any]:
    """All of wording.yml, as it stands there."""
    loaded: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return loaded


def filled(part: str, guide: Guide) -> dict[str, str]:
    """One part of it with ``{name}``, ``{guide}``, ``{notice}``, ``{count}`` and ``{consult}`` filled in.

    Other braces stay: the browser fills them.
    """
    centre = guide.centre
    facts = {"name": centre.name, "guide": centre.guide, "notice": centre.notice, "count": str(len(guide.items))}
    facts["consult"] = next((phone.number for phone in centre.phones), "")
    return {key: _fill(str(text), facts) for key, text in words()[part].items()}


def _fill(text: str, facts: dict[str, str]) -> str:
    for name, value in facts.items():
        text = text.replace("{" + name + "}", value)
    return text
