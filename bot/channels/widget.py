"""The widget: its script, its page, and what the script talks to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty

from bot.channels import pages
from bot.channels.api import json_of
from bot.channels.guard import Guard
from bot.desk import RATINGS, Desk
from bot.render.card import card
from bot.web import templates
from bot.web.suggest import Suggestions
from bot.web.words import words
from knowledge.guide import Guide


def blueprint(
    desk: Desk, guard: Guard, guide: Guide, suggestions: Suggestions, script: bytes, style: bytes
) -> Blueprint:
    """The routes under /widget/ for pages with JavaScript."""
    widget = Blueprint("widget", url_prefix="/widget")
    assets = {
        "qingfeng.js": pages.Asset(script, "text/javascript; charset=utf-8"),
        "qingfeng.css": pages.Asset(style, "text/css; charset=utf-8"),
    }

    async def preflight(_: Request) -> HTTPResponse:
        return empty()

    for name in ("session", "ask", "feedback", "forget"):
        widget.add_route(preflight, f"/{name}", methods=["OPTIONS"], name=f"preflight_{name}")
    widget.middleware("response")(guard.origins.share)

    @widget.get("/<name:qingfeng\\.(?:js|css)>")
    async def asset(request: Request, name: str) -> HTTPResponse:
        return assets[name].response(request)

    @widget.get("/")
    async def whole_page(_: Request) -> HTTPResponse:
        return pages.page(templates.render("widget.html", guide), guard.origins.frames)

    @widget.post("/session")
    async def session(request: Request) -> HTTPResponse:
        guard.data(request)
        return json_of({"session": guard.issue(request)[0]})

    @widget.post("/ask")
    async def ask(request: Request) -> HTTPResponse:
        data = guard.data(request)
        sender, key = guard.sender(request, data.get("session")), guard.key(data.get("key"))
        guard.question(sender)
        turn = await desk.ask(sender, key, _text(data, "text") or "")
        return json_of({"session": guard.issue(request, sender)[0], "card": asdict(card(turn.answer, guide))})

    @widget.get("/suggest")
    async def suggest(request: Request) -> HTTPResponse:
        guard.origins.of(request)
        guard.address(request)
        return json_of({"suggestions": list(suggestions.to(request.args.get("q", "")[:40]))})

    @widget.post("/feedback")
    async def feedback(request: Request) -> HTTPResponse:
        data = guard.data(request)
        sender, key = guard.sender(request, data.get("session")), guard.key(data.get("key"))
        rating, reason = data.get("rating"), data.get("reason")
        if rating not in RATINGS or (reason is not None and reason not in words()["reasons"]):
            raise guard.problem("bad_rating")
        if not await desk.rate(sender, key, rating, reason, _text(data, "comment")):
            raise guard.problem("no_turn", 404)
        return json_of({"kept": True})

    @widget.post("/forget")
    async def forget(request: Request) -> HTTPResponse:
        data = guard.data(request)
        await desk.forget(guard.sender(request, data.get("session"), expired=True))
        return json_of({"forgotten": True})

    return widget


def _text(data: Mapping[str, Any], name: str) -> str | None:
    value = data.get(name)
    return value if isinstance(value, str) else None
