"""What a card is made of. All are frozen; as JSON data they are what the widget's script draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.render.links import Part


@dataclass(frozen=True)
class Line:
    """One statement. ``way`` is the kind of channel or that it is computed, ``mine`` that the citizen's case is it.

    ``under`` is set for one that belongs to the line before it.
    """

    parts: tuple[Part, ...]
    way: str = ""
    source: str = ""
    under: bool = False
    mine: bool = False


@dataclass(frozen=True)
class Group:
    """Lines that hold for one kind of applicant; ``name`` is empty where they hold for all."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Block:
    """A section. ``tone`` is how loud it is: refuse, stop, must, say or plain; ``tick``: a list to tick off."""

    aspect: str
    title: str
    tone: str
    asked: bool
    tick: bool
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Card:
    """A whole answer as it is shown. ``said`` are the citizen's own words that mattered.

    ``replies`` are what may be answered to the question ``ask``, ``options`` what may be asked next.
    """

    status: str
    title: str
    said: tuple[str, ...]
    blocks: tuple[Block, ...]
    ask: str
    replies: tuple[Mapping[str, str], ...]
    options: tuple[Mapping[str, str], ...]
    phones: tuple[Mapping[str, str], ...]
    source: str
    also: tuple[Card, ...]
    text: str
