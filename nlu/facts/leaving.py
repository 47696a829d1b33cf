"""Why somebody is out of work: 自己辞的, 被裁, 厂子黄了, 合同到期, 欠薪被迫走."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import Fact
from nlu.facts.grammar import bygone, denied, lead
from nlu.facts.hits import hits
from nlu.facts.people import subject
from nlu.facts.vocabulary import words

_OTHERS = ("forced", "employer", "expired", "closed")


def find(text: str) -> Iterator[Fact]:
    """At most one fact: what is said last, where several are; nothing where they are compared."""
    lists = words("leaving")
    others = {value: list(hits(text, lists[value])) for value in _OTHERS}
    told = [found for some in others.values() for found in some]
    spans = [found.span() for some in ("forced", "employer") for found in others[some]]
    own = [
        found for found in lists["own_will"].finditer(text) if not _inside(found, spans) and "又不干" not in found[0]
    ]
    meant = [found for found in own if not denied(text, found.start()) and not bygone(text, found)]
    meant = _of_the_asker(text, meant, told)
    meant = [found for found in meant if not (told and text[found.end() : found.end() + 1] == "过")]
    reason = next((value for value in _OTHERS if others[value]), None)
    if meant and reason in ("employer", "expired") and lists["compare"].search(text):
        return
    if meant and not _only_on_paper(text, meant, reason) and _outweighs(meant, reason, others):
        yield Fact("leaving", "own_will", meant[-1][0])
    elif reason:
        yield Fact("leaving", reason, others[reason][-1][0])
    elif any(denied(text, found.start()) for found in own):
        yield Fact("leaving", "other", next(found for found in own if denied(text, found.start()))[0])


def _inside(found: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(found.start() < end and start < found.end() for start, end in spans)


def _of_the_asker(text: str, own: list[re.Match[str]], others: list[re.Match[str]]) -> list[re.Match[str]]:
    """Without what a relative did, where another reason is told of the speaker."""
    mine = any(subject(text, found.start()) is None for found in others)
    return [found for found in own if not (mine and subject(text, found.start()) is not None)]


def _only_on_paper(text: str, own: list[re.Match[str]], reason: str | None) -> bool:
    """Written down as own will, but told otherwise: 单子上写的个人原因，其实是公司裁的."""
    paper, contrast = words("leaving")["paper"], words("leaving")["contrast"]
    written = all(paper.search(lead(text, found.start()) + found[0][: max(found[0].find("自"), 0)]) for found in own)
    return written and (reason is not None or contrast.search(text) is not None)


def _outweighs(own: list[re.Match[str]], reason: str | None, others: dict[str, list[re.Match[str]]]) -> bool:
    """Own will holds against a firm that closed; against a dismissal only if it is said later."""
    if reason == "forced":
        return False
    return reason in (None, "closed", "expired") or own[-1].start() > others[str(reason)][-1].start()
