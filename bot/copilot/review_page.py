"""``/copilot/review``: questions to look at, decided by an expert with one form a group; works without scripts."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date, datetime

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, redirect

from bot.channels.api import BadRequestError
from bot.copilot import form, page
from bot.copilot.access import Access, wants_page
from bot.copilot.likeness import Likeness
from bot.copilot.queue import Group, group, pressing
from bot.copilot.words import words
from bot.store.audit import Audit
from bot.store.review import REASONS, Entry, Review
from bot.store.users import User
from knowledge.guide import Guide
from nlu.corpus import ASPECTS

PER_PAGE = 15


def blueprint(access: Access, review: Review, audit: Audit, likeness: Likeness, guide: Guide) -> Blueprint:
    """The page's routes."""
    routes = Blueprint("copilot_review", url_prefix="/copilot/review")

    async def shown(request: Request, user: User, said: str = "", bad: bool = False, status: int = 200) -> HTTPResponse:
        entries = await review.open()
        reason = request.args.get("reason", "")
        chosen = [entry for entry in entries if reason not in REASONS or entry.reason == reason]
        groups = await asyncio.to_thread(_groups, chosen, likeness, guide)
        number = _number(request.args.get("page", "1"))
        values = {
            "groups": groups[(number - 1) * PER_PAGE : number * PER_PAGE],
            "found": len(groups),
            "late": sum(one.clock.kind == "late" for one in groups),
            "today": sum(one.clock.kind == "today" for one in groups),
            "counts": {one: sum(entry.reason == one for entry in entries) for one in REASONS},
            "total": len(entries),
            "reason": reason,
            "number": number,
            "pages": max(1, -(-len(groups) // PER_PAGE)),
        }
        decided = [_decided(entry, guide) for entry in await review.decided(30)]
        return page.shown(
            "review.html",
            user,
            "review",
            status,
            guide=guide,
            aspects=ASPECTS,
            decided=decided,
            said=said,
            bad=bad,
            **values,
        )

    @routes.get("/", strict_slashes=False)
    async def queue(request: Request) -> HTTPResponse:
        user = await access.require(request, "expert")
        done = request.args.get("done", "")
        text = words()["review"]["done"].replace("{count}", done) if done.isascii() and done.isdigit() else ""
        return await shown(request, user, text)

    @routes.post("/decide")
    async def decide(request: Request) -> HTTPResponse:
        user = await access.require(request, "expert")
        try:
            decision = form.decision({name: list(values) for name, values in (request.form or {}).items()}, guide)
        except BadRequestError as error:
            if not wants_page(request):
                raise
            return await shown(request, user, error.message, bad=True, status=error.status)
        done = await review.decide(decision, user.name)
        about = ",".join(map(str, done))
        more = {"item": decision.item, "aspect": decision.aspect} if decision.state == "item" else {}
        if done:
            await audit.add(user.name, f"review_{decision.state}", about, **more)
        return redirect(f"/copilot/review?done={len(done)}", status=303)

    @routes.post("/reopen")
    async def reopen(request: Request) -> HTTPResponse:
        user = await access.require(request, "expert")
        number = _number(str((request.form or {}).get("entry", "0")))
        if not await review.reopen(number):
            raise BadRequestError("not_found", words()["problems"]["no_entry"], 404)
        await audit.add(user.name, "review_reopened", str(number))
        return redirect("/copilot/review", status=303)

    return routes


def _groups(entries: Sequence[Entry], likeness: Likeness, guide: Guide) -> list[Group]:
    found = likeness.groups(entries, lambda entry: entry.question)
    return pressing([group(one, date.today(), guide) for one in found])


def _decided(entry: Entry, guide: Guide) -> dict[str, object]:
    known = {item.number: item.title for item in guide.items}
    return {
        "id": entry.id,
        "text": entry.wording or entry.question,
        "state": entry.state,
        "item": entry.decided_item,
        "title": known.get(entry.decided_item or 0, ""),
        "who": entry.decided_by or "",
        "at": f"{datetime.fromtimestamp(entry.decided_at or 0):%m-%d %H:%M}",
        "exported": entry.exported_at is not None,
    }


def _number(given: str) -> int:
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 9 else 1
