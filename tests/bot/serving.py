"""The application on a port of its own, in a thread of this process."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
from sanic.touchup.service import TouchUp

from bot.server import application
from bot.settings import Settings

_NAMES = itertools.count()
_REWRITE = TouchUp.run


def _rewrite_once(app: Any) -> None:
    """Sanic 21.12 rewrites its own methods when an app starts, which fails for the second app in a process."""
    setattr(TouchUp, "run", lambda _: None)  # noqa: B010 - a method is replaced on purpose
    _REWRITE(app)


setattr(TouchUp, "run", _rewrite_once)  # noqa: B010


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextlib.contextmanager
def serving(assistant: Any, var: Path, port: int | None = None, **settings: Any) -> Iterator[str]:
    """The address of a server that runs meanwhile."""
    port = port or free_port()
    app = application(Settings(var=var, **settings), assistant, name=f"test{next(_NAMES)}")
    loop = asyncio.new_event_loop()

    def serve() -> None:
        asyncio.set_event_loop(loop)
        server = loop.run_until_complete(app.create_server("127.0.0.1", port, return_asyncio_server=True))
        loop.run_until_complete(server.startup())
        loop.run_until_complete(server.start_serving())
        loop.run_forever()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    wait_for(f"http://127.0.0.1:{port}")
    yield f"http://127.0.0.1:{port}"
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


def wait_for(address: str, seconds: float = 300) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            httpx.get(f"{address}/healthz")
            return
        except httpx.TransportError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
