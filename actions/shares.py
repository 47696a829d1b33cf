"""Benefits printed by percentages: whose share is how much, and what it comes to where the wage is given."""

from __future__ import annotations

import re
from collections.abc import Iterator

import cn2an

from actions.amounts import wage_said
from actions.answer import Entry, Section
from actions.dates import COMPUTED
from actions.wording import say, title
from knowledge.authored import Share, Shares
from knowledge.guide import Guide
from knowledge.text import squeeze

_COUNT = r"([0-9一二两俩仨三四五六])个?"
_HOW_MANY = {"俩": 2, "仨": 3, "两": 2}


def shares(guide: Guide, number: int, text: str) -> Section | None:
    """The shares that the text names, all where it names none; None where the item has no such table."""
    rows = [row for row in guide.shares if row.item == number]
    if not rows:
        return None
    entries = (entry for row in rows for entry in _entries(guide, row, squeeze(text)))
    return Section("amount", title("amount"), tuple(entries))


def names_a_share(guide: Guide, number: int, text: str) -> bool:
    """Whether the text names one of the people whose share the guide prints for the item."""
    return any(_count(share, squeeze(text)) for row in guide.shares if row.item == number for share in row.shares)


def _entries(guide: Guide, row: Shares, said: str) -> Iterator[Entry]:
    counts = {share: count for share in row.shares if (count := _count(share, said))}
    facts = {"benefit": row.benefit, "base": row.base, "item": row.item, "page": guide.item(row.item).page}
    for share in counts or row.shares:
        yield Entry(say("share", guide, who=share.who, percent=share.percent, **facts))
    extra = any(word in said for word in row.extra.words)
    if not counts or extra:
        yield Entry(say("share_extra", guide, who=row.extra.who, percent=row.extra.percent))
    yield Entry(say("share_cap", guide, cap=row.cap))
    if counts and not extra and (wage := wage_said(said)):
        yield Entry(_computed(guide, counts, wage), kind=COMPUTED)


def _computed(guide: Guide, counts: dict[Share, int], wage: int) -> str:
    sums = {share: wage * share.percent * count // 100 for share, count in counts.items()}
    spoken = "；".join(
        say("share_sum", guide, who=share.who, count=counts[share], percent=share.percent, wage=wage, sum=money)
        for share, money in sums.items()
    )
    total = sum(sums.values())
    key = "share_capped" if total > wage else "share_computed"
    return say(key, guide, wage=wage, sums=spoken, total=total)


def _count(share: Share, said: str) -> int:
    """How many of these people the text names: as many as it says, one where it says no number, else none."""
    words = "|".join(sorted(share.words, key=len, reverse=True))
    if found := re.search(f"{_COUNT}(?:{words})", said):
        return _HOW_MANY.get(found[1]) or int(cn2an.cn2an(found[1], "smart"))
    return 1 if re.search(words, said) else 0
