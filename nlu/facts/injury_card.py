"""Whose work injury card is used to see a doctor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import Fact
from nlu.facts.grammar import lead
from nlu.facts.people import people
from nlu.facts.vocabulary import words

_TAKE = re.compile(r"拿|挂|用|使|借|蹭|凭|顶|冒|刷|持")
_MINE = re.compile(r"(?:我|俺|咱|本人|自己)(?:自己)?的?(?:那个?)?$")
_OTHERS = re.compile(r"(?:别人|人家|他|她|朋友|[^，,。]{0,4}家)(?:的|那)?(?:个)?$")


def find(text: str) -> Iterator[Fact]:
    """Borrowed where the owner and the patient are different people."""
    lists = words("injury")
    for card in lists["card"].finditer(text):
        before, after = lead(text, card.start()), text[card.end() :]
        if not lists["use"].search(after) or lists["refused"].search(text) or lists["own_use"].search(after):
            continue
        if _of_another(before, after) or _by_another(text[: card.start()], before, after) or lists["lent"].search(text):
            yield Fact("injury_card", "borrowed", card[0])
            return
    if own := lists["given_up"].search(text):
        yield Fact("injury_card", "own", own[0])
        return
    found = lists["their_card"].search(text)
    if found and lists["matter"].search(text) and not lists["refused"].search(text):
        yield Fact("injury_card", "borrowed", found[0])


def _of_another(before: str, after: str) -> bool:
    """我拿我哥的工伤证去看病."""
    owner = bool(re.search(r"(?:的|那)?(?:个)?$", before)) and bool(people(before[-6:]) or _OTHERS.search(before))
    return owner and _TAKE.search(before) is not None and not re.search(r"^[^，,。]{0,3}(?:给[他她]|让|陪)", after)


def _by_another(told: str, before: str, after: str) -> bool:
    """我媳妇拿我的工伤证看病; 拿我的工伤证给她看病."""
    mine = _MINE.search(before)
    if not mine or not _TAKE.search(before[: mine.start()] + after[:6]):
        return False
    for_another = re.search(r"给(?:他|她|别人|人家|我?[^，,。]{0,4})(?:看|开|用|使|拿|住|治|报)", after)
    return bool(people(told.removesuffix(mine[0]))) or for_another is not None
