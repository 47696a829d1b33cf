"""The little grammar that word lists cannot hold: clauses, negation, time, and who is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What ends a clause, inside a character class.
STOPS = r"，,。;；！!？?：:、\s"
_CLAUSE = re.compile(rf"[^{STOPS}]+")
_DENIED = re.compile(
    r"(?:(?<!是)不是|并非|又非|不算|不属于|非(?!得|要))[^，,。;；！!？?\s]{0,3}$|(?:没有?|未|别)(?:主动|自己|想|敢|要|说|提|打算|真|曾)?$"
)
_ASKED = re.compile(r"(?:是不是|有没有|算不算|要不是)[^，,。;；！!？?\s]{0,3}$")
_BEFORE = re.compile(
    r"头几年|头些年|老早|早几年|[0-9一二两三四五六七八九十几]年前|那时候|以前|之前|早先|早年|先前|上次|上回|上一份|上一家|上家|头一份|头一家|前一家|前些年|前几年|原来|原先|过去|曾经|那年|当年"
)
_NOW = re.compile(r"这次|这回|这家|这份|这一回|这一次|现在|后来|如今|眼下|今年|这阵|这把|这个")


def clauses(text: str) -> Iterator[re.Match[str]]:
    """The clauses of the text, with their places."""
    return _CLAUSE.finditer(text)


def clause_at(text: str, place: int) -> str:
    """The clause that holds that place."""
    return next((one[0] for one in clauses(text) if one.start() <= place < one.end()), "")


def lead(text: str, place: int) -> str:
    """What stands before that place in its clause."""
    return next((text[one.start() : place] for one in clauses(text) if one.start() <= place < one.end()), "")


def denied(text: str, place: int) -> bool:
    """Whether what begins there is denied: 不是我自己辞的. A question (是不是自己辞的) denies nothing."""
    before = lead(text, place)
    if text[place] in "是有":
        before += text[place]
    return _DENIED.search(before) is not None and _ASKED.search(before) is None


def bygone(text: str, found: re.Match[str]) -> bool:
    """Whether it is told of an earlier time, and something else of now: 以前辞过，这次是裁的."""
    earlier = _BEFORE.search(lead(text, found.start()) + found[0])
    return earlier is not None and _NOW.search(text, found.end()) is not None
