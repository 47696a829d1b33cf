"""Pages and files for browsers: compressed, with a tag, and under a policy without anything inline."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property

from sanic.request import Request
from sanic.response import HTTPResponse, raw

_SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
_KEPT = "public, max-age=300"


@dataclass(frozen=True)
class Asset:
    """A script or style sheet that does not change while the server runs."""

    body: bytes
    kind: str

    @cached_property
    def small(self) -> bytes:
        """The body compressed."""
        return gzip.compress(self.body, 9, mtime=0)

    @cached_property
    def tag(self) -> str:
        """What changes when the body does."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'

    def response(self, request: Request) -> HTTPResponse:
        """304 where the browser has it; compressed where it can read that."""
        headers = {**_SAFE, "ETag": self.tag, "Cache-Control": _KEPT, "Vary": "Accept-Encoding"}
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if request.headers.get("if-none-match") == self.tag:
            return HTTPResponse(status=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return raw(self.small, headers={**headers, "Content-Encoding": "gzip"}, content_type=self.kind)
        return raw(self.body, headers=headers, content_type=self.kind)


def page(html: str, frames: str = "'self'", status: int = 200) -> HTTPResponse:
    """A page that may load only what is ours, send forms only to us, and be framed only by ``frames``."""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        f"form-action 'self'; base-uri 'none'; frame-ancestors {frames}; require-trusted-types-for 'script'"
    )
    headers = {**_SAFE, "Content-Security-Policy": policy, "Cache-Control": "no-store"}
    return HTTPResponse(html, status=status, headers=headers, content_type="text/html; charset=utf-8")
