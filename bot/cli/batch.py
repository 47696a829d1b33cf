"""``qingfeng batch``: many questions through the same path as every channel. Leaves nothing behind."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO
from uuid import uuid4

import click

from bot.cli import ready

if TYPE_CHECKING:
    from bot.assistant import Assistant


@click.command(help="从标准输入读 JSON 行，逐行作答，写到标准输出。")
def batch() -> None:
    """One line out for each line in, in order; a bad line gives an error and the rest go on."""
    assistant = ready.assistant(keep=False)
    asyncio.run(_run(assistant, sys.stdin, sys.stdout))


async def _run(assistant: Assistant, source: TextIO, out: TextIO) -> None:
    for number, line in enumerate(_lines(source), 1):
        row = await _answer(assistant, line)
        print(json.dumps(row, ensure_ascii=False), file=out, flush=True)
        if sys.stderr.isatty() and number % 50 == 0:
            print(f"\r已答 {number}", end="", file=sys.stderr, flush=True)


def _lines(source: TextIO) -> Iterator[str]:
    return (line for line in source if line.strip())


async def _answer(assistant: Assistant, line: str) -> dict[str, Any]:
    identity: Any = None
    try:
        row = json.loads(line)
        identity = row.get("id") if isinstance(row, dict) else None
        text, sender, day = _parts(row)
        began = time.perf_counter()
        answer = await assistant.ask(text, sender, day)
    except Exception as error:
        return {"id": identity, "error": f"{type(error).__name__}：{error}"}
    return {"id": identity, "ms": round((time.perf_counter() - began) * 1000, 2), "answer": answer}


def _parts(row: Any) -> tuple[str, str, date]:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError("每行应是带 id 和 text 的 JSON 对象")
    day = date.fromisoformat(row["date"]) if row.get("date") else date.today()
    return row["text"], str(row.get("sender") or uuid4()), day
