"""The console with twenty agents who type at once. The server must be running, on this machine and this database.

``.venv/bin/python benchmarks/copilot.py``; another address by QINGFENG_ADDRESS. Its accounts are removed again.
"""

from __future__ import annotations

import asyncio
import os
import random
import secrets
import sys
import time
from collections import defaultdict
from pathlib import Path

import httpx
import yaml

from bot.copilot import passwords
from bot.settings import Settings
from bot.store import database
from bot.store.users import Users

ADDRESS = os.environ.get("QINGFENG_ADDRESS", "http://127.0.0.1:5005")
TYPISTS, SECONDS = 20, 30
KEY, PAUSE = (0.12, 0.35), (0.3, 1.2)  # seconds between key strokes, and after a fragment
QUESTIONS = Path(__file__).parent.parent / "nlu" / "questions" / "held_out" / "life.yml"
Took = dict[str, list[float]]
_CHANCE = random.SystemRandom()


def said() -> list[str]:
    """What people say, from questions that were never taught."""
    rows = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    texts = [row["text"] if isinstance(row, dict) else str(row) for rows in _lists(rows) for row in rows]
    _CHANCE.shuffle(texts)
    return texts


def _lists(data: object) -> list[list[object]]:
    if isinstance(data, list):
        return [data]
    return [found for value in data.values() for found in _lists(value)] if isinstance(data, dict) else []


async def timed(took: list[float], ask: object) -> httpx.Response:
    """The response, with its milliseconds noted."""
    began = time.perf_counter()
    reply: httpx.Response = await ask  # type: ignore[misc]
    took.append((time.perf_counter() - began) * 1000)
    reply.raise_for_status()
    return reply


async def logged_in(name: str, password: str) -> httpx.AsyncClient:
    """A browser of that agent's."""
    http = httpx.AsyncClient(base_url=ADDRESS, timeout=30)
    reply = await http.post("/copilot/login", data={"name": name, "password": password})
    if reply.status_code != 303:
        sys.exit("登录不了：服务要用同一个数据库（同一个 QINGFENG_VAR 或 QINGFENG_DATABASE_URL）")
    await http.get("/api/v1/copilot/find", params={"q": "a"})
    return http


async def type_calls(http: httpx.AsyncClient, texts: list[str], until: float, took: Took) -> None:
    """One agent: a call after the other, typed character by character, a fragment at a time."""
    await asyncio.sleep(_CHANCE.uniform(*PAUSE))
    while time.monotonic() < until:
        opened = await http.post("/api/v1/copilot/calls", json={})
        call = opened.raise_for_status().json()["call"]["id"]
        for fragment in texts.pop().replace("。", "，").split("，"):
            for end in range(1, len(fragment) + 1):
                await asyncio.sleep(_CHANCE.uniform(*KEY))
                search = http.get("/api/v1/copilot/find", params={"q": fragment[:end]})
                await timed(took["逐键查找"], search)
            await asyncio.sleep(0.18)
            typing = http.post("/api/v1/copilot/stream", json={"call": call, "typing": fragment})
            await timed(took["停顿后理解"], typing)
            keep = http.post("/api/v1/copilot/stream", json={"call": call, "fragment": fragment})
            await timed(took["记下一句（已理解过）"], keep)
            await asyncio.sleep(_CHANCE.uniform(*PAUSE))
        await http.post(f"/api/v1/copilot/calls/{call}/end", json={"outcome": None})


async def measure() -> Took:
    """Twenty of them for half a minute."""
    users, password = Users(database.connect(Settings().database())), secrets.token_urlsafe(16)
    hashed, names = passwords.hashed(password), [f"measure-{secrets.token_hex(4)}" for _ in range(TYPISTS)]
    took: Took = defaultdict(list)
    try:
        for name in names:
            await users.add(name, "agent", hashed)
        clients = [await logged_in(name, password) for name in names]
        texts, until = said(), time.monotonic() + SECONDS
        await asyncio.gather(*(type_calls(http, texts, until, took) for http in clients))
        for http in clients:
            await http.aclose()
    finally:
        for name in names:
            await users.remove(name)
    return took


def main() -> None:
    """Prints the figures; one sentence where no server runs."""
    try:
        httpx.get(f"{ADDRESS}/healthz")
    except httpx.TransportError:
        sys.exit(f"{ADDRESS} 没有服务：请先运行 make run（用同一个 QINGFENG_VAR）")
    took = asyncio.run(measure())
    print(f"{TYPISTS} 名坐席同时打字 {SECONDS} 秒（毫秒，含本机网络）")
    for kind, times in took.items():
        times.sort()
        p50, p95, p99 = (times[int(len(times) * share)] for share in (0.5, 0.95, 0.99))
        print(f"{kind}：p50 {p50:.1f}，p95 {p95:.1f}，p99 {p99:.1f}（{len(times)} 次）")


if __name__ == "__main__":
    main()
