"""``qingfeng guide``: import, check, show and export the guide as data."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bot.settings import Settings
from knowledge.errors import GuideError
from knowledge.guide import files, load, load_raw
from knowledge.guide.load import DATA
from knowledge.importer import fidelity
from knowledge.importer.build import build
from knowledge.importer.printed import printed
from knowledge.importer.write import write


@click.group(help="指南数据：导入、校验、查看、导出。", no_args_is_help=True)
def guide() -> None:
    """The group of commands."""


def _folder() -> Path:
    """The guide in use, by the same settings (.env too) as the server's."""
    return Settings().guide or DATA


@guide.command("import", help="把指南全文（UTF-8 文本）变成可审阅的 YAML，并逐字对账。")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", type=click.Path(path_type=Path), default=None, help="写到哪个文件夹，默认为在用的数据。")
def import_(file: Path, to: Path | None) -> None:
    """Replaces the imported files only after the whole text was read."""
    imported = build(file)
    written = write(imported, to or _folder())
    click.echo(f"写入 {len(written)} 个文件：{to or _folder()}")
    click.echo(fidelity.report(imported, []))


@guide.command(help="校验在用的数据；给出原文则再逐字核对。")
@click.option("--source", type=click.Path(path_type=Path), default=None, help="指南全文，用来核对一字不漏。")
def check(source: Path | None) -> None:
    """Loads everything with its errata; compares with the source if it is given."""
    known = load(_folder())
    for name, count in known.counts().items():
        click.echo(f"{name}: {json.dumps(count, ensure_ascii=False)}")
    click.echo(f"errata: {len(known.errata)}")
    if source:
        imported = build(source)
        losses = fidelity.lost(imported, load_raw(_folder()))
        click.echo(fidelity.report(imported, losses))
        if losses or imported.ledger.unaccounted:
            raise GuideError("数据与原文不一致", "请按上面所列改正，或重新导入", source)
    click.echo("数据没有问题")


@guide.command(help="按原书样式打印一项。")
@click.argument("number", type=int)
def show(number: int) -> None:
    """The item as printed, then what the reviewer says of it."""
    raw, known = load_raw(_folder()), load(_folder())
    try:
        item = raw.item(number)
    except KeyError:
        raise GuideError(f"没有第 {number} 项", f"序号是 1 到 {len(raw.items)}", _folder()) from None
    click.echo(f"第 {item.page} 页\n{printed(item)}")
    for matter in known.matters_of(number):
        click.echo(f"违规禁办：{matter.title}")
        for case in matter.cases:
            click.echo(f"  {case.id} {case.text}（第 {case.page} 页）")
    for erratum in (row for row in known.errata if row.item == number):
        shown = f"“{erratum.printed}”显示为“{erratum.shown}”。" if erratum.shown else ""
        click.echo(f"校注：{shown}{erratum.why}")


@guide.command(help="全部导出为 JSON。")
def export() -> None:
    """The guide as shown, with its counts."""
    known = load(_folder())
    data = {"counts": known.counts(), **files.unstructure(known)}
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))  # days as they are written
