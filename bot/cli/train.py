"""``qingfeng train``: trains the model, with progress."""

from __future__ import annotations

import time

import click

from bot import environment
from bot.cli import ready
from bot.cli.progress import showing


@click.command(help="训练模型。")
def train() -> None:
    """Trains, whether or not the current model still fits."""
    settings = ready.prepared()
    began = time.monotonic()
    with showing("训练模型"):
        from bot import training

        environment.quiet_logs(settings)
        model = training.train(settings)
    click.echo(f"模型：{model}（{time.monotonic() - began:.0f} 秒）")
