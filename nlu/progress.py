"""What a long piece of work says of itself; the command line decides how to show it."""

from __future__ import annotations

import logging

LOGGER = logging.getLogger("qingfeng.progress")


def report(stage: str, done: int, total: int) -> None:
    """Says that ``done`` of ``total`` steps of a stage are finished."""
    LOGGER.info("%s %d/%d", stage, done, total, extra={"stage": stage, "done": done, "total": total})


def found(line: str) -> None:
    """Says what was found out on the way: one line to read."""
    LOGGER.info(line, extra={"line": line})
