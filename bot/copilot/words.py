"""Sentences of the copilot's pages, from bot/web/copilot/*.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent.parent / "web" / "copilot"


@cache
def words(file: str = "wording.yml") -> dict[str, Any]:
    """All of the file, as it stands there."""
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / file).read_text("utf-8"))
    return loaded
