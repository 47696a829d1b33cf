"""What the message itself names and the sections asked for do not say: the sections of the item that do.

卡没激活行吗 asks about a condition, and what the guide says of it stands among the materials.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actions import sections as make
from actions.answer import Section
from actions.telling import own_words
from actions.when import When
from knowledge.guide import Guide
from knowledge.records import ServiceItem
from knowledge.text import squeeze

_WHERE = ("materials", "channel", "time_limit")


def mentioned(guide: Guide, item: ServiceItem, when: When, text: str, shown: Sequence[Section]) -> Iterator[Section]:
    """The sections, not shown yet, with a word of the message that few items use and that nothing shown holds."""
    said, already = squeeze(text), _text(shown)
    words = {word for word in own_words(guide)[item.number] if word in said and word not in already}
    for name in _WHERE if words else ():
        section = make.SECTIONS[name](guide, item, when)
        if any(word in _text([section]) for word in words):
            yield section


def _text(sections: Sequence[Section]) -> str:
    return squeeze("|".join(entry.text for section in sections for entry in section.entries))
