"""``/copilot/audit``: who changed what, for managers."""

from __future__ import annotations

from datetime import datetime

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.copilot import page
from bot.copilot.access import Access
from bot.copilot.words import words
from bot.store.audit import Audit, Change


def blueprint(access: Access, audit: Audit) -> Blueprint:
    """The page's route."""
    routes = Blueprint("copilot_audit", url_prefix="/copilot")

    @routes.get("/audit")
    async def latest(request: Request) -> HTTPResponse:
        user = await access.require(request, "manager")
        rows = [_row(change) for change in await audit.latest()]
        return page.shown("audit.html", user, "audit", rows=rows)

    return routes


def _row(change: Change) -> dict[str, str]:
    known = words()["audit"]
    details = "，".join(f"{known['details'].get(name, name)} {value}" for name, value in change.details.items())
    return {
        "at": f"{datetime.fromtimestamp(change.at):%Y-%m-%d %H:%M}",
        "who": change.who,
        "action": known["actions"].get(change.action, change.action),
        "about": change.about,
        "details": details,
    }
