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
from bot.keyed import Keyed
from bot.logged import Logged
from bot.sessions import Sessions
from bot.settings import Settings
from bot.store import database
from bot.store.turnlog import TurnLog


def application(settings: Settings, assistant: Assistant, name: str = "qingfeng") -> Sanic:
    """The application with every channel on it."""
    app = Sanic(name, configure_logging=False)
    app.config.REQUEST_MAX_SIZE = api.LARGEST_BODY * 2
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.config.PROXIES_COUNT = settings.proxies or None
    log = TurnLog(database.connect(settings.database()), settings.turn_days, settings.context_minutes)
    app.blueprint(api.blueprint(_logged(settings, assistant, log, "api"), Sessions(settings)))
    app.blueprint(health.blueprint(assistant))
    app.blueprint(web.blueprint(settings, _logged(settings, assistant, log, "widget")))
    app.blueprint(copilot.blueprint(settings, assistant, log))
    if settings.wechat_token:
        answerer = _logged(settings, assistant, log, "wechat")
        app.blueprint(wechat.blueprint(settings, guide.current(), answerer.ask, answerer.forget))
    app.register_listener(lambda *_: log.stop(), "after_server_stop")
    api.answer_errors(app)
    return app


def _logged(settings: Settings, assistant: Assistant, log: TurnLog, channel: str) -> Logged:
    return Logged(assistant.agent, assistant.settings, log, channel, Keyed(settings))


def run(settings: Settings, model: Path) -> None:
    """Serves until it is stopped."""
    assistant = Assistant.load(settings, model)
    app = application(settings, assistant)
    address = f"http://{settings.host}:{settings.port}"
    click.echo(f"清风已就绪：{address}/（示范网站） {address}/api/v1/ask（问答） {address}/healthz（健康）", err=True)
    app.run(settings.host, settings.port, motd=False, access_log=False)
