"""The widget's one script: its modules joined in order, with the words and settings it needs in front."""

from __future__ import annotations

import json
import re
from pathlib import Path

from bot import privacy
from bot.settings import Settings
from bot.web.words import filled, words
from knowledge.guide import Guide

_FOLDER = Path(__file__).with_name("widget")
# A module stands after those it uses.
_MODULES = (
    *("elements", "icons", "privacy", "memory", "server", "sending", "speech", "paper", "checklist", "opinion"),
    *("card", "suggesting", "preferences", "menu", "log", "composer", "frame", "chat", "start"),
)
_STYLES = ("base", "panel", "composer", "card", "modes")
_LINKS_BETWEEN = re.compile(r"^(?:import .*?;\n|export )", re.MULTILINE)
# Old browsers know no look-behind: the character before is kept instead.
_NOT_AFTER = re.compile(r"^\(\?<!(\[[^\]]+\]|\\d)\)")


def script(settings: Settings, guide: Guide) -> bytes:
    """What /widget/qingfeng.js is on that guide."""
    joined = "\n".join(_LINKS_BETWEEN.sub("", _read(f"{name}.js")) for name in _MODULES)
    data = json.dumps(settings_of(settings, guide), ensure_ascii=False)
    return f'(() => {{\n"use strict";\nconst SETTINGS = {data};\n{joined}}})();\n'.encode()


def style() -> bytes:
    """The style sheet of the shadow root."""
    return "\n".join(_read(f"{name}.css") for name in _STYLES).encode()


def settings_of(settings: Settings, guide: Guide) -> dict[str, object]:
    """What the script needs to know: sentences, patterns of personal numbers, the style sheet."""
    return {
        "words": filled("widget", guide),
        "status": words()["status"],
        "ways": words()["ways"],
        "reasons": words()["reasons"],
        "phones": [{"number": phone.number, "use": phone.use} for phone in guide.centre.phones],
        "examples": guide.centre.examples or [item.title for item in guide.items[:3]],
        "longest": settings.longest_message,
        "mask": privacy.MASK,
        "personal": [_for_browsers(pattern) for pattern in (*privacy.PATTERNS, privacy.NAME)],
        "style": style().decode(),
    }


def _for_browsers(pattern: re.Pattern[str]) -> str:
    """The pattern with a first group that is kept."""
    found = _NOT_AFTER.match(pattern.pattern)
    if not found:
        return pattern.pattern
    inner = found[1].strip("[]")
    return f"(^|[^{inner}]){pattern.pattern[found.end() :]}"


def _read(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
