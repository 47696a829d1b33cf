"""The section 办理路径. Marks inside ``①窗口办：①…②…`` number places, not channels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.importer.kinds import KINDS
from knowledge.records import Channel, Place
from knowledge.text import MARKS, unwrap

_KIND = re.compile(rf"^(?:([{MARKS}])\s*)?({'|'.join(KINDS)})[：:]\s*(.*)$", re.DOTALL)
_PLACE = re.compile(rf"^([{MARKS}])(.*)$", re.DOTALL)
_URL = re.compile(r"\s*(https?://\S+)$")


def channels(lines: Sequence[str]) -> tuple[Channel, ...]:
    """The channels in their printed order."""
    found: list[Channel] = []
    for line in (text.strip() for text in lines):
        if opened := _KIND.match(line):
            found.append(_opened(opened[1], opened[2], opened[3]))
        elif found and found[-1].kind == "window" and (place := _PLACE.match(line)):
            found[-1] = replace(found[-1], places=(*found[-1].places, Place(place[2], place[1])))
        elif found:
            found[-1] = _continued(found[-1], line)
        else:
            found.append(Channel("other", line))
    return tuple(_with_url(channel) for channel in found)


def _opened(mark: str | None, word: str, rest: str) -> Channel:
    kind = KINDS[word]
    if place := _PLACE.match(rest):
        return Channel(kind, "", mark, (Place(place[2], place[1]),))
    return Channel(kind, rest, mark)


def _continued(channel: Channel, line: str) -> Channel:
    if channel.places:
        last = channel.places[-1]
        return replace(channel, places=(*channel.places[:-1], replace(last, name=last.name + line)))
    return replace(channel, text=f"{channel.text}\n{line}")


def _with_url(channel: Channel) -> Channel:
    found = _URL.search(channel.text)
    text = unwrap(channel.text[: found.start()] if found else channel.text)
    return replace(channel, text=text, url=found[1] if found else None)
