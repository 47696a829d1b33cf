"""Whether a message is made of the words for asking alone: 什么时候开始算, 超期了咋办. Such a message names no matter.

What a retriever never saw looks out of scope to it; these words are known from aspects.yml and follow_ups.yml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from knowledge.guide import files
from nlu.corpus import FOLDER, OUT_OF_SCOPE
from nlu.normalise import normalise
from nlu.words import cut

LONGEST, _AT_HOME = 16, 12


def only_asks(text: str) -> bool:
    """Whether the short message holds no word beside those with which people ask about any matter."""
    clean = normalise(text)
    return 0 < len(clean) <= LONGEST and all(word in known_words() for word in cut(clean))


@cache
def known_words() -> frozenset[str]:
    """The words of the ways to ask, without those that are far more at home in what is out of scope (退休, 医院)."""
    asking, outside = _shares(_ways_to_ask()), _shares(_out_of_scope())
    return frozenset(word for word, share in asking.items() if share * _AT_HOME >= outside.get(word, 0))


def _ways_to_ask() -> Iterator[str]:
    for name in ("aspects.yml", "follow_ups.yml"):
        yield from (str(line) for lines in files.read(FOLDER / name)["intents"].values() for line in lines)


def _out_of_scope() -> Iterator[str]:
    for path in sorted((FOLDER / OUT_OF_SCOPE).glob("*.yml")):
        yield from map(str, files.read(path)["questions"])


def _shares(lines: Iterable[str]) -> dict[str, float]:
    """In which share of the lines each word stands."""
    cuts = [set(cut(normalise(line))) for line in lines]
    counts = Counter(word for words in cuts for word in words)
    return {word: count / len(cuts) for word, count in counts.items()}
