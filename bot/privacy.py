"""Personal data in a message: masked before anything is stored, logged or understood."""

from __future__ import annotations

import re
from unicodedata import normalize

MASK = "＊＊＊"
# Longest first: an identity number holds what looks like a card, a card what looks like a telephone.
PATTERNS = (
    re.compile(r"(?<![\dA-Za-z])\d{6}[\s-]?\d{4}[\s-]?\d{2}[\s-]?\d{2}[\s-]?\d{3}[\dXx](?![\dA-Za-z])"),
    re.compile(r"(?<!\d)\d{4}(?:[\s-]?\d{4}){3}(?:[\s-]?\d{1,3})?(?!\d)"),
    re.compile(r"(?<!\d)\d{15}(?!\d)"),
    re.compile(r"(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)"),
)
NAME = re.compile(r"((?:我|本人)(?:名字)?叫|姓名(?:是|[:：]))([一-龥]{2,3})(?=[，。,.;；\s]|今年|$)")


def mask(text: str) -> str:
    """The text with identity, card and mobile numbers, and names that are given as such, masked."""
    digits = "".join(normalize("NFKC", c) if c.isdigit() else c for c in text)
    for pattern in PATTERNS:
        digits = pattern.sub(MASK, digits)
    return NAME.sub(rf"\1{MASK}", digits)
