"""The section 需提供要件."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.importer.entries import Entry, entries
from knowledge.importer.kinds import KINDS
from knowledge.records import ChannelKind, Material

_SOURCE = re.compile(r"（资料来源：([^）]+)）")
_CHANNEL = re.compile(rf"^({'|'.join(KINDS)})(?:理)?")
_GROUP = re.compile(r"^([^：。；，（]{2,12})：")
_NONE = "无需提供材料"


def materials(lines: Sequence[str]) -> tuple[tuple[Material, ...], str | None]:
    """The materials, or none and the guide's sentence that says so."""
    read = entries(lines)
    if len(read) == 1 and read[0].mark is None and read[0].text.startswith(_NONE):
        return (), read[0].text
    found: list[Material] = []
    for entry in read:
        if entry.nested:
            found[-1] = replace(found[-1], nested=(*found[-1].nested, _material(entry)))
        else:
            found.append(_material(entry))
    return tuple(found), None


def _material(entry: Entry) -> Material:
    channel: ChannelKind | None = None
    group = entry.group
    if way := _CHANNEL.match(entry.text):
        channel = KINDS[way[1]]
    elif inline := _GROUP.match(entry.text):
        group = group or inline[1]
    sources = tuple(_SOURCE.findall(entry.text))
    return Material(entry.text, entry.mark, group, channel, sources)
