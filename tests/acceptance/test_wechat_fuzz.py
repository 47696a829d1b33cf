"""100,000 odd requests to the receiver: no 5xx, no hang, no memory that grows. Prints figures."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.bot.wechat.served import SECRET, process
from tests.bot.wechat.standin import StandIn
from tests.bot.wechat.test_fuzz import fuzzed
from tests.bot.wechat.test_two_processes import ACCOUNT

pytestmark = pytest.mark.acceptance
REQUESTS, WARM = 100_000, 20_000
GROWTH_MB = 25


def _resident(pid: int) -> float:
    line = next(row for row in Path(f"/proc/{pid}/status").read_text().splitlines() if row.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def test_a_hundred_thousand_odd_requests(tmp_path: Path) -> None:
    given = {
        "QINGFENG_VAR": str(tmp_path),
        "QINGFENG_SECRET": SECRET,
        "QINGFENG_WECHAT_TOKEN": ACCOUNT.token,
        "QINGFENG_WECHAT_APP_ID": ACCOUNT.app_id,
        "QINGFENG_WECHAT_AES_KEY": ACCOUNT.aes_key or "",
    }
    with ExitStack() as stack:
        address, running = stack.enter_context(process(given, tmp_path / "a.log"))

        async def run(count: int, seed: int) -> object:
            platform = StandIn(ACCOUNT, [address])
            statuses = await fuzzed(platform, count, seed)
            assert await platform.say("还在吗") == "答：还在吗"
            await platform.http.aclose()
            return dict(statuses)

        asyncio.run(run(WARM, 1))
        before = _resident(running.pid)
        statuses = asyncio.run(run(REQUESTS - WARM, 2))
        grown = _resident(running.pid) - before
        print(f"\n模糊测试 {REQUESTS} 个请求，后 {REQUESTS - WARM} 个：{statuses}，内存增加 {grown:.1f} MB")
        assert grown < GROWTH_MB
