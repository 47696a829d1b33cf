"""How people say things, from phrases.yml: the words; the grammar is with those who use them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("phrases.yml")


@cache
def _all() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return loaded


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The words of that name, the longest first."""
    return tuple(sorted(_all()[name], key=len, reverse=True))


def counted(name: str) -> dict[str, int]:
    """Words with a number each."""
    return dict(_all()[name])


def says(text: str, name: str) -> bool:
    """Whether the text holds one of the words of that name."""
    return any(word in text for word in phrases(name))


def without(text: str, words: Iterable[str]) -> str:
    """The text after the words were taken out, the longest first."""
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, "")
    return text
