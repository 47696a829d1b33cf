"""What many tests share: the guide, and one loaded assistant for the whole run."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot import environment
from bot.settings import Settings

environment.prepare(Settings())

from knowledge.guide import Guide, load  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT.parent / "shared" / "guide.txt"
Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load()


@pytest.fixture(scope="session")
def source() -> Path:
    """The guide's text, which is not part of the project."""
    if not SOURCE.exists():
        pytest.skip(f"指南原文不在 {SOURCE.parent.name}/，跳过逐字核对")
    return SOURCE


@pytest.fixture(scope="session")
def assistant() -> Any:
    """The trained assistant; trains it first where there is no current model."""
    from bot.cli import ready

    return ready.assistant(keep=False)


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def ask(assistant: Any, loop: asyncio.AbstractEventLoop) -> Ask:
    """Asks one question, in a conversation of its own unless a sender is given."""

    def asked(text: str, sender: str | None = None, day: date = date(2026, 3, 11)) -> dict[str, Any]:
        answer: dict[str, Any] = loop.run_until_complete(assistant.ask(text, sender or os.urandom(8).hex(), day))
        return answer

    return asked
