"""The copilot put together: accounts, login, pages. Every part's blueprint stands in the group below."""

from __future__ import annotations

from urllib.parse import quote

from sanic import Blueprint
from sanic.blueprint_group import BlueprintGroup
from sanic.request import Request
from sanic.response import HTTPResponse, redirect

from actions import guide
from bot.assistant import Assistant
from bot.channels.api import BadRequestError, json_of
from bot.channels.wechat.build import board
from bot.copilot import audit_page, console_page, files, insights_page, login, page, review_page
from bot.copilot.access import Access, LoginNeededError, wants_page
from bot.copilot.calls import OpenCalls
from bot.copilot.console import Console
from bot.copilot.heard import hear
from bot.copilot.likeness import Likeness
from bot.copilot.understanding import Understanding
from bot.keyed import Keyed
from bot.settings import Settings
from bot.store.audit import Audit
from bot.store.calls import Calls
from bot.store.database import connect
from bot.store.figures import Figures
from bot.store.review import Review
from bot.store.tries import Tries
from bot.store.turnlog import TurnLog
from bot.store.users import Users


def blueprint(settings: Settings, assistant: Assistant, log: TurnLog) -> BlueprintGroup:
    """The routes under /copilot/ and /api/v1/copilot/. Calls are taken down in the log of all channels' turns."""
    engine = connect(settings.database())
    users, audit = Users(engine), Audit(engine)
    access, known = Access(settings, users), guide.current()
    likeness = Likeness([item.title for item in known.items])
    door = login.Door(settings, users, Tries(engine, settings.login_tries, settings.login_minutes), audit)
    review = Review(engine, Keyed(settings).person)
    understanding = Understanding(lambda text: hear(assistant.agent, text))
    console = Console(settings, known, understanding, OpenCalls(board(settings)), Calls(engine), review, log)
    parts = (
        files.blueprint(),
        login.blueprint(access, door, users, settings),
        audit_page.blueprint(access, audit),
        *console_page.blueprint(access, console).blueprints,
        review_page.blueprint(access, review, audit, likeness, known),
        insights_page.blueprint(access, Figures(engine), likeness, known),
    )
    for part in parts:
        part.exception(BadRequestError)(_refused)
    return Blueprint.group(*parts)


async def _refused(request: Request, error: BadRequestError) -> HTTPResponse:
    """A browser gets a page, or the login; a program gets JSON."""
    if not wants_page(request):
        return json_of({"error": {"code": error.code, "message": error.message}}, error.status)
    if isinstance(error, LoginNeededError):
        onward = quote(f"{request.path}?{request.query_string}" if request.query_string else request.path, safe="")
        return redirect(f"/copilot/login?next={onward}", status=303)
    return page.shown("problem.html", None, status=error.status, said=error.message)
