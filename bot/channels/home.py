"""``/``: a demonstration, the widget on a page that looks like the centre's own website."""

from __future__ import annotations

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels import pages
from bot.render.links import dial
from bot.web import templates
from knowledge.guide import Guide


def blueprint(guide: Guide) -> Blueprint:
    """The page, its style sheet and its sign."""
    home = Blueprint("home")
    html = templates.render("home.html", guide, dial=dial)
    files = {
        "page.css": pages.Asset(templates.file("page.css"), "text/css; charset=utf-8"),
        "icon.svg": pages.Asset(templates.file("icon.svg"), "image/svg+xml"),
    }

    @home.get("/")
    async def centre(_: Request) -> HTTPResponse:
        return pages.page(html)

    @home.get("/widget/<name:(?:page\\.css|icon\\.svg)>")
    async def look(request: Request, name: str) -> HTTPResponse:
        return files[name].response(request)

    return home
