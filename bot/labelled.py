"""Labelled questions in a file: one JSON object a line, ``text`` and ``expect``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Labelled:
    """A question with what is expected of its answer (see ``bot.evaluation.judge``)."""

    text: str
    expect: dict[str, Any]


def read(file: Path) -> tuple[Labelled, ...]:
    """The questions of the file; blank lines are left out.

    Raises:
        ValueError: a line is no labelled question, or there is none; says which line and what to write.
    """
    lines = file.read_text("utf-8").splitlines()
    rows = tuple(_row(line, f"{file} 第 {n} 行") for n, line in enumerate(lines, 1) if line.strip())
    if not rows:
        raise ValueError(f"{file} 里没有问题：请每行写一个带 text 和 expect 的 JSON 对象")
    return rows


def _row(line: str, place: str) -> Labelled:
    try:
        row = json.loads(line)
        text, expect = row["text"], row["expect"]
    except (ValueError, TypeError, KeyError):
        text = expect = None
    if not isinstance(text, str) or not text.strip() or not isinstance(expect, dict):
        raise ValueError(f'{place}不是带标签的问题：请写成 {{"text": "…", "expect": {{"items": [28]}}}}')
    return Labelled(text, expect)
