"""Small pure helpers on Chinese text that more than one room needs."""

from __future__ import annotations

import re

MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"
_WIDE_GAP = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
_BLANK = re.compile(r"\s+")


def squeeze(text: str) -> str:
    """The text without any white space, for comparing what was wrapped differently."""
    return _BLANK.sub("", text)


def unwrap(text: str) -> str:
    """One line of running text: wraps and gaps between two Chinese characters go, others become one space."""
    return _BLANK.sub(" ", _WIDE_GAP.sub("", text)).strip()


def trim(text: str) -> str:
    """An entry without the punctuation that only closes it in a list."""
    return text.rstrip("；;。 ")
