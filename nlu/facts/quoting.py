"""The words of a message that state what was heard: the clause most like those that state it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from knowledge.prohibited import Ground
from nlu.facts.grammar import clauses
from nlu.facts.sentences import Sentence
from nlu.normalise import normalise

_LONGEST, _RAREST = 24, 3


@dataclass(frozen=True)
class Quoting:
    """By ground, what a run of two or three characters says for it: the logarithm of how much likelier it is there."""

    telling: Mapping[Ground, Mapping[str, float]]

    def words(self, text: str, ground: Ground) -> str:
        """The clause that says most for the ground; cut where it is long. The whole message where it has none."""
        known = self.telling[ground]
        found = [one[0] for one in clauses(normalise(text))] or [text]
        best = max(found, key=lambda clause: sum(known.get(run, 0.0) for run in _runs(clause)))
        return best if len(best) <= _LONGEST else f"{best[: _LONGEST - 1]}…"


def fit(sentences: Sequence[Sentence]) -> Quoting:
    """Learns from what states a ground against all else."""
    grounds = tuple(dict.fromkeys(Ground(one.fact, one.value) for one in sentences))
    all_runs = Counter(run for one in sentences for run in set(_runs(normalise(one.text))))
    return Quoting({ground: _telling(ground, sentences, all_runs) for ground in grounds})


def _telling(ground: Ground, sentences: Sequence[Sentence], everywhere: Counter[str]) -> Mapping[str, float]:
    told = [one.text for one in sentences if one.stated and (one.fact, one.value) == (ground.fact, ground.value)]
    here = Counter(run for text in told for run in set(_runs(normalise(text))))
    share = len(told) / len(sentences)
    return {run: log(count / (share * everywhere[run] + 1)) for run, count in here.items() if count >= _RAREST}


def _runs(text: str) -> Iterable[str]:
    return (text[start : start + size] for size in (2, 3) for start in range(len(text) - size + 1))
