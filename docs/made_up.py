"""Fills an empty database with accounts and made-up turns, so that the pages for the staff have something to show.

``QINGFENG_VAR=/tmp/shown .venv/bin/python docs/made_up.py``, then ``make run`` with the same variable and
``make screenshots``. The figures are invented; nobody said any of it.
"""

from __future__ import annotations

import asyncio
import random
import time
from datetime import datetime, timedelta
from typing import Any

from bot.copilot import passwords
from bot.settings import Settings
from bot.store import database
from bot.store.feedback import Feedback, Opinion
from bot.store.review import Decision, Review
from bot.store.turnlog import Turn, TurnLog
from bot.store.users import Users

PASSWORD = "made-up-password"  # noqa: S105 - of a database that only pictures are taken of
STAFF = (("坐席01", "agent"), ("专家01", "expert"), ("主管01", "manager"))
# What is asked how often, and the item that answers it.
ASKED = (
    (("失业金怎么领", "下岗钱咋领", "被裁了能领失业金不"), 28, 30),
    (("社保卡丢了怎么补办", "社保卡丢了补办要带啥", "补社保卡几天能好"), 80, 26),
    (("养老认证怎么弄", "老人资格认证手机上咋整"), 88, 22),
    (("城乡居民养老保险咋参保", "农村养老保险怎么交"), 20, 15),
    (("灵活就业怎么参保", "没单位的人咋交养老保险"), 4, 13),
    (("社保卡密码忘了", "社保卡密码锁了咋办"), 85, 12),
    (("换养老金的银行卡怎么办", "退休金的卡换了咋弄"), 15, 10),
    (("丧葬费怎么领", "老人没了能领多少钱"), 19, 9),
    (("工伤医疗费怎么报", "工伤住院的钱咋报销"), 50, 7),
    (("社保缴费记录在哪打", "缴费明细打印"), 10, 7),
    (("单位给新人参保怎么办",), 5, 5),
)
OUTSIDE = (
    (("医保报销比例是多少", "医保能报销多少", "住院医保怎么报销", "门诊能报多少"), 17),
    (("公积金怎么提取", "公积金提取需要啥", "住房公积金咋取出来"), 13),
    (("生育津贴怎么领", "生育津贴啥时候发", "产假的钱找谁要"), 8),
    (("低保怎么申请", "低保咋办"), 6),
    (("个税怎么退", "个税汇算清缴在哪弄"), 4),
    (("残疾证在哪办", "办残疾证要带啥"), 3),
    (("今天天气怎么样",), 2),
)
IN_VAIN = (
    (("养老转移", "养老关系想转走"), "不知道是哪种", (11, 21, 71), 3),
    (("死亡待遇怎么弄",), "就是人没了", (19, 26, 78), 2),
)
WRONG = (
    ("失业金能领几个月", 28, "你说错了，我问的是领多长时间", "correction"),
    ("补社保卡要钱吗", 80, "答的不是我问的", "wrong"),
)


def main(days: int = 60) -> None:
    """Fills the database of the settings; refuses one that holds accounts already."""
    settings, chance = Settings(), random.Random(7)  # noqa: S311 - the same pictures each time
    engine = database.connect(settings.database())
    if asyncio.run(Users(engine).all()):
        raise SystemExit("这个数据库已有账号：请用 QINGFENG_VAR 指一个空文件夹")
    for name, role in STAFF:
        asyncio.run(Users(engine).add(name, role, passwords.hashed(PASSWORD)))
    log = TurnLog(engine, days * 2, 30)
    for back in range(days, -1, -1):
        day = datetime.now().replace(hour=9, minute=0) - timedelta(days=back)
        busy = (0.45 if day.weekday() > 4 else 1) * (1 + (days - back) / days * 0.35)
        for _ in range(int(chance.gauss(82, 9) * busy)):
            asked(log, chance, min(day.timestamp() + chance.random() * 9 * 3600, time.time()), back)
        log.flush()
    for back, kind in ((5, "vain"), (5, "vain"), (5, "wrong"), (4, "vain"), (2, "wrong")):
        asked(log, chance, time.time() - back * 86400, back, kind)
    log.stop()
    asyncio.run(opinions(Feedback(engine), chance))
    asyncio.run(looked_at(Review(engine, str)))


def asked(log: TurnLog, chance: random.Random, at: float, back: int, given: str = "") -> None:
    """One conversation of one to three turns."""
    person, channel = f"{chance.random()}", chance.choices(("widget", "wechat", "copilot", "api"), (46, 34, 16, 4))[0]

    def put(status: str, text: str, after: float = 0, item: int | None = None, **more: Any) -> None:
        values: dict[str, Any] = {"items": (item,) if item else (), "aspects": ("overview",), "reported": False, **more}
        spent = chance.lognormvariate(1.9, 0.45) * (1.3 if channel == "wechat" else 1)
        log.put(Turn(at + after, channel, status, item, ms=spent, question=text, person=person, **values))

    kind = given or chance.choices(("answer", "clarify", "outside", "vain", "prohibited", "passed", "talk", "wrong"),
                          (64, 13, 6 if back > 6 else 9, 0.5, 4, 4, 6, 0.25))[0]  # fmt: skip
    texts, number, _ = chance.choices(ASKED, [weight for *_, weight in ASKED])[0]
    if kind == "answer":
        put("answered", chance.choice(texts), item=number)
    elif kind == "clarify":
        put("clarify", "养老保险怎么转")
        put("answered", "企业职工的", 20, item=11)
    elif kind == "outside" and (back > 8 or back < 6):
        texts, _ = chance.choices(OUTSIDE, [weight for _, weight in OUTSIDE])[0]
        put("out_of_scope", chance.choice(texts))
    elif kind == "vain":
        texts, then, near, _ = chance.choice(IN_VAIN)
        put("clarify", chance.choice(texts), items=near)
        put("clarify", then, 20, items=near)
    elif kind == "prohibited":
        put("prohibited", chance.choice(("我自己辞职的能领失业金吗", "交了十个月能领失业金不")), item=28)
    elif kind == "passed":
        put(chance.choice(("handoff", "complaint")), chance.choice(("转人工", "我要投诉", "找个真人")))
    elif kind == "wrong":
        text, item, then, _ = chance.choice(WRONG)
        put("answered", text, item=item)
        put("complaint", then, 20, reported=True)
    elif kind == "talk":
        put("chitchat", chance.choice(("你好", "谢谢", "再见")))


async def opinions(feedback: Feedback, chance: random.Random) -> None:
    """What citizens clicked under answers."""
    for n in range(240):
        rating = chance.choices(("good", "bad"), (88, 12))[0]
        await feedback.put(f"s{n}", Opinion(f"k{n}", rating, None, None, 28, "answered", None))
    for n, (text, item, comment, kind) in enumerate(WRONG):
        if kind == "wrong":
            await feedback.put(f"w{n}", Opinion(f"w{n}", "wrong", "other", comment, item, "answered", text))


async def looked_at(review: Review) -> None:
    """An expert decided most of what is older than a few days."""
    waits = ("生育", "养老", "死亡", "失业金能领")
    old = [entry for entry in await review.open() if entry.at < time.time() - 3 * 86400]
    old = [entry for entry in old if not entry.question.startswith(waits) or entry.at < time.time() - 6 * 86400]
    for entry in old:
        inside = entry.candidates[0] if entry.candidates else entry.item
        state = "item" if inside else "dismissed" if "天气" in entry.question else "outside"
        await review.decide(Decision(state, inside, "overview", {entry.id: entry.question}), "专家01")


if __name__ == "__main__":
    main()
