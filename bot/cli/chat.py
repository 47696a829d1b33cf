"""``qingfeng chat``: a conversation on the terminal."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import click

from bot.cli import ready

if TYPE_CHECKING:
    from bot.assistant import Assistant


@click.command(help="在终端里对话；空行或 Ctrl-D 结束。")
def chat() -> None:
    """Asks and answers until an empty line."""
    asyncio.run(_talk(ready.assistant(keep=False), str(uuid4())))


async def _talk(assistant: Assistant, sender: str) -> None:
    while text := _line():
        answer = await assistant.ask(text, sender, date.today())
        click.echo(f"\n{answer['text']}\n")


def _line() -> str:
    try:
        return input("您：").strip()
    except EOFError:
        return ""
