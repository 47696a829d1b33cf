"""The word lists of ``words/``: patterns by meaning, compiled once.

In a list ``{name}`` stands for a list of common.yml, ``~3`` for at most three characters of the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from nlu.facts.grammar import STOPS

_FOLDER = Path(__file__).with_name("words")
_NAME, _GAP = re.compile(r"\{([a-z_]+)\}"), re.compile(r"~(\d+)\??")


@cache
def words(name: str) -> Mapping[str, re.Pattern[str]]:
    """The patterns of words/NAME.yml by what they mean."""
    rows = _read(name)
    return {meaning: re.compile(_expand(_joined(patterns))) for meaning, patterns in rows.items()}


@cache
def _common() -> Mapping[str, str]:
    return {name: str(pattern) for name, pattern in _read("common").items()}


def _read(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((_FOLDER / f"{name}.yml").read_text("utf-8"))
    return loaded


def _joined(patterns: str | list[str]) -> str:
    return patterns if isinstance(patterns, str) else "|".join(f"(?:{pattern})" for pattern in patterns)


def _expand(pattern: str) -> str:
    named = pattern
    while _NAME.search(named):
        named = _NAME.sub(lambda found: _common()[found[1]], named)
    return _GAP.sub(lambda found: f"[^{STOPS}]{{0,{found[1]}}}?", named)
