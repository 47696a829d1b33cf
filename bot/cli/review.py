"""``qingfeng review``: what experts decided, as a diff of the question files."""

from __future__ import annotations

import asyncio
import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.copilot.export import Export


@click.group(help="审核结果：导出成问题库的改动。", no_args_is_help=True)
def review() -> None:
    """The group of commands."""


@review.command(
    help="把定下的句子导出成 nlu/questions/ 的改动（diff）：人看过以后用 git apply 应用，再 qingfeng train。"
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="写到文件，默认打印出来。")
@click.option("--look", is_flag=True, help="只看，不记作已导出。")
def export(output: Path | None, look: bool) -> None:
    """Prints or writes the diff, then marks what is in it, so that the next export has what is new."""
    from actions import guide
    from bot.copilot import export as made
    from bot.keyed import Keyed
    from bot.store.audit import Audit
    from bot.store.database import connect
    from bot.store.review import Review
    from nlu import corpus

    settings = Settings()
    engine = connect(settings.database())
    queue = Review(engine, Keyed(settings).person)
    entries = asyncio.run(queue.to_export())
    titles = {item.number: item.title for item in guide.current().items}
    done = made.export(entries, (settings.questions or corpus.FOLDER).resolve(), titles)
    if output:
        output.write_text(done.diff, "utf-8")
    else:
        click.echo(done.diff, nl=False)
    if entries and not look:

        async def mark() -> None:
            await queue.exported([entry.id for entry in entries])
            await Audit(engine).add(f"cli:{getpass.getuser()}", "review_exported", lines=done.lines)

        asyncio.run(mark())
    click.echo(_said(done, output), err=True)


def _said(done: Export, output: Path | None) -> str:
    repeated = f"，{len(done.left_out)} 句已在问题库里，略去" if done.left_out else ""
    if not done.lines:
        return f"没有新句子要导出{repeated}"
    return (
        f"{done.lines} 句{repeated}；请看过再用 git apply {output or '文件'} 应用，然后 qingfeng questions check、train"
    )
