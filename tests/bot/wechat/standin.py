"""A stand-in for the platform: delivers messages with its retries, and speaks the customer-service interface."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from tests.bot.wechat.protocol import Account, Post, fields, post, resigned, shown, xml

CUT_SECONDS, TRIES = 5.0, 3


@dataclass
class StandIn:
    """Sends to the addresses in turn, as a balancer does, and to the next one where one is gone."""

    account: Account
    addresses: list[str]
    cut: float = CUT_SECONDS
    http: httpx.AsyncClient = field(
        # Plain HTTP: reading the system's certificates for each would take longer than most tests.
        default_factory=lambda: httpx.AsyncClient(timeout=30, limits=httpx.Limits(max_connections=None), verify=False)
    )
    late: int = 0
    waits: list[float] = field(default_factory=list)
    _turn: int = 0

    async def say(self, text: str, sender: str = "oPerson") -> str:
        """What a person sees who sends a text."""
        return await self.send(fields("text", sender, Content=text))

    async def event(self, name: str, sender: str = "oPerson", **more: str) -> str:
        return await self.send(fields("event", sender, Event=name, **more))

    async def send(self, message: dict[str, str], cut_first: float | None = None) -> str:
        """Up to three tries, each cut after five seconds. ``cut_first`` cuts the first one earlier, reply or not."""
        sent = post(self.account, xml(message))
        for number in range(TRIES):
            cut = self.cut if number or cut_first is None else cut_first
            reply = await self.once(sent, cut)
            if reply is not None and not (number == 0 and cut_first is not None):
                return reply
            sent = resigned(self.account, sent) if number else sent
        self.late += 1
        return "该公众号提供的服务出现故障，请稍后再试"

    async def forward(self, sent: Post) -> httpx.Response:
        """One delivery just as it is, without retries."""
        return await self.http.post(f"{self.addresses[0]}/webhooks/wechat", params=sent.query, content=sent.body)

    async def once(self, sent: Any, cut: float) -> str | None:
        """One try; None where it was cut or refused to connect."""
        self._turn += 1
        for n in range(len(self.addresses)):
            address = f"{self.addresses[(self._turn + n) % len(self.addresses)]}/webhooks/wechat"
            began = time.perf_counter()
            try:
                async with asyncio.timeout(cut):
                    reply = await self.http.post(address, params=sent.query, content=sent.body)
            except TimeoutError:
                return None
            except httpx.TransportError:
                continue
            self.waits.append(time.perf_counter() - began)
            return shown(self.account, reply.content) if reply.status_code == 200 else None
        return None


class Api:
    """The platform's own interface on loopback. ``refuse`` holds the errcodes of the next calls."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        self.tokens = 0
        self.refuse: list[int] = []
        self.menu: dict[str, Any] | None = None
        self.calls = 0

    def answer(self, path: str, query: dict[str, list[str]], body: bytes) -> dict[str, Any]:
        if path == "/cgi-bin/token":
            if query.get("secret") != ["secret"]:
                return {"errcode": 40125, "errmsg": "invalid appsecret"}
            self.tokens += 1
            return {"access_token": f"token-{self.tokens}", "expires_in": 7200}
        self.calls += 1
        if self.refuse:
            return {"errcode": self.refuse.pop(0), "errmsg": "refused"}
        if query.get("access_token") != [f"token-{self.tokens}"]:
            return {"errcode": 40001, "errmsg": "invalid credential"}
        if path == "/cgi-bin/message/custom/send":
            data = json.loads(body)
            self.sent.append((data["touser"], data["text"]["content"]))
        elif path == "/cgi-bin/menu/create":
            self.menu = json.loads(body)
        elif path == "/cgi-bin/get_current_selfmenu_info":
            return {"is_menu_open": int(self.menu is not None), "selfmenu_info": self.menu or {}}
        return {"errcode": 0, "errmsg": "ok"}

    def __enter__(self) -> Api:
        api = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._reply()

            def do_POST(self) -> None:
                self._reply()

            def _reply(self) -> None:
                parts = urlsplit(self.path)
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                data = json.dumps(api.answer(parts.path, parse_qs(parts.query), body)).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
