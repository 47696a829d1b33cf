"""``qingfeng serve``: the server that ``make run`` starts."""

from __future__ import annotations

import click

from bot import environment
from bot.cli import ready


@click.command(help="启动服务（没有现成模型时先训练）。")
def serve() -> None:
    """Trains if needed, then serves until it is stopped."""
    settings = ready.prepared()
    model = ready.model(settings)
    environment.quiet_logs(settings)
    click.echo("正在装载模型…", err=True)
    from bot.server import run

    run(settings, model)
