"""The pages: Jinja templates with everything escaped."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.web.words import filled, words
from knowledge.guide import Guide

_FOLDER = Path(__file__).with_name("pages")
_PAGES = Environment(
    loader=FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(name: str, guide: Guide, **values: object) -> str:
    """The page of that file on a guide. ``w`` are the sentences of the part of wording.yml that bears its name."""
    part = name.partition(".")[0]
    return _PAGES.get_template(name).render(
        guide=guide, w=SimpleNamespace(**filled(part, guide)), words=words(), **values
    )


def file(name: str) -> bytes:
    """A file that lies beside the templates."""
    return (_FOLDER / name).read_bytes()
