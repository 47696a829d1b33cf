"""Sentences that state a fact, and others that only sound like it, read from YAML: what the hearing learns from.

``questions/facts/*.yml``, a file a fact: its name, the value that decides a case, what states it and what does not:
denials, other people, other times, general questions, other values. They serve every centre.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import GuideError
from knowledge.guide import files
from nlu.corpus import FOLDER
from nlu.facts.kinds import KINDS

FACTS = FOLDER / "facts"


@dataclass(frozen=True)
class Sentence:
    """A message, and whether it states that value of that fact."""

    text: str
    fact: str
    value: str
    stated: bool


def load(folder: Path = FACTS) -> tuple[Sentence, ...]:
    """All sentences. Raises GuideError where a file names a fact or a value that there is not."""
    return tuple(row for path in sorted(folder.glob("*.yml")) for row in _of_fact(path))


def _of_fact(path: Path) -> list[Sentence]:
    row = files.read(path)
    fact, value = row["fact"], row["value"]
    if (fact, value) not in KINDS:
        raise GuideError(
            f"没有这个事实：{fact} {value}", "名字和值见 knowledge/facts.py，月数见 nlu/facts/kinds.py", path
        )
    told = [Sentence(text, fact, value, True) for text in row["stated"]]
    return [*told, *(Sentence(text, fact, value, False) for text in row["not_stated"])]
