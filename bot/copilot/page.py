"""The copilot's pages: Jinja templates of bot/web/copilot with everything escaped, and the files beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sanic.response import HTTPResponse

from bot.channels import pages
from bot.copilot.access import MAY
from bot.copilot.words import FOLDER, words
from bot.store.users import User

_KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_PAGES = Environment(
    loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
# What stands in the navigation: the part's name in wording.yml, its address, who may open it.
PARTS = (
    ("console", "/copilot/", "agent"),
    ("review", "/copilot/review", "expert"),
    ("insights", "/copilot/insights", "manager"),
    ("audit", "/copilot/audit", "manager"),
)


def render(file: str, user: User | None, here: str = "", **values: Any) -> str:
    """The page of that file. It knows ``user``, ``parts`` (its navigation), ``here``, ``words`` and ``values``."""
    seen = MAY[user.role] if user else frozenset()
    parts = [(part, address) for part, address, role in PARTS if role in seen]
    return _PAGES.get_template(file).render(user=user, parts=parts, here=here, words=words(), **values)


def shown(file: str, user: User | None, here: str = "", status: int = 200, **values: Any) -> HTTPResponse:
    """The response with that page; nobody may frame it."""
    return pages.page(render(file, user, here, **values), "'none'", status)


def home(role: str) -> str:
    """Where a role goes after the login."""
    return {"agent": "/copilot/", "expert": "/copilot/review", "manager": "/copilot/insights"}[role]


def files() -> Mapping[str, pages.Asset]:
    """Scripts, style sheets and pictures by name, read once."""
    found = (path for path in FOLDER.iterdir() if path.suffix in _KINDS)
    return {path.name: pages.Asset(path.read_bytes(), _KINDS[path.suffix]) for path in found}
