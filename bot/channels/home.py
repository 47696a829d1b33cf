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
    """The page and its style sheet."""
    home = Blueprint("home")
    html = templates.render("home.html", guide, dial=dial)
    style = pages.Asset(templates.file("page.css"), "text/css; charset=utf-8")

    @home.get("/")
    async def centre(_: Request) -> HTTPResponse:
        return pages.page(html)

    @home.get("/widget/page.css")
    async def look(request: Request) -> HTTPResponse:
        return style.response(request)

    return home
