"""``qingfeng questions``: what the authored questions are like, and whether any stands twice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from bot.settings import Settings
from knowledge.errors import GuideError
from nlu import corpus

if TYPE_CHECKING:
    from nlu.question_pairs import Entry, Pair
    from nlu.question_report import Report

_COLUMNS = ("项", "教", "留出", "≤12 字", "13–40 字", ">40 字", "不同三字/句", "三字不重复率", "最像", "余弦")


@click.group(help="自己写的问题：统计、查重。", no_args_is_help=True)
def questions() -> None:
    """The group of commands."""


@questions.command(help="每项有多少问题、多长、多不一样，哪些和别项最像；范围外各话题有多少。")
def report() -> None:
    """One row an item, then the topics out of scope, then the closest pairs of two items."""
    from nlu import question_pairs, question_report

    made = question_report.report(question_pairs.read(_folder()))
    Console(width=100).print(_table(made))
    outside = sum(count for _, count in made.topics)
    click.echo(f"\n适用几项的 {made.ambiguous} 句，寒暄、服务和问法 {made.beside} 句")
    click.echo(f"\n范围外：教 {outside} 句，留出 {made.outside} 句")
    for topic, count in made.topics:
        click.echo(f"{count:6} {topic or '未分话题'}")
    click.echo("\n不同事项之间最像的问题：")
    for pair in made.closest:
        click.echo(f"  {pair.cosine:.3f} {_named(pair.one)} {_named(pair.other)}")


@questions.command(help="查重：不同事项之间、范围内外之间、教的与留出的之间，不许有同一句或几乎同一句。")
def check() -> None:
    """Every pair with its files and the remedy; exit status 2 where there is one."""
    from nlu import question_pairs

    entries = question_pairs.read(_folder())
    found = question_pairs.duplicates(entries)
    for pair in found:
        click.echo(_finding(pair, question_pairs.places((pair.one.question.text, pair.other.question.text), _folder())))
    if found:
        raise GuideError(f"问题有 {len(found)} 处重复", "请按上面所列删去或改写", _folder())
    click.echo(f"{len(entries)} 句问题没有重复")


def _folder() -> Path:
    """The questions in use, by the same settings (.env too) as the server's."""
    return Settings().questions or corpus.FOLDER


def _table(made: Report) -> Table:
    table = Table(*_COLUMNS, box=None)
    for column in table.columns:
        column.justify = "right"
    for row in made.items:
        shares = (f"{share:.0%}" for share in row.lengths)
        nearest = (str(row.nearest.other.question.items[0]), f"{row.nearest.cosine:.2f}") if row.nearest else ("", "")
        counts = (str(row.number), str(row.taught), str(row.held_out))
        table.add_row(*counts, *shares, f"{row.fresh:.1f}", f"{row.distinct:.2f}", *nearest)
    return table


def _finding(pair: Pair, places: tuple[str, ...]) -> str:
    remedy = "请删去或改写教的那一句" if pair.leaks else "请删去或改写其中一句，确实几项都适用就写进 ambiguous.yml"
    return f"{'、'.join(places)}: {_named(pair.one)}与{_named(pair.other)}重复（{pair.cosine:.2f}）；{remedy}"


def _named(entry: Entry) -> str:
    about = "、".join(map(str, entry.question.items))
    return f"{'留出的' if entry.held_out else ''}{f'第 {about} 项' if about else '事项以外的'}“{entry.question.text}”"
