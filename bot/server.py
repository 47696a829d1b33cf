"""The one process: our own Sanic application around the assistant. Rasa's HTTP API is not served."""

from __future__ import annotations

from pathlib import Path

import click
from sanic import Sanic

from actions import guide
from bot.assistant import Assistant
from bot.channels import api, health, web
from bot.channels.wechat import build as wechat
from bot.copilot import build as copilot
from bot.sessions import Sessions
from bot.settings import Settings


def application(settings: Settings, assistant: Assistant, name: str = "qingfeng") -> Sanic:
    """The application with every channel on it."""
    app = Sanic(name, configure_logging=False)
    app.config.REQUEST_MAX_SIZE = api.LARGEST_BODY * 2
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.config.PROXIES_COUNT = settings.proxies or None
    app.blueprint(api.blueprint(assistant, Sessions(settings)))
    app.blueprint(health.blueprint(assistant))
    app.blueprint(web.blueprint(settings, assistant))
    app.blueprint(copilot.blueprint(settings, assistant))
    if settings.wechat_token:
        app.blueprint(wechat.blueprint(settings, guide.current(), assistant.ask, assistant.forget))
    api.answer_errors(app)
    return app


def run(settings: Settings, model: Path) -> None:
    """Serves until it is stopped."""
    assistant = Assistant.load(settings, model)
    app = application(settings, assistant)
    address = f"http://{settings.host}:{settings.port}"
    click.echo(f"清风已就绪：{address}/（示范网站） {address}/api/v1/ask（问答） {address}/healthz（健康）", err=True)
    app.run(settings.host, settings.port, motd=False, access_log=False)
