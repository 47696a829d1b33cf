"""``qingfeng evaluate FILE``: labelled questions through the whole path; figures, report, comparison with peers."""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import click

from bot import evaluation, labelled
from bot.cli import ready
from bot.cli.progress import showing
from bot.evaluation import Judged
from bot.report.confusions import pair
from nlu import progress

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.peers.measure import Measured


@click.command(help="用带标签的问题量一遍：命中率、拒答、反问、校准、最常见的混淆。")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="另写一份 HTML 报告。")
@click.option("--peers", is_flag=True, help="同时训练三种现成方法，用同样的问题对照（约十几分钟）。")
def evaluate(file: Path, report: Path | None, peers: bool) -> None:
    """Prints the figures of the questions in the file, one JSON object a line (``text``, ``expect``)."""
    rows = labelled.read(file)
    texts = [row.text for row in rows]
    if report and not os.access(report.resolve().parent, os.W_OK):
        raise click.UsageError(f"写不了 {report}：请先建好它的文件夹，或换一个能写的位置")
    assistant, grown = _loaded()
    with showing("评测"):
        answers = asyncio.run(_answers(assistant, texts))
    judged = [evaluation.judge(row.expect, answer) for row, answer in zip(rows, answers, strict=True)]
    _print(judged)
    compared, note = _compare(assistant, texts, judged, grown) if peers else ((), "")
    if report:
        from actions import guide
        from bot.report.page import Report, page

        titles = {item.number: item.title for item in guide.current().items}
        made = Report(file.name, date.today(), texts, judged, titles, compared, note)
        report.write_text(page(made), "utf-8")
        click.echo(f"报告：{report}")


def _loaded() -> tuple[Assistant, float | None]:
    """The assistant, and by how many MB it made this process grow (the libraries not counted)."""
    ready.prepared()
    import bot.assistant  # noqa: F401
    from bot.peers.measure import grown, resident

    before = resident()
    return ready.assistant(keep=False), grown(before)


async def _answers(assistant: Assistant, texts: Sequence[str]) -> list[dict[str, Any]]:
    answers = []
    for n, text in enumerate(texts, 1):
        answers.append(await assistant.ask(text, f"evaluate-{n}", date.today()))
        progress.report("作答", n, len(texts))
    return answers


def _print(judged: Sequence[Judged]) -> None:
    for name, value in evaluation.figures(judged).items():
        click.echo(f"{name:22} {value:.4f}")
    pairs = [pair(one) for one in judged]
    for (right, got), count in Counter((right, got) for right, got in pairs if right != got).most_common(10):
        click.echo(f"{count:4} × {_place(right)}被当成{_place(got)}")


def _place(number: int | None) -> str:
    return "范围外" if number is None else f"第 {number} 项"


def _compare(
    assistant: Assistant, texts: Sequence[str], judged: Sequence[Judged], grown: float | None
) -> tuple[list[Measured], str]:
    """Our row and the peers', with the note; prints the table."""
    from bot import training
    from bot.peers import compare
    from bot.peers.measure import Cost
    from bot.peers.table import cells, plain

    rates = evaluation.figures(judged)
    outs, spent = asyncio.run(_outs(assistant, texts))
    cost = Cost(median(spent), training.seconds_taken(assistant.settings), grown)
    with showing("同题对照"):
        peers, note = compare.peers(texts, judged, rates.get("false_refusal", 0.0))
    rows = [compare.ours(rates, outs, judged, cost), *peers]
    click.echo(f"\n{plain(cells(rows))}\n\n{note}")
    return rows, note


async def _outs(assistant: Assistant, texts: Sequence[str]) -> tuple[list[float], list[float]]:
    """The chance of "out of scope" for each text, and the milliseconds that it took to understand it."""
    outs, spent = [], []
    for text in texts:
        began = time.perf_counter()
        outs.append(await assistant.out_of_scope_chance(text))
        spent.append((time.perf_counter() - began) * 1000)
    return outs, spent
