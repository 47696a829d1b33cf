"""Benefits by level of disability: the guide's months for the level that is said, computed where the wage is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import cn2an

from actions.answer import Entry, Section
from actions.dates import COMPUTED
from actions.wording import say, title
from knowledge.authored import Benefit
from knowledge.guide import Guide
from knowledge.text import squeeze

_LEVEL = re.compile(r"(?<![0-9])(10|[1-9]|[一二三四五六七八九十])级")
_WAGE = re.compile(
    r"(?:工资|月薪|薪水|一个?月(?:开|挣|拿|发)?|每月(?:开|挣|拿|发)?)[^0-9一二三四五六七八九]{0,4}([0-9]{3,6}|[一二三四五六七八九]千[一二三四五六七八九]?百?)"
)
_LEVELS = "一二三四五六七八九十"


def amounts(guide: Guide, number: int, text: str) -> Section | None:
    """What the guide gives for the level that the text says; None where it says none or the item has no such table."""
    said = squeeze(text)
    level = _number(_LEVEL, said)
    if level is None or all(benefit.item != number for benefit in guide.benefits):
        return None
    entries = (entry for benefit in guide.benefits for entry in _entries(guide, benefit, level, said))
    return Section("amount", title("amount"), tuple(entries))


def _entries(guide: Guide, benefit: Benefit, level: int, said: str) -> Iterator[Entry]:
    named, months = _LEVELS[level - 1], benefit.levels.get(level)
    facts = {"benefit": benefit.benefit, "level": named, "months": months, "item": benefit.item, "page": benefit.page}
    if months is None:
        yield Entry(say("amount_silent", guide, **facts))
        return
    yield Entry(say("amount_months", guide, **facts, base=benefit.base or ""))
    if wage := wage_said(said):
        key = "amount_computed" if benefit.base else "amount_no_base"
        yield Entry(say(key, guide, **facts, wage=wage, total=months * wage), kind=COMPUTED)


def wage_said(said: str) -> int | None:
    """The monthly wage that a squeezed text gives."""
    return _number(_WAGE, said)


def _number(pattern: re.Pattern[str], said: str) -> int | None:
    found = pattern.search(said)
    return int(cn2an.cn2an(found[1], "smart")) if found else None
