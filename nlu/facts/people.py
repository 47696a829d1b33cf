"""Who is spoken of: the relative in prison is not the one who claims."""

from __future__ import annotations

import re

from nlu.facts.grammar import clauses, lead

# People who may be the same are folded into one name.
_KIN = {
    "father": "爸爸|爸|爹|父亲|老爷子|老头子?|老父亲",
    "mother": "妈妈|妈|娘|母亲|老太太|老娘|老母亲",
    "spouse": "老伴儿?|老公|老婆|媳妇儿?|对象|爱人|丈夫|妻子|掌柜的|前夫|前妻",
    "child": "孩子|儿子|闺女|女儿|姑娘",
    "grandfather": "爷爷|爷|姥爷",
    "grandmother": "奶奶|奶|姥姥",
    "brother": "[大二三四老小]?(?:哥哥|哥|弟弟|弟)|哥们儿?|兄弟",
    "sister": "[大二三四老小]?(?:姐姐|姐|妹妹|妹)",
    "uncle": "[大二三四老]?(?:叔叔|叔|伯|大爷|舅舅|舅|姑父|姨父)",
    "aunt": "[大二三四老]?(?:婶|姨|姑姑|姑|舅妈)",
    "in-law": "公公|婆婆|岳父|岳母|丈人|丈母娘|姐夫|妹夫",
    "other": "邻居|同事|工友|朋友|亲戚|同学|老乡|师傅|徒弟|老板|同志|工作人员|班长|组长|别人|人家|侄子|外甥",
}
_PERSON = re.compile("|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in _KIN.items()))
_ANYBODY = "|".join(_KIN.values())
_ME = re.compile(rf"(?:我|俺|咱|本人)(?!们?家?(?:里|的)?(?:那|这)?[大二三四老小]?(?:{_ANYBODY}))")
# The speaker as the one the matter is for: 我的养老金, 我今年到岁数了; not 打到我卡上, 我替他认证.
_FOR_ME = re.compile(
    r"(?:我|俺|咱|本人)(?:自己|本人|个人)?(?:的(?!卡|账|折|手机|名)|今年|这(?!张)|还(?!能)|到(?!底)|也(?!能)|刚|都|要|想(?!问|替|代|帮|给)|养老|退休|认证)|我自己|本人"
)
_FOR = re.compile(r"替|代|帮|给")


def people(text: str) -> list[str]:
    """Everybody named in the text, in order; kin under one name each."""
    return [str(found.lastgroup) for found in _PERSON.finditer(text)]


def subject(text: str, place: int) -> str | None:
    """The relative named last before that place, in its clause or an earlier one; None where it may be the speaker."""
    named = people(text[:place])
    near = lead(text, place)
    if _ME.search(near) and not people(near):
        return None
    return named[-1] if named else None


def about_another(text: str, place: int, topic: re.Pattern[str]) -> bool:
    """Whether the clauses on the topic are about somebody else than the one spoken of at that place."""
    who = subject(text, place)
    if who is None:
        return False
    for clause in clauses(text):
        said = clause[0]
        if not topic.search(said) or clause.start() <= place < clause.end() or re.search("[他她]", said):
            continue
        named = set(people(said))
        speaker = _FOR_ME.search(said) is not None and not _FOR.search(said)
        if who not in named and (named or speaker):
            return True
    return False
