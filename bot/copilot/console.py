"""What an agent can do with their calls: go on with one, look at it, end it. The console's routes only carry it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from actions.answer import Answer
from actions.when import When
from bot import privacy
from bot.channels.api import BadRequestError
from bot.copilot import drafts as make
from bot.copilot.calls import Call, OpenCalls
from bot.copilot.find import Finder
from bot.copilot.live import Choices, Live, live
from bot.copilot.summary import summary
from bot.copilot.understanding import Understanding
from bot.settings import Settings
from bot.store.calls import OUTCOMES, Calls, EndedCall
from bot.store.review import Noticed, Review
from bot.store.turnlog import Turn, TurnLog
from knowledge.guide import Guide

EMPTY = "empty"
_NOTHING = Live(EMPTY, None, (), (), None, (), (), ())
# Outcomes that somebody must look at, and why.
_TO_REVIEW = {"guide_silent": "call_silent", "wrong": "call_wrong"}
# Outcomes that say by themselves how a call ended; else it ended as what was shown.
_STATUS = {"passed_on": "handoff", "guide_silent": "out_of_scope"}
_MOST_FRAGMENTS, _LONGEST_QUESTION = 200, 200
_LOOK_EVERY, _LOOK_AT_MOST = 0.1, 20.0


class Console:
    """The console over a guide. ``today`` gives the day that answers count from."""

    def __init__(
        self,
        settings: Settings,
        guide: Guide,
        understanding: Understanding,
        calls: OpenCalls,
        ended: Calls,
        review: Review,
        log: TurnLog,
    ) -> None:
        self.guide, self.calls = guide, calls
        self._settings, self._understanding, self._ended, self._review = settings, understanding, ended, review
        self._log = log
        self._details = lru_cache(maxsize=len(guide.items))(lambda number, day: _details(guide, number, day))

    @cached_property
    def finder(self) -> Finder:
        """The search. It reads all questions, which takes seconds where nobody has read them yet."""
        return Finder(self.guide, self._settings.questions)

    async def go_on(self, user: str, identity: str, new: Mapping[str, Any]) -> dict[str, Any]:
        """The call with what is new of it, and what it shows then.

        ``new``: ``fragments`` are all of them, ``fragment`` is one more; ``typing`` is what is being typed after them
        and not kept; ``item`` and ``ticked`` are the agent's choices, ``told`` a text that was copied.
        """
        changes = await self._changes(user, identity, new)
        call = await self.calls.change(user, identity, **changes)
        return await self.shown(call, _text(new, "typing"))

    async def shown(self, call: Call, typing: str = "") -> dict[str, Any]:
        """The call as JSON data with what it shows, its texts, and the whole item."""
        said, answer = await self._live(call, typing)
        number = said.item
        return {
            "call": asdict(call),
            "live": asdict(said),
            "drafts": asdict(make.drafts(answer)) if answer else None,
            "details": self._details(number, date.today()) if number else None,
        }

    async def after(self, user: str, identity: str, version: int) -> dict[str, Any]:
        """The call alone, as soon as it is newer than that version (a speech-to-text feed may go on with it), or as
        it is in the end."""
        until = time.monotonic() + _LOOK_AT_MOST
        while (call := await self.calls.get(user, identity)).version <= version and time.monotonic() < until:
            await asyncio.sleep(_LOOK_EVERY)
        return {"call": asdict(call)}

    async def summary(self, user: str, identity: str) -> str:
        """The summary of the call as it stands."""
        call = await self.calls.get(user, identity)
        return summary(self.guide, (await self._live(call))[0], call.told)

    async def end(self, user: int, identity: str, outcome: str | None) -> str:
        """Forgets the call and what was said in it; stores how it ended, unless no outcome is given. The summary.

        Where the guide is silent or the answer was wrong, the masked question goes into the review queue.
        """
        if outcome is not None and outcome not in OUTCOMES:
            raise BadRequestError("bad_outcome", "没有这种结果")
        call = await self.calls.get(str(user), identity)
        said, _ = await self._live(call)
        text = summary(self.guide, said, call.told)
        if outcome is not None:
            number = await self._ended.add(_ended(user, call, said, outcome, text))
            self._log.put(_turn(number, said, outcome))
            if outcome in _TO_REVIEW and call.fragments:
                await self._review.add(_noticed(number, call, said, _TO_REVIEW[outcome]))
        await self.calls.close(str(user), identity)
        return text

    async def _live(self, call: Call, typing: str = "") -> tuple[Live, Answer | None]:
        said = replace(call, fragments=(*call.fragments, *([typing] if typing else [])))
        text = said.text(self._settings.longest_message)
        if not text and call.item is None:
            return _NOTHING, None
        heard = await self._understanding.of(call.id, text)
        return live(self.guide, heard, Choices.of(call.item, call.ticked), date.today())

    async def _changes(self, user: str, identity: str, new: Mapping[str, Any]) -> dict[str, Any]:
        changes: dict[str, Any] = {}
        if "fragments" in new:
            changes["fragments"] = _fragments(new["fragments"])
        if fragment := _text(new, "fragment"):
            old = (await self.calls.get(user, identity)).fragments
            changes["fragments"] = (*changes.get("fragments", old), fragment)[-_MOST_FRAGMENTS:]
        if "item" in new:
            changes["item"] = self._item(new["item"])
        if "ticked" in new:
            changes["ticked"] = _ticked(new["ticked"])
        if told := _text(new, "told"):
            told_before = (await self.calls.get(user, identity)).told
            changes["told"] = tuple(dict.fromkeys((*told_before, told)))
        return changes

    def _item(self, number: Any) -> int | None:
        if number is None:
            return None
        if type(number) is not int or number not in {item.number for item in self.guide.items}:
            raise BadRequestError("no_item", "指南里没有这一项")
        return number


def _details(guide: Guide, number: int, day: date) -> dict[str, Any]:
    item = guide.item(number)
    return {"number": number, "page": item.page, **asdict(make.details(guide, number, When.on(day)))}


def _text(new: Mapping[str, Any], name: str) -> str:
    value = new.get(name)
    return privacy.mask(value.strip()) if isinstance(value, str) else ""


def _fragments(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadRequestError("bad_fragments", "fragments 应为文字的列表")
    return tuple(privacy.mask(one.strip()) for one in value if one.strip())[-_MOST_FRAGMENTS:]


def _ticked(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadRequestError("bad_ticked", "ticked 应为事实和值")
    try:
        Choices.of(None, value)
    except ValueError as error:
        raise BadRequestError("bad_ticked", "没有这种事实或值") from error
    return value


def _ended(user: int, call: Call, said: Live, outcome: str, text: str) -> EndedCall:
    facts: Sequence[tuple[str, Any]] = [(tick.fact, tick.value) for tick in said.ticks if tick.value is not None]
    return EndedCall(
        agent=user,
        seconds=round(time.time() - call.opened, 1),
        outcome=outcome,
        item=said.item,
        status=said.status,
        facts=dict(facts),
        prohibited=tuple(case.case for case in said.refused),
        told=call.told,
        summary=text,
    )


def _noticed(number: int, call: Call, said: Live, reason: str) -> Noticed:
    return Noticed(
        source="call",
        source_id=number,
        reason=reason,
        at=time.time(),
        channel="copilot",
        question=privacy.mask("，".join(call.fragments))[:_LONGEST_QUESTION],
        note=None,
        item=said.item,
        candidates=tuple(row.number for row in said.ranked if row.number != said.item),
        aspect="",
        person=None,
    )


def _turn(number: int, said: Live, outcome: str) -> Turn:
    """The call in the log of all channels: counted, without words, and without a time, as nobody waited for one."""
    status = _STATUS.get(outcome, "chitchat" if said.status == EMPTY else said.status)
    ranked = tuple(row.number for row in said.ranked)
    return Turn(time.time(), "copilot", status, said.item, ranked[:5], said.aspects, 0.0, "", f"call {number}")
