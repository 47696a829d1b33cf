"""Which pages may talk to the server: our own, and the websites that are allowed to embed the widget."""

from __future__ import annotations

from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.api import BadRequestError
from bot.web.words import words


class Origins:
    """The allow-list. An origin is scheme, host and port, as a browser sends it."""

    def __init__(self, listed: str) -> None:
        self._listed = frozenset(one.strip().rstrip("/").lower() for one in listed.split(",") if one.strip())

    def of(self, request: Request) -> str:
        """The origin of the page that asks: empty for our own and for programs; refused where it is not allowed."""
        origin = request.headers.get("origin", "").lower()
        if not origin or self._own(origin, request):
            return ""
        if origin not in self._listed:
            raise BadRequestError("origin_refused", words()["problems"]["origin"], 403)
        return origin

    async def share(self, request: Request, response: HTTPResponse) -> None:
        """Lets an allowed page read the response; no cookies, ever."""
        response.headers["Vary"] = "Origin"
        origin = request.headers.get("origin", "")
        if origin.lower() in self._listed:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
            response.headers["Access-Control-Allow-Methods"] = "GET, POST"
            response.headers["Access-Control-Max-Age"] = "600"

    @property
    def frames(self) -> str:
        """The pages that may show ours in a frame, as a Content-Security-Policy says it."""
        return " ".join(("'self'", *sorted(self._listed)))

    def _own(self, origin: str, request: Request) -> bool:
        """The browser's Host is the page's own. The scheme is left open: a proxy in front may have ended TLS."""
        return origin.partition("://")[2] == request.headers.get("host", "-").lower()
