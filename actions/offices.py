"""Which office is meant: the district, town or name that the message says."""

from __future__ import annotations

from knowledge.guide import Guide
from knowledge.records import Office
from knowledge.text import squeeze


def said(guide: Guide, text: str) -> tuple[Office, ...]:
    """The offices that the text names, by full name or by a word of the centre's list; none if none."""
    words = squeeze(text)
    named = {row.office for row in guide.centre.office_words if any(word in words for word in row.words)}
    return tuple(office for office in guide.offices if office.number in named or squeeze(office.name) in words)
