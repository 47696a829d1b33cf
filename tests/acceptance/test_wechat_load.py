"""The channel under load, against the stand-in: each genuine message once, none late, nothing forged. Prints figures.

The channel is measured, not the assistant: the answerer echoes. All traffic stays on loopback and ends by itself.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest

from tests.bot.wechat.protocol import fields, post, xml
from tests.bot.wechat.served import person, process
from tests.bot.wechat.standin import StandIn
from tests.bot.wechat.test_two_processes import ACCOUNT, answered, settings

pytestmark = pytest.mark.acceptance
MESSAGES, PEOPLE, PER_SECOND = 10_000, 500, 50
RETRIED, FORGED, SLOW = 0.20, 0.05, 0.05
P99_SECONDS = 0.5


class Load:
    """What was sent and what came back."""

    def __init__(self, addresses: list[str], seed: int) -> None:
        self.platform, self.random = StandIn(ACCOUNT, addresses), Random(seed)
        self.genuine: dict[str, str] = {}
        self.seen: dict[str, str] = {}
        self.forged: Counter[int] = Counter()

    async def run(self, messages: int, halfway: object = None) -> None:
        """Sends at the rate, whether or not earlier ones are answered."""
        began, tasks = time.perf_counter(), []
        for n in range(messages):
            await asyncio.sleep(max(0.0, began + n / PER_SECOND - time.perf_counter()))
            tasks.append(asyncio.create_task(self._one(n)))
            if n == messages // 2 and callable(halfway):
                halfway()
        await asyncio.gather(*tasks)
        await self.platform.http.aclose()

    async def _one(self, n: int) -> None:
        sender, chance = f"o{self.random.randrange(PEOPLE)}", self.random.random()
        if chance < FORGED:
            self.forged[await self._forge(n, sender)] += 1
            return
        slow = f"慢{self.random.uniform(0.05, 0.2):.2f} " if self.random.random() < SLOW else ""
        text = f"{slow}问{n}"
        self.genuine[text] = sender
        cut = self.random.uniform(0.002, 0.1) if chance < FORGED + RETRIED else None
        self.seen[text] = await self.platform.send(fields("text", sender, Content=text), cut)

    async def _forge(self, n: int, sender: str) -> int:
        sent = post(ACCOUNT, xml(fields("text", sender, Content=f"伪{n}")))
        other = post(ACCOUNT, xml(fields("text", sender, Content=f"伪{n}")), stamp=int(time.time()) - 400)
        forged = [
            (sent.query | {"msg_signature": "0" * 40}, sent.body),
            (sent.query | {"nonce": "another"}, sent.body),
            (sent.query, other.body),
            (other.query, other.body),
        ][n % 4]
        address = f"{self.platform.addresses[-1]}/webhooks/wechat"
        return (await self.platform.http.post(address, params=forged[0], content=forged[1])).status_code

    def check(self, log: Counter[str], killed: bool = False) -> None:
        assert self.seen == {text: f"答：{text}" for text in self.genuine}
        assert set(self.forged) <= {403}
        assert log.keys() == {f"{person(sender)} {text}" for text, sender in self.genuine.items()}
        assert killed or max(log.values()) == 1
        assert self.platform.late == 0

    def p99(self, name: str) -> float:
        waits = sorted(self.platform.waits)
        at = {share: waits[int(len(waits) * share)] * 1000 for share in (0.5, 0.95, 0.99)}
        print(
            f"\n{name:10} {len(self.genuine)} 条各答一次，伪造 {self.forged.total()} 条，迟到 {self.platform.late} 条，"
            + "，".join(f"p{share * 100:.0f} {ms:.0f} ms" for share, ms in at.items())
        )
        return at[0.99] / 1000


@pytest.mark.parametrize("processes", [1, 2])
def test_ten_thousand_messages(tmp_path: Path, processes: int) -> None:
    with ExitStack() as stack:
        given = settings(stack, tmp_path)
        if processes == 1:
            given = {key: value for key, value in given.items() if not key.endswith("_URL")}
        served = [stack.enter_context(process(given, tmp_path / f"{n}.log")) for n in range(processes)]
        load = Load([address for address, _ in served], seed=processes)
        asyncio.run(load.run(MESSAGES))
        p99 = load.p99(f"{processes} 个进程")
        load.check(answered(tmp_path))
        assert p99 < P99_SECONDS


def test_one_of_two_is_killed_in_the_middle(tmp_path: Path) -> None:
    with ExitStack() as stack:
        given = settings(stack, tmp_path)
        (one, killed), (other, _) = (stack.enter_context(process(given, tmp_path / f"{n}.log")) for n in "ab")
        load = Load([one, other], seed=3)
        asyncio.run(load.run(2_000, halfway=killed.kill))
        load.p99("杀掉一个")
        load.check(answered(tmp_path), killed=True)
