"""Stretches of time in months as people say them: 一年零三个月, 不到一年, 差俩月满一年, 十个来月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts import Span
from nlu.facts.numbers import ANY, NUMBER, bounds

FOREVER = 600
_YEARS = (
    rf"(?:(?P<y>{NUMBER})(?P<yt>来|多|几)?(?:周)?年(?!级|纪|龄|前|底|初|度|轻|限|末|份|，?[0-9一二]+月份)"
    rf"(?P<yh>半)?(?:整)?)"
)
# 八月 is August: months are counted with 个, or by words that cannot name a month.
_MONTHS = (
    rf"(?:(?<!第)(?P<m>(?:{NUMBER}(?=(?:来|多)?个|来月|多月)|俩|仨|两|好几|(?<=[了好没])几))"
    rf"(?P<mt>来|多|几)?个?(?P<mq>来|多|半)?月(?!份|底|初|末|薪|工资|的?合同))"
)
# 一季度 is the first quarter of a year: quarters are counted with 个, or by words that cannot name one.
_QUARTERS = rf"(?<!第)(?P<q>{NUMBER}(?=个季)|俩|仨|两)个?季度?"
_AND_MONTHS = rf"(?:(?:零|又|加|外加|多)?{_MONTHS.replace('P<m', 'P<ym')})?"
_PLAIN = rf"(?:{_YEARS}{_AND_MONTHS}|(?P<half>半)(?:拉)?年|半个(?:来)?月|{_MONTHS}|{_QUARTERS})"
_LEAST, _ABOUT = r"(?P<least>至少|起码|最少)?", r"(?P<about>差不多|大约|大概|约莫?|也就|估计)?"
_NEAR, _MORE = r"(?P<near>快|将近|接近|近|眼看|奔|小)?", r"(?P<more>超过|超|多于|不止|不光|大于)?"
_LESS = (
    r"(?P<less>不到|不满|不足|未满|未到|没到|没满|没够|不够|没有|不及|少于|低于"
    r"|(?:没|不|未)(?:交|缴|干|上|做|参保|缴费|待|呆)?(?:了|得)?(?:够|满|到|足|上))?"
)
_AFTER = (
    r"(?P<after>(?:都|还|也)?(?:差点儿?|差一点)?"
    r"(?:没到|没满|没够|不到|不满|不够|没干满|没交满|没交够|没缴满|没上满|没干到|没交上|不足)"
    r"|多(?!少)|以上|以下|左右|上下|出头|开外|有余|往上|挂零|来的)?"
)
_EXACT = r"(?:满|够|整整?|刚好|正好|了|个)?"
_DURATION = re.compile(rf"{_LEAST}{_ABOUT}{_NEAR}{_LESS}{_MORE}{_EXACT}(?P<core>{_PLAIN}){_AFTER}")
# 几个月 that is asked for, though 交了 stands before it: 交了几个月在哪查.
_ASKED = re.compile(r"的?(?:在哪|上哪|去哪|到哪|搁哪|哪儿|怎么|咋|如何|能?查|[?？])")
_GAP = rf"(?P<gap>一点儿?|点儿?|几天|[0-9一二两三四五六七八九十来]+天|半拉?个?月|{_MONTHS})"
_REACHES = r"(?:就|才|没|不|还|未|能)*?(?:满|够|到|凑够|凑满|是|交满|干满|缴满|足)"
_STILL = r"(?:还|就|都|只|也就)*(?:差|缺|少)"
_SHORT_OF = re.compile(rf"(?:差|缺|少|还有|再有|再过){_GAP}{_REACHES}(?P<whole>[^，。！？]{{0,4}}?(?:年|月))")
_SHORT_FROM = re.compile(rf"(?:离|距)(?:交|缴|干)?(?:满|够)?(?P<whole>.{{1,6}}?(?:年|月))(?:整)?{_STILL}{_GAP}")
_WHOLE_SHORT = re.compile(rf"(?P<whole>{NUMBER}(?:周)?(?:年|个月)){_STILL}{_GAP}")
_RATE = re.compile(r"^(?:一|每)个?月$")


@dataclass(frozen=True)
class Duration:
    """A stretch of time with its place in the text."""

    span: Span
    start: int
    end: int
    words: str
    bounded: bool


def durations(text: str) -> Iterator[Duration]:
    """All of them, in order. ``bounded``: said against a limit (不到, 差…满) rather than counted."""
    taken: list[tuple[int, int]] = []
    for pattern in (_SHORT_OF, _SHORT_FROM, _WHOLE_SHORT):
        for found in pattern.finditer(text):
            if not _overlaps(found, taken) and (whole := _plain(found["whole"])):
                taken.append(found.span())
                yield Duration(_less(whole, _gap(found)), found.start(), found.end(), found[0], True)
    for found in _DURATION.finditer(text):
        if (
            not _overlaps(found, taken)
            and not _asked(text, found)
            and not _senseless(found)
            and not (_RATE.match(found["core"]) and _is_rate(text, found))
        ):
            bounded = bool(found["less"] or found["near"] or _falls_short(found["after"]))
            yield Duration(_span(found), found.start(), found.end(), found[0], bounded)


def _overlaps(found: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return any(found.start() < end and start < found.end() for start, end in taken)


def _senseless(found: re.Match[str]) -> bool:
    """Numerals that are no number: 八九十年."""
    return any(found[name] and bounds(found[name]) == ANY for name in ("y", "m", "ym", "q"))


def _asked(text: str, found: re.Match[str]) -> bool:
    """几个月 as a question: 能领几个月."""
    told = re.search(r"[了好没]$", text[: found.start("core")]) and not _ASKED.match(text, found.end())
    return found["core"].startswith("几") and not told


def _is_rate(text: str, found: re.Match[str]) -> bool:
    """一个月 as a rate: 一个月能领多少, not 交了一个月."""
    return not re.search(r"[了过满够到差才就只交缴干补]$", text[: found.start("core")]) or found["after"] == "多少"


def _plain(said: str) -> Span | None:
    found = re.search(_PLAIN, said)
    return _core(found) if found else None


def _core(found: re.Match[str]) -> Span:
    """The bare stretch, without what stands before and behind it."""
    if found["half"]:
        return Span(6, 6)
    if found["y"]:
        low, high = bounds(found["y"])
        least, most = 12 * low, 12 * high
        if found["yt"]:
            most += 11 if found["yt"] == "多" else 48
        if found["yh"]:
            least, most = least + 6, most + 6
        if found["ym"]:
            low, high = bounds(found["ym"])
            least, most = least + low, most + high
        return Span(least, most)
    if found["q"]:
        low, high = bounds(found["q"])
        return Span(3 * low, 3 * high)
    if found["m"]:
        least, most = bounds(found["m"])
        if "来" in (found["mt"], found["mq"]):
            least, most = least - 1, most + 1
        return Span(max(least, 0), most)
    return Span(0, 1)


def _span(found: re.Match[str]) -> Span:
    """The stretch with what is said around it."""
    core, after = _core(found), found["after"] or ""
    if found["less"] or _falls_short(after) or after == "以下":
        return Span(0, max(core.least - 1, 0))
    if found["more"] or after in ("以上", "开外", "往上"):
        return Span(core.least if after == "以上" and not found["more"] else core.least + 1, FOREVER)
    if found["least"]:
        return Span(core.least, FOREVER)
    if found["near"]:
        return Span(max(core.least * 5 // 6, 0), core.least - 1)
    if found["about"] or after in ("左右", "上下"):
        step = max(core.least // 6, 1)
        return Span(core.least - step, core.most + step)
    if after in ("多", "出头", "有余", "挂零"):
        return Span(core.least + 1, core.most + 11) if found["y"] and not found["ym"] else core
    return core


def _falls_short(after: str | None) -> bool:
    return bool(after and re.search(r"没|不", after))


def _gap(found: re.Match[str]) -> int:
    """The months that are lacking; days count as one."""
    return bounds(found["m"])[0] if found["m"] else 1


def _less(whole: Span, gap: int) -> Span:
    return Span(max(whole.least - gap, 0), max(whole.most - gap, 0))
