"""Text → facts: negation, time and person count. The value is None where nothing is stated."""

from __future__ import annotations

import pytest

from knowledge.facts import Span
from knowledge.guide import Guide
from nlu.facts import facts

LEAVING = {
    "我自己辞的": "own_will",
    "干够了不想干了": "own_will",
    "把班辞了": "own_will",
    "自己辞职能领失业金吗": "own_will",
    "我单位小刘自己提的离职": "own_will",
    "单位先提的离职": "employer",
    "不是我自己辞的": "other",
    "不是我自己辞的，是公司让我走的": "employer",
    "以前自己辞过一回，这次是被裁的": "employer",
    "让单位辞了": "employer",
    "厂子黄了": "closed",
    "合同到期单位没续": "expired",
    "欠我半年工资我才走的": "forced",
    "老板逼我写的辞职信": "forced",
    "离职证明写的个人原因，其实是公司裁的": "employer",
    "我媳妇自己辞的，我是被裁的": "employer",
    "公司黄之前我就自己走了": "own_will",
    "自己辞和被辞退有啥区别": None,
    "离职以后能领失业金吗": None,
    "我没辞职": "other",
}
MONTHS = {
    "失业险交了11个月": Span(11, 11),
    "差俩月满一年": Span(10, 10),
    "前面单位交了八个月，后来又交了七个月": Span(15, 15),
    "上班没满一年就被裁了": Span(0, 11),
    "失业险才交了八个月就被辞退": Span(8, 8),
    "被辞退十一个月了，失业险交了五年": Span(60, 60),
    "被辞退十一个月了，一直没找着活": None,
    "失业金领了三个月了": None,
    "单位欠缴了半年失业保险": None,
    "干了八个月被裁了": None,
    "医保交了四个月": None,
}
CUSTODY = {
    "我爸在里头蹲着呢，他那退休金还能开不": "serving",
    "判了三年正服刑": "serving",
    "等他放出来再说，现在还关着": "serving",
    "刑满释放回来了": "released",
    "判的是缓刑": "outside",
    "监外执行养老金停不停": "outside",
    "人在看守所还没判": "outside",
    "我哥在里头服刑，我的养老金咋领": None,
    "我弟在服刑，我妈的养老认证我来做": None,
    "多领了会坐牢吗": None,
    "我爸退休钱在卡里头呢": None,
    "等他刑满出来了养老金咋恢复": "released",
}
CERTIFIED = {
    "我妈没了，我替她刷脸行不": "dead",
    "人都火化了，认证我给续上": "dead",
    "我代我爸认证，他人好好的": "alive",
    "我妈没了，我替我爸认证": "alive",
    "老人去世了还用不用做认证": None,
    "我自己做认证": None,
}
INHERITANCE = {
    "丧葬费我哥不同意给我": "disputed",
    "为抚恤金打官司呢": "disputed",
    "抚恤金的官司打完了，判决书下来了": "settled",
    "丧葬费都商量好了": "settled",
    "丧葬费没商量好": "disputed",
    "兄弟争房子": None,
}
HUKOU = {
    "户口在沈阳": "elsewhere",
    "外地户口": "elsewhere",
    "户籍不在抚顺": "elsewhere",
    "没有抚顺户口": "elsewhere",
    "户口就在抚顺": "local",
    "户口去年迁到抚顺了": "local",
    "户口在大连，想回老家交": "local",
    "人在沈阳住": None,
}
MOVE = {
    "从抚顺去沈阳，养老关系转过去": "within_province",
    "省内转养老": "within_province",
    "从沈阳转到北京": "across_provinces",
    "不是省内，是跨省转": "across_provinces",
    "跨省转养老": "across_provinces",
    "跨省和省内转养老分别咋办": "across_provinces",
    "本溪交的，想办跨省转移": "within_province",
    "本溪交的，跨省转到河北": "across_provinces",
    "朝阳转过来，不是北京朝阳": "within_province",
    "不是沈阳是北京转来的": "across_provinces",
    "去沈阳上班": None,
}
PENSION = {
    "退休金都开上了": "drawing",
    "还没退休": "not_yet",
    "还有三年退休": "not_yet",
    "老伴退休了，我的养老想转走": None,
}
ACCOUNT = {
    "那边开的是临时账户": "temporary",
    "不是临时账户": "ordinary",
    "临时账户已经改成一般账户了": "ordinary",
    "厦门的临时账户想转回来": None,
    "临时工": None,
    "临时账户是啥意思": None,
}
CARD = {
    "我拿我哥的工伤证去看病": "borrowed",
    "我媳妇拿我的工伤证看病": "borrowed",
    "非工伤人员使用他人工伤证就医": "borrowed",
    "我自己的工伤证去看病": None,
    "我哥工伤，我拿着工伤证替他去办住院，他本人看病": None,
    "工友说借工伤证给我看病，我没敢": None,
}
CLAIM = {
    "把在家摔的说成上班摔的，报工伤": "untrue",
    "发票是买来的，工伤能报不": "untrue",
    "有人说我是骗工伤的，我真是干活伤的": "true",
    "上班摔的，工伤药费咋报": None,
    "工伤截肢了，假肢的钱怎么报": None,
    "我们是做假肢的公司，想进工伤的协议名单": None,
    "工伤的票子是做假的": "untrue",
}
DEATH = {
    "我爸工伤一级，去年没了，一直没去停": "unreported",
    "老工伤去世当天我就去停了": "reported",
    "我爸工伤，人好着呢": None,
    "工亡了丧葬补助没办": None,
}
RETIREMENT = {
    "工伤六级，办完退休了，没去工伤那边转": "unconverted",
    "退休当月就去工伤窗口转完了": "converted",
    "工伤五级还没退休": None,
}
BACK = {
    "一次性补缴了五年养老": Span(60, 60),
    "断的那三年半一次性补上了": Span(42, 42),
    "正好补了36个月": Span(36, 36),
    "想补缴五年养老，怎么补": None,
    "领了三年补贴": None,
}
DOUBLE = {
    "吉林领着一份养老，这边又领一份": "unsettled",
    "重复领取，已经选好在这边领了": "settled",
    "说我疑似重复领取，我就这一份": None,
    "老两口都领着养老金": None,
}
IRREGULAR = {
    "改年龄提前退的，查出来把养老金停了": "irregular",
    "正常退休": None,
    "放假了养老金停不停": None,
}
TABLES = {
    "leaving": LEAVING,
    "months_contributed": MONTHS,
    "months_paid_back": BACK,
    "custody": CUSTODY,
    "certified": CERTIFIED,
    "inheritance": INHERITANCE,
    "hukou": HUKOU,
    "move": MOVE,
    "pension": PENSION,
    "account": ACCOUNT,
    "injury_card": CARD,
    "injury_claim": CLAIM,
    "injured_death": DEATH,
    "injured_retirement": RETIREMENT,
    "double_pension": DOUBLE,
    "retirement": IRREGULAR,
}
ROWS = [(name, text, value) for name, table in TABLES.items() for text, value in table.items()]


@pytest.mark.parametrize(("name", "text", "value"), ROWS, ids=[f"{name}-{text}" for name, text, _ in ROWS])
def test_fact(guide: Guide, name: str, text: str, value: str | Span | None) -> None:
    found = {fact.name: fact.value for fact in facts(text, guide.places)}
    assert found.get(name) == value


def test_the_words_are_the_citizens(guide: Guide) -> None:
    text = "失业险差俩月满一年，我自己辞的"
    for fact in facts(text, guide.places):
        assert fact.words in text


@pytest.mark.parametrize("text", ["", "？？？", "八九十年", "一" * 500, "差年月差年月" * 50, "🙂"])
def test_odd_text_states_nothing(guide: Guide, text: str) -> None:
    assert facts(text, guide.places) == ()
