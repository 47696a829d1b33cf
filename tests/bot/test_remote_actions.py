"""The same actions in a rasa_sdk action server of their own."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.assistant import Assistant
from bot.settings import Settings
from bot.training import current_model


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of an action server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "--port", str(port)]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=root) as server:
        for _ in range(200):
            try:
                httpx.get(f"http://127.0.0.1:{port}/health")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/webhook"
        server.terminate()


def test_a_remote_action_server_gives_the_same_answer(assistant: Any, ask: Any, url: str) -> None:
    settings = Settings(actions="remote", actions_url=url)
    model = current_model(Settings())
    assert model
    remote = Assistant.load(settings, model, keep=False)
    there = asyncio.run(remote.ask("失业金怎么领", "远", date(2026, 3, 11)))
    assert there == ask("失业金怎么领")
