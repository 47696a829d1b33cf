"""An item as the guide prints it, rebuilt from the data alone. Fidelity is proved against this."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.importer.kinds import WORDS
from knowledge.records import Channel, Material, ServiceItem


def printed(item: ServiceItem) -> str:
    """The item in the guide's own form, line by line."""
    n = item.number
    return "\n".join(
        [
            f"{n}. {item.title}",
            *item.conditions,
            f"{n}.1 需提供要件：",
            *([item.no_materials] if item.no_materials else _materials(item.materials)),
            f"{n}.2 办理路径：",
            *(line for channel in item.channels for line in _channel(channel)),
            f"{n}.3 办理时限：" + "\n".join(item.time_limit.lines),
            f"{n}.4 温馨提示：" + "\n".join(f"{tip.mark or ''}{tip.text}" for tip in item.tips),
        ]
    )


def _materials(materials: tuple[Material, ...]) -> Iterator[str]:
    group: str | None = None
    for material in materials:
        inline = material.group and material.text.startswith(f"{material.group}：")
        if material.group and not inline and material.group != group:
            group = material.group
            yield f"{group}："
        yield f"{material.mark or ''}{material.text}"
        yield from _materials(material.nested)


def _channel(channel: Channel) -> Iterator[str]:
    word = WORDS.get(channel.kind)
    yield f"{channel.mark or ''}{word + '：' if word else ''}{channel.text}"
    yield from (f"{place.mark or ''}{place.name}" for place in channel.places)
    if channel.url:
        yield channel.url
