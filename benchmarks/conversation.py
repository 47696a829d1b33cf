"""Whether a long conversation slows down: 200 turns of one talk. Run by ``make benchmark``."""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import date
from itertools import cycle, islice
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bot.cli import ready

TURNS, WARM_UP, COUNTED, ALLOWED = 200, 20, 50, 1.2
SAID = (
    "失业金怎么领",
    "那要几天",
    "网上能办不",
    "社保卡丢了咋补",
    "带啥去",
    "回到刚才那个",
    "我在望花，去哪办",
    "谢谢",
)


async def milliseconds(turns: int) -> list[float]:
    """How long each turn of one conversation takes."""
    assistant, taken = ready.assistant(keep="--kept" in sys.argv), []
    for text in islice(cycle(SAID), turns):
        began = time.perf_counter()
        await assistant.ask(text, "one", date.today())
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def main() -> None:
    """Prints median and p99 of the first and the last fifty turns after the warm-up, and their ratio."""
    taken = asyncio.run(milliseconds(WARM_UP + TURNS))[WARM_UP:]
    for name, percent in (("median", 50), ("p99", 99)):
        first, last = (float(np.percentile(some, percent)) for some in (taken[:COUNTED], taken[-COUNTED:]))
        verdict = "flat" if last <= ALLOWED * first else "grows"
        print(f"{name}: first {COUNTED} {first:.1f} ms, last {COUNTED} {last:.1f} ms, {last / first:.2f}x: {verdict}")


if __name__ == "__main__":
    main()
