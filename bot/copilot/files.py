"""Scripts and style sheets of the copilot's pages; they hold nothing secret and need no login."""

from __future__ import annotations

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.api import BadRequestError
from bot.copilot import page
from bot.copilot.words import words


def blueprint() -> Blueprint:
    """``/copilot/files/NAME``: whatever .css, .js and .svg lies in bot/web/copilot."""
    files, known = Blueprint("copilot_files", url_prefix="/copilot/files"), page.files()

    @files.get("/<name:str>")
    async def one(request: Request, name: str) -> HTTPResponse:
        if name not in known:
            raise BadRequestError("not_found", words()["problems"]["not_found"], 404)
        return known[name].response(request)

    return files
