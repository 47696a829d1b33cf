"""``/copilot/`` and what its script talks to, under ``/api/v1/copilot/``."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from sanic import Blueprint
from sanic.blueprint_group import BlueprintGroup
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.when import When
from bot.channels.api import LARGEST_BODY, BadRequestError, json_of
from bot.copilot import page
from bot.copilot.access import Access
from bot.copilot.compare import compared
from bot.copilot.console import Console
from bot.copilot.words import words

_LONGEST_SEARCH = 60


def blueprint(access: Access, console: Console) -> BlueprintGroup:
    """The page and its data."""
    return Blueprint.group(_page(access, console), _data(access, console))


def _page(access: Access, console: Console) -> Blueprint:
    shown = Blueprint("copilot_console", url_prefix="/copilot")

    @shown.get("/")
    async def whole(request: Request) -> HTTPResponse:
        user = await access.require(request, "agent")
        return page.shown("console.html", user, "console", console=words("console.yml"))

    return shown


def _data(access: Access, console: Console) -> Blueprint:
    data = Blueprint("copilot_calls", url_prefix="/api/v1/copilot")

    @data.get("/guide")
    async def browse(request: Request) -> HTTPResponse:
        await access.require(request, "agent")
        return json_of({"words": words("console.yml"), "categories": _categories(console)})

    @data.get("/find")
    async def find(request: Request) -> HTTPResponse:
        await access.require(request, "agent")
        return json_of(asdict(console.finder.to(request.args.get("q", "")[:_LONGEST_SEARCH])))

    @data.get("/compare")
    async def compare(request: Request) -> HTTPResponse:
        await access.require(request, "agent")
        numbers = [request.args.get(side, "") for side in ("left", "right")]
        try:
            left, right = map(int, numbers)
            return json_of(asdict(compared(console.guide, left, right, When.on(date.today()))))
        except (KeyError, ValueError) as error:
            raise BadRequestError("no_item", "指南里没有这一项", 404) from error

    @data.get("/calls")
    async def calls(request: Request) -> HTTPResponse:
        user = await access.require(request, "agent")
        return json_of({"calls": [asdict(call) for call in await console.calls.of(str(user.id))]})

    @data.post("/calls")
    async def opened(request: Request) -> HTTPResponse:
        user = await access.require(request, "agent")
        return json_of(await console.shown(await console.calls.open(str(user.id))))

    @data.get("/calls/<identity:str>")
    async def call(request: Request, identity: str) -> HTTPResponse:
        user = await access.require(request, "agent")
        after = request.args.get("after", "-1")
        return json_of(await console.after(str(user.id), identity, int(after) if after.isdigit() else -1))

    @data.get("/calls/<identity:str>/summary")
    async def summary(request: Request, identity: str) -> HTTPResponse:
        user = await access.require(request, "agent")
        return json_of({"summary": await console.summary(str(user.id), identity)})

    @data.post("/calls/<identity:str>/end")
    async def end(request: Request, identity: str) -> HTTPResponse:
        user = await access.require(request, "agent")
        return json_of({"summary": await console.end(user.id, identity, _object(request).get("outcome"))})

    @data.post("/stream")
    async def stream(request: Request) -> HTTPResponse:
        user = await access.require(request, "agent")
        new = _object(request)
        return json_of(await console.go_on(str(user.id), str(new.get("call", "")), new))

    return data


def _object(request: Request) -> dict[str, Any]:
    if len(request.body) > LARGEST_BODY:
        raise BadRequestError("too_large", "请求太大", 413)
    try:
        data = json.loads(request.body.decode("utf-8"))
    except ValueError as error:
        raise BadRequestError("not_json", "请求不是 JSON") from error
    if not isinstance(data, dict):
        raise BadRequestError("not_json", "请求不是 JSON 对象")
    return data


def _categories(console: Console) -> list[dict[str, Any]]:
    return [
        {
            "title": category.title,
            "items": [
                {"number": item.number, "title": item.title}
                for item in console.guide.items
                if item.category == category.number
            ],
        }
        for category in console.guide.categories
    ]
