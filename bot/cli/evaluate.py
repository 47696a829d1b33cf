"""``qingfeng evaluate FILE``: labelled questions through the whole path; figures, confusions, calibration."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import click

from bot import evaluation
from bot.cli import ready


@click.command(help="用带标签的问题量一遍：命中率、拒答、反问、校准、最常见的混淆。")
@click.argument("file", type=click.Path(path_type=Path, exists=True))
def evaluate(file: Path) -> None:
    """Prints the figures of the questions in the file, one JSON object a line (``text``, ``expect``)."""
    lines = file.read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    assistant = ready.assistant(keep=False)

    async def answers() -> list[dict[str, Any]]:
        return [await assistant.ask(row["text"], f"evaluate-{n}", date.today()) for n, row in enumerate(rows)]

    judged = [evaluation.judge(row["expect"], answer) for row, answer in zip(rows, asyncio.run(answers()), strict=True)]
    for name, value in evaluation.figures(judged).items():
        click.echo(f"{name:22} {value:.4f}")
    confused = Counter((one.right[0], one.ranked[0]) for one in judged if one.right and one.ranked and not one.top1)
    for (right, got), count in confused.most_common(10):
        click.echo(f"{count:4} × 第 {right} 项被当成第 {got} 项")
