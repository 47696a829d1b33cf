"""The channel served with settings of the test's own, and a stand-in of the platform in front of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from tests.bot.wechat.protocol import Account
from tests.bot.wechat.served import SECRET, app, echo, nothing, serving
from tests.bot.wechat.standin import StandIn

Talk = Callable[[StandIn], Coroutine[Any, Any, Any]]
KEY, OLD_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "A" * 43


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Serves the channel, and runs a conversation with it."""
    with ExitStack() as servers:

        def talked(
            said: Talk,
            account: Account | None = None,
            answer: Any = echo,
            forget: Any = nothing,
            deadline: float = 4.0,
            **more: Any,
        ) -> Any:
            account = account or Account()
            given = {"wechat_token": account.token, "wechat_app_id": account.app_id, "secret": SECRET, "var": tmp_path}
            settings = Settings(**{**given, "wechat_aes_key": account.aes_key, **more})
            address = servers.enter_context(serving(app(settings, answer, forget, deadline)))

            async def run() -> Any:
                platform = StandIn(account, [address])
                try:
                    return await said(platform)
                finally:
                    await platform.http.aclose()

            return asyncio.run(run())

        yield talked
