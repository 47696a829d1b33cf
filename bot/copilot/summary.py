"""What was done in a call, for the ticket: item, facts, what was told, what is open. None of the caller's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.copilot.live import Live
from bot.copilot.ticks import Tick, value_label
from bot.copilot.words import words
from knowledge.guide import Guide


def summary(guide: Guide, live: Live, told: Sequence[str]) -> str:
    """The lines, from wording and the guide alone. Pure."""
    return "\n".join(_lines(guide, live, told))


def _lines(guide: Guide, live: Live, told: Sequence[str]) -> Iterator[str]:
    say = words("console.yml")["summary"]
    if live.item is None:
        yield say["no_item"].format(status=words("console.yml")["statuses"].get(live.status, ""))
    else:
        item = guide.item(live.item)
        yield say["item"].format(number=item.number, title=item.title, page=item.page)
    known = [tick for tick in live.ticks if tick.value is not None]
    if known:
        yield say["facts"].format(facts=say["joint"].join(_fact(tick) for tick in known))
    yield from (say["refused"].format(case=case.case, plain=case.plain) for case in live.refused)
    if told:
        yield say["told"].format(texts=say["and"].join(say["texts"][name] for name in told if name in say["texts"]))
    open_ = [tick.label for tick in live.ticks if tick.open]
    if open_ and not live.refused:
        yield say["open"].format(labels=say["and"].join(open_))
    elif live.ask and not live.refused and live.item is None:
        yield say["asking"].format(question=live.ask.text)
    if live.item is not None:
        yield say["source"].format(guide=guide.centre.guide, page=guide.item(live.item).page)


def _fact(tick: Tick) -> str:
    return f"{tick.label}：{value_label(tick.fact, tick.value)}"
