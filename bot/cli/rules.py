"""``qingfeng rules``: the prohibited cases as officials review them, on the terminal or as a page."""

from __future__ import annotations

from pathlib import Path

import click

from bot.report import rules as report
from bot.settings import ROOT, Settings
from knowledge.guide import load
from knowledge.guide.load import DATA

SENTENCES = ROOT / "tests" / "prohibited"


@click.command(help="违规禁办的每一种情形：出处、凭什么事实、什么数字、能依法怎么办、用哪些句子考过。")
@click.option("--html", type=click.Path(path_type=Path), default=None, help="另写成一个网页文件，不联网也能看。")
def rules(html: Path | None) -> None:
    """Prints every case; writes the page too if a file is given."""
    known = load(Settings().guide or DATA)
    rows = report.rows(known, SENTENCES)
    click.echo("\n\n".join(map(report.plain, rows)) if rows else "这份指南没有写禁办规则（rules.yml）")
    if html:
        html.write_text(report.page(known, rows), "utf-8")
        click.echo(f"\n已写入 {html}")
