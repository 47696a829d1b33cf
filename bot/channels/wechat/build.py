"""The channel put together from the settings: what is shared, what answers, what is forgotten."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from sanic import Blueprint

from bot.channels.wechat import receiver
from bot.channels.wechat.channel import DEADLINE_SECONDS, Channel
from bot.channels.wechat.desk import Answerer, Desk
from bot.channels.wechat.late import Late
from bot.channels.wechat.platform import Platform
from bot.channels.wechat.wording import say
from bot.sessions import server_secret
from bot.settings import Settings
from bot.store.board import Board, MemoryBoard
from bot.store.database import connect
from bot.store.messages import Messages
from knowledge.guide import Guide

Forget = Callable[[str], Awaitable[None]]


def board(settings: Settings) -> Board:
    """Redis where it is set, so that several processes can share it; else this process's memory."""
    if not settings.redis_url:
        return MemoryBoard()
    from bot.store.redis_board import RedisBoard

    return RedisBoard(settings.redis_url)


def blueprint(
    settings: Settings, guide: Guide, answer: Answerer, forget: Forget, deadline: float = DEADLINE_SECONDS
) -> Blueprint:
    """The channel's routes. ``answer`` gives the Answer to (text, person, day), ``forget`` ends a conversation."""
    shared, messages = board(settings), Messages(connect(settings.database()))
    may_call = settings.wechat_app_id and settings.wechat_app_secret
    platform = Platform(settings, shared) if may_call else None

    async def forget_all(person: str) -> None:
        await forget(person)
        await messages.forget(person)
        await messages.sweep()

    channel = Channel(
        server_secret(settings),
        shared,
        Desk(answer, messages, guide, settings.context_minutes),
        Late(platform, shared, messages),
        forget_all,
        (say("wait", guide), say("error", guide)),
        deadline,
    )
    return receiver.blueprint(receiver.Keys.of(settings), channel)
