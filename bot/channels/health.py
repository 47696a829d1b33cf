"""``/healthz`` (the process lives) and ``/readyz`` (it can answer)."""

from __future__ import annotations

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.assistant import Assistant


def blueprint(assistant: Assistant) -> Blueprint:
    """The two routes."""
    health = Blueprint("health")

    @health.get("/healthz")
    async def healthz(_: Request) -> HTTPResponse:
        return json({"status": "ok"})

    @health.get("/readyz")
    async def readyz(_: Request) -> HTTPResponse:
        ready = assistant.agent.is_ready()
        return json({"status": "ready" if ready else "loading"}, status=200 if ready else 503)

    return health
