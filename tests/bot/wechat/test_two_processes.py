"""Two processes behind one address, with PostgreSQL and Redis: each message once, though one of them is killed."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from tests.bot.wechat.protocol import Account, fields
from tests.bot.wechat.served import SECRET, person, process
from tests.bot.wechat.shared import empty_redis, notes, rows, schema
from tests.bot.wechat.standin import StandIn

ACCOUNT = Account(aes_key="abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG")


def settings(stack: ExitStack, var: Path) -> dict[str, str]:
    return {
        "QINGFENG_VAR": str(var),
        "QINGFENG_SECRET": SECRET,
        "QINGFENG_DATABASE_URL": stack.enter_context(schema()),
        "QINGFENG_REDIS_URL": stack.enter_context(empty_redis()),
        "QINGFENG_WECHAT_TOKEN": ACCOUNT.token,
        "QINGFENG_WECHAT_APP_ID": ACCOUNT.app_id,
        "QINGFENG_WECHAT_AES_KEY": ACCOUNT.aes_key or "",
    }


def answered(tmp_path: Path) -> Counter[str]:
    """What was answered to whom, by either process, and how often."""
    files = tmp_path.glob("*.answered")
    return Counter(line for file in files for line in file.read_text("utf-8").splitlines())


def test_each_message_once_and_none_lost_when_one_is_killed(tmp_path: Path) -> None:
    with ExitStack() as stack:
        given = settings(stack, tmp_path)
        (one, killed), (other, _) = (stack.enter_context(process(given, tmp_path / f"{n}.log")) for n in "ab")

        async def scene() -> dict[str, str]:
            platform = StandIn(ACCOUNT, [one, other])
            seen: dict[str, str] = {}

            async def say(text: str, sender: str, cut: float | None = None) -> None:
                seen[text] = await platform.send(fields("text", sender, Content=text), cut)

            alternating = [say(f"{n}", f"o{n % 5}") for n in range(20)]
            retried = [say(f"慢0.3 r{n}", f"r{n}", 0.1) for n in range(6)]
            await asyncio.gather(*alternating, *retried)
            assert max(answered(tmp_path).values()) == 1, "a retry ran a job again"
            dying = [asyncio.create_task(say(f"慢0.6 k{n}", f"k{n}")) for n in range(8)]
            await asyncio.sleep(0.3)
            killed.kill()
            await asyncio.gather(*dying)
            await platform.event("unsubscribe", "k0")
            await platform.http.aclose()
            assert platform.late == 0
            return seen

        seen = asyncio.run(scene())
        assert seen == {text: f"答：{text}" for text in seen}
        assert len(seen) == 34
        assert answered(tmp_path).keys() == {f"{person(_sender(text))} {text}" for text in seen}
        stored = f"{rows(given['QINGFENG_DATABASE_URL'])}{notes()}"
        assert person("k1") in stored
        assert person("k0") not in stored
        logs = "".join(file.read_text("utf-8") for file in tmp_path.glob("*.log"))
        assert not [trace for trace in ("k1", "慢", person("k1")) if trace in logs], logs


def _sender(text: str) -> str:
    name = text.split()[-1]
    return f"o{int(name) % 5}" if name.isdigit() else name
