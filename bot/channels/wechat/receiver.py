"""``/webhooks/wechat``: GET proves that the address is ours, POST brings messages."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, text

from bot.channels.api import LARGEST_BODY, BadRequestError
from bot.channels.wechat import envelope, verify
from bot.channels.wechat.channel import Channel
from bot.channels.wechat.message import MalformedError, Message, fields, message, text_reply
from bot.channels.wechat.verify import ForgedError
from bot.settings import Settings

LOGGER = logging.getLogger("qingfeng.wechat")
DONE = "success"


@dataclass(frozen=True)
class Keys:
    """What proves and opens a request."""

    token: str
    app_id: str
    aes: tuple[bytes, ...]

    @classmethod
    def of(cls, settings: Settings) -> Keys:
        """The keys in the settings. Raises ValueError with the remedy for a key that cannot be one."""
        aes = (settings.wechat_aes_key, settings.wechat_aes_key_previous)
        keys = tuple(envelope.aes_key(key) for key in aes if key)
        if keys and not settings.wechat_app_id:
            raise ValueError("设了 QINGFENG_WECHAT_AES_KEY 就要设 QINGFENG_WECHAT_APP_ID；请从公众平台“基本配置”里复制")
        return cls(settings.wechat_token or "", settings.wechat_app_id or "", keys)


def blueprint(keys: Keys, channel: Channel) -> Blueprint:
    """The two routes."""
    wechat = Blueprint("wechat", url_prefix="/webhooks")

    @wechat.get("/wechat")
    async def echo(request: Request) -> HTTPResponse:
        query = _query(request)
        try:
            verify.check(query, keys.token, time.time())
        except ForgedError as error:
            raise _refused(error) from error
        return text(query.get("echostr", ""))

    @wechat.post("/wechat")
    async def receive(request: Request) -> HTTPResponse:
        if len(request.body) > LARGEST_BODY:
            raise BadRequestError("too_large", "请求太大", 413)
        query = _query(request)
        try:
            sent, key = _open(query, request.body, keys)
            reply = await channel.receive(sent, query["timestamp"], query["nonce"])
        except ForgedError as error:
            raise _refused(error) from error
        except MalformedError as error:
            raise BadRequestError("not_a_message", "不是公众平台的消息") from error
        except asyncio.CancelledError:  # the platform hung up; the job goes on for the next try
            return text(DONE)
        return _answer(sent, reply, key, keys)

    async def stop(*_: object) -> None:
        await channel.stop()

    wechat.listener(stop, "before_server_stop")
    return wechat


def _query(request: Request) -> dict[str, str]:
    return {name: values[0] for name, values in request.args.items()}


def _open(query: dict[str, str], body: bytes, keys: Keys) -> tuple[Message, bytes | None]:
    """The verified message, and the key it was encrypted with. Nothing is read before the signature is right."""
    if query.get("encrypt_type") != "aes" or not keys.aes:
        verify.check(query, keys.token, time.time())
        return message(fields(body)), None
    try:
        encrypted = fields(body).get("Encrypt", "")
    except MalformedError:
        encrypted = ""  # the signature decides what it is
    verify.check(query, keys.token, time.time(), encrypted)
    opened = envelope.unseal(encrypted, keys.aes, keys.app_id)
    return message(fields(opened.xml)), opened.key


def _answer(sent: Message, reply: str, key: bytes | None, keys: Keys) -> HTTPResponse:
    if not reply:
        return text(DONE)
    stamp = str(int(time.time()))
    xml = text_reply(sent, reply, stamp)
    if key:
        xml = envelope.seal(xml, key, keys.app_id, keys.token, stamp)
    return text(xml, content_type="application/xml; charset=utf-8")


def _refused(error: ForgedError) -> BadRequestError:
    LOGGER.warning("refused: %s", error)
    return BadRequestError("forbidden", "不是公众平台发来的请求", 403)
