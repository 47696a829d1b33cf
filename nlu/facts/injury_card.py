"""Whose work injury card is used to see a doctor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import Fact
from nlu.facts.grammar import lead
from nlu.facts.people import people
from nlu.facts.vocabulary import words

_TAKE = re.compile(r"拿|用|使|借|蹭|凭|顶|冒|刷|持")
_LENT = re.compile(
    r"非工伤(?:人员|职工|的)|(?:没|不是|没有|没定|没认定)[^，,。]{0,3}工伤[^。]{0,14}(?:用|拿|借|使)[^，,。]{0,8}(?:的|工伤)|(?:用|拿|借|使|蹭|持)(?:用|着)?(?:他|她|人家|别人|他人|朋友|同事|工友|师傅|邻居)|借(?:给|我|他|她|来|用|使|一下|个|人|了|别)|外借|冒(?:名|用|充)|顶(?:名|替)|蹭|替我看"
)
_MINE = re.compile(r"(?:我|俺|咱|本人|自己)(?:自己)?的?(?:那个?)?$")
_OTHERS = re.compile(r"(?:别人|人家|他|她|朋友|[^，,。]{0,4}家)(?:的|那)?(?:个)?$")
_THEIR_CARD = re.compile(
    r"(?:用|拿|借|使|蹭)(?:他|她|人家|别人|他人)(?:的|那)?(?:个)?(?:证|卡|本)|(?:那|的|他|她|这)(?:个|本)?(?:证|卡|本)(?!件|明|人|地)[^，,。]{0,3}我[^，,。]{0,4}(?:用|使|拿|去)"
)


def find(text: str) -> Iterator[Fact]:
    """Borrowed where the owner and the patient are different people."""
    lists = words("injury")
    for card in lists["card"].finditer(text):
        before, after = lead(text, card.start()), text[card.end() :]
        if not lists["use"].search(after) or lists["refused"].search(text) or lists["own_use"].search(after):
            continue
        if _of_another(before, after) or _by_another(text, before, after) or _LENT.search(text):
            yield Fact("injury_card", "borrowed", card[0])
            return
    if found := _THEIR_CARD.search(text):
        if lists["matter"].search(text) and not lists["refused"].search(text):
            yield Fact("injury_card", "borrowed", found[0])


def _of_another(before: str, after: str) -> bool:
    """我拿我哥的工伤证去看病."""
    owner = bool(re.search(r"(?:的|那)?(?:个)?$", before)) and bool(people(before[-6:]) or _OTHERS.search(before))
    return owner and _TAKE.search(before) is not None and not re.search(r"^[^，,。]{0,3}(?:给|让|陪)", after)


def _by_another(text: str, before: str, after: str) -> bool:
    """我媳妇拿我的工伤证看病; 拿我的工伤证给她看病."""
    mine = _MINE.search(before)
    if not mine or not _TAKE.search(before[: mine.start()] + after[:6]):
        return False
    user = people(before[: mine.start()])
    for_another = re.search(r"给(?:他|她|别人|人家|我?[^，,。]{0,4})(?:看|开|用|使|拿|住|治|报)", after)
    return bool(user) or for_another is not None
