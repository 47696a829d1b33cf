"""The HTTP API: ``POST /api/v1/ask``."""

from __future__ import annotations

import json
import logging
from datetime import date
from typing import TYPE_CHECKING, Any

from sanic import Blueprint, Sanic
from sanic.exceptions import ServiceUnavailable
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from actions import guide
from actions.wording import say
from bot.sessions import Sessions

if TYPE_CHECKING:
    from bot.assistant import Assistant

LOGGER = logging.getLogger("qingfeng.api")
LARGEST_BODY = 64 * 1024
_GONE = "Cancelled"  # what Sanic says where a client hung up while it was being answered


class BadRequestError(ValueError):
    """A request that cannot be understood; ``code`` is for programs, the text for people."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code, self.message, self.status = code, message, status


def blueprint(assistant: Assistant, sessions: Sessions) -> Blueprint:
    """The API's routes on an assistant."""
    api = Blueprint("api", url_prefix="/api/v1")

    @api.post("/ask")
    async def ask(request: Request) -> HTTPResponse:
        text, token = _parts(request.body)
        sender = sessions.read(token) if token else None
        if token and not sender:
            raise BadRequestError("session_invalid", "会话无效或已过期，请不带 session 重新开始", 401)
        token, sender = sessions.issue(sender)
        answer = await assistant.ask(text, sender, date.today())
        return json_of({"session": token, "answer": answer})

    return api


def answer_errors(app: Sanic) -> None:
    """Every failure is JSON with a right status code; the details go to the log, without the message."""

    async def failed(request: Request, error: Exception) -> HTTPResponse:
        if isinstance(error, BadRequestError):
            return _error(error.code, error.message, error.status)
        if isinstance(error, ServiceUnavailable) and str(error) == _GONE:
            return _error("gone", "请求已取消", 503)  # nobody reads it: the browser has asked anew
        status = getattr(error, "status_code", 500)
        if status < 500:
            return _error("not_found" if status == 404 else "bad_request", "没有这个地址或方法", status)
        LOGGER.error("%s %s: %s", request.method, request.path, type(error).__name__, exc_info=error)
        return _error("internal", say("error", guide.current()), 500)

    app.error_handler.add(Exception, failed)


def _parts(body: bytes) -> tuple[str, str | None]:
    if len(body) > LARGEST_BODY:
        raise BadRequestError("too_large", "请求太大", 413)
    try:
        data = json.loads(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadRequestError("not_utf8", "请求不是 UTF-8 编码") from error
    except json.JSONDecodeError as error:
        raise BadRequestError("not_json", "请求不是 JSON") from error
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise BadRequestError("no_text", "请求里要有文字字段 text")
    token = data.get("session")
    if token is not None and not isinstance(token, str):
        raise BadRequestError("session_invalid", "session 应为文字")
    return data["text"], token


def json_of(data: dict[str, Any], status: int = 200) -> HTTPResponse:
    """Data as JSON, Chinese as it is."""
    return json_response(data, status=status, dumps=_dumps)


def _error(code: str, message: str, status: int) -> HTTPResponse:
    return json_of({"error": {"code": code, "message": message}}, status)


def _dumps(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)
