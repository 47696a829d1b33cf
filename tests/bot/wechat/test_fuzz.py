"""A few hundred odd requests: each gets an answer, none an error of ours. The long run is in tests/acceptance."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest

from tests.bot.wechat.conftest import KEY
from tests.bot.wechat.fuzz import posts
from tests.bot.wechat.protocol import Account
from tests.bot.wechat.standin import StandIn

EXPECTED = {200, 400, 403, 413}


async def fuzzed(platform: StandIn, count: int, seed: int, at_once: int = 16) -> Counter[int]:
    """How many of each status came back. A request that hangs fails."""
    statuses: Counter[int] = Counter()
    left = posts(platform.account, count, seed)

    async def some() -> None:
        for sent in left:
            address = f"{platform.addresses[0]}/webhooks/wechat"
            async with asyncio.timeout(15):
                reply = await platform.http.post(address, params=sent.query, content=sent.body)
            assert reply.status_code in EXPECTED, (reply.status_code, sent)
            statuses[reply.status_code] += 1

    await asyncio.gather(*(some() for _ in range(at_once)))
    return statuses


@pytest.mark.parametrize("account", [Account(), Account(aes_key=KEY)], ids=["plain", "safe"])
def test_three_hundred_odd_requests(talk: Any, account: Account) -> None:
    statuses = talk(lambda platform: fuzzed(platform, 300, seed=7), account)
    assert statuses.keys() == EXPECTED
    assert statuses.total() == 300
    assert talk(lambda platform: platform.say("还在吗"), account) == "答：还在吗"
