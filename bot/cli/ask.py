"""``qingfeng ask``: one question, answered on the terminal."""

from __future__ import annotations

from datetime import date

import click

from bot.cli import ready


@click.command(help="问一句，答一句。")
@click.argument("text")
def ask(text: str) -> None:
    """Prints the answer's plain text."""
    answer = ready.assistant(keep=False).ask_now(text, "ask", date.today())
    click.echo(answer["text"])
