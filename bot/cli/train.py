"""``qingfeng train``: trains the model, with progress."""

from __future__ import annotations

import time

import click

from bot.cli import ready


@click.command(help="训练模型。")
def train() -> None:
    """Trains, whether or not the current model still fits."""
    settings = ready.prepared()
    began = time.monotonic()
    model = ready.train(settings)
    click.echo(f"模型：{model}（{time.monotonic() - began:.0f} 秒）")
