"""The channel on a real server: in this process, or (run as a module) in one of its own that can be killed."""

from __future__ import annotations

import asyncio
import hashlib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sanic import Sanic
from sanic.touchup import TouchUp

from actions import guide
from actions.answer import Answer, Entry, Section
from bot.channels import api
from bot.channels.wechat import build
from bot.channels.wechat.desk import Answerer
from bot.settings import Settings

SECRET = "a secret of the tests"


async def echo(text: str, _: str, __: date) -> dict[str, Any]:
    """Says what was said. "慢0.5" takes half a second."""
    if text.startswith("慢"):
        await asyncio.sleep(float(text[1:].split()[0]))
    return Answer("answered", sections=(Section("reply", "", (Entry(f"答：{text}"),)),)).to_dict()


class Noting:
    """Echoes, and notes in a file whom it answered what."""

    def __init__(self, file: Path) -> None:
        self._file = file

    async def __call__(self, text: str, sender: str, day: date) -> dict[str, Any]:
        with self._file.open("a", encoding="utf-8") as notes:
            notes.write(f"{sender} {text}\n")
        return await echo(text, sender, day)


async def nothing(_: str) -> None:
    """No conversations are kept here."""


def app(settings: Settings, answer: Answerer = echo, forget: Any = nothing, deadline: float = 4.0) -> Sanic:
    served = Sanic("wechat-" + os.urandom(4).hex(), configure_logging=False)
    served.config.REQUEST_MAX_SIZE = api.LARGEST_BODY * 2
    served.config.FALLBACK_ERROR_FORMAT = "json"
    served.blueprint(build.blueprint(settings, guide.current(), answer, forget, deadline))
    api.answer_errors(served)
    return served


@contextmanager
def serving(served: Sanic) -> Iterator[str]:
    """Its address, while it is served in a thread."""
    if getattr(Sanic, "__touched__", False):  # Sanic rewrites its own methods at the first start, and fails at a second
        TouchUp._registry.clear()
    port, loop = free_port(), asyncio.new_event_loop()

    def serve() -> None:
        asyncio.set_event_loop(loop)
        server: Any = loop.run_until_complete(served.create_server("127.0.0.1", port, return_asyncio_server=True))
        loop.run_until_complete(server.startup())
        loop.run_until_complete(server.start_serving())
        loop.run_forever()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    wait_for(port)
    yield f"http://127.0.0.1:{port}"
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)


@contextmanager
def process(settings: dict[str, str], log: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The channel in a process of its own, with what it logs in a file; its address, and the process to be killed."""
    port = free_port()
    command = [sys.executable, "-m", "tests.bot.wechat.served", str(port), str(log.with_suffix(".answered"))]
    with log.open("ab") as output:
        running = subprocess.Popen(command, env={**os.environ, **settings}, stdout=output, stderr=output)
    try:
        wait_for(port, running)
        yield f"http://127.0.0.1:{port}", running
    finally:
        running.kill()
        running.wait()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int, running: subprocess.Popen[bytes] | None = None) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until and (running is None or running.poll() is None):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"nothing serves on {port}")


def person(openid: str, secret: str = SECRET) -> str:
    """What stands for a person where something is kept, computed independently."""
    import hmac

    return hmac.new(secret.encode(), f"person\0{openid}".encode(), hashlib.sha256).hexdigest()


if __name__ == "__main__":
    app(Settings(), Noting(Path(sys.argv[2]))).run("127.0.0.1", int(sys.argv[1]), motd=False, access_log=False)
