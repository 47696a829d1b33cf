"""``/widget/plain``: the same job with a form, for browsers without JavaScript.

The session stands in the form, not in a cookie; so does the key of the next question, and a page that is sent twice
asks once.
"""

from __future__ import annotations

from secrets import token_hex

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import privacy
from bot.channels import pages
from bot.channels.api import BadRequestError
from bot.channels.guard import Guard
from bot.desk import RATINGS, Desk
from bot.render.card import card
from bot.settings import Settings
from bot.web import templates
from bot.web.words import filled, words
from knowledge.guide import Guide


def blueprint(settings: Settings, desk: Desk, guard: Guard, guide: Guide) -> Blueprint:
    """The page's two routes."""
    plain = Blueprint("plain", url_prefix="/widget")
    says = filled("plain", guide)

    @plain.get("/plain")
    async def empty(request: Request) -> HTTPResponse:
        return await _shown(guard.issue(request), "", draft=request.args.get("q", "")[: settings.longest_message])

    @plain.post("/plain")
    async def sent(request: Request) -> HTTPResponse:
        try:
            session, said = await _done(request)
        except BadRequestError as error:
            return await _shown(guard.issue(request), error.message, status=error.status)
        return await _shown(session, said)

    async def _done(request: Request) -> tuple[tuple[str, str], str]:
        """The session to go on with, and what to say above the page."""
        guard.origins.of(request)
        guard.address(request)
        form = {name: str(values[0]) for name, values in (request.form or {}).items()}
        try:
            sender = guard.sender(request, form.get("session"), expired="forget" in form)
        except BadRequestError:
            return guard.issue(request), says["expired"]
        if "forget" in form:
            await desk.forget(sender)
            return guard.issue(request), says["cleared"]
        if "rating" in form:
            return guard.issue(request, sender), await _rated(sender, form)
        text = form.get("choice") or form.get("text", "")
        guard.question(sender)
        await desk.ask(sender, guard.key(form.get("key")), text)
        return guard.issue(request, sender), says["private"] if privacy.mask(text) != text else ""

    async def _rated(sender: str, form: dict[str, str]) -> str:
        rating, reason = form["rating"], form.get("reason") if form["rating"] == "wrong" else None
        if rating not in RATINGS or (reason is not None and reason not in words()["reasons"]):
            raise guard.problem("bad_rating")
        if not await desk.rate(sender, guard.key(form.get("about")), rating, reason, None):
            raise guard.problem("no_turn", 404)
        return says["thanks"]

    async def _shown(session: tuple[str, str], said: str, draft: str = "", status: int = 200) -> HTTPResponse:
        token, sender = session
        turns = [
            {"key": turn.key, "text": turn.text, "card": card(turn.answer, guide)}
            for turn in reversed(await desk.turns(sender))
        ]
        values = {"session": token, "key": token_hex(12), "turns": turns, "said": said, "draft": draft}
        html = templates.render("plain.html", guide, longest=settings.longest_message, **values)
        return pages.page(html, guard.origins.frames, status)

    return plain
