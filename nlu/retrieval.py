"""Message → probabilities over the items and "out of scope": learns, measures itself, saves and loads."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import joblib
import numpy as np

from knowledge.guide import Guide
from nlu import evidence, progress, ranker
from nlu.meaning import Meaning
from nlu.openness import Openness
from nlu.said import Said
from nlu.teaching import Teaching
from nlu.yes_no import YesNo

Matrix = np.ndarray[Any, Any]
# The weights of matter, scheme, meaning, nearest, guide, named where nothing was learned yet: the guide's own
# words decide, and out of scope is what shares too few of them.
PRIOR = ranker.Ranker.untaught(np.array([0.3, 0.0, 0.0, 2.0, 16.0, 1.0]), 3.0)


@dataclass(frozen=True)
class Learned:
    """What one fit of the evidence consists of."""

    kinds: tuple[evidence.Evidence, ...]
    named: evidence.SchemeWords

    def evidence(self, batch: evidence.Batch) -> Matrix:
        """(messages, items + 1, columns)."""
        return np.concatenate([kind.score(batch) for kind in (*self.kinds, self.named)], axis=2)


class Retrieval:
    """A trained retriever."""

    def __init__(
        self,
        numbers: Sequence[int],
        learned: Learned,
        weights: ranker.Ranker,
        openness: Openness,
        bare: YesNo,
        hanging: YesNo,
    ) -> None:
        self.numbers, self._learned, self.weights = list(numbers), learned, weights
        self.openness, self.bare, self.hanging = openness, bare, hanging

    def probabilities(self, batch: evidence.Batch) -> Matrix:
        """(messages, items + 1), rows that sum to 1; the last column is "out of scope"."""
        return self.weights.probabilities(self._learned.evidence(batch))

    def says_scheme(self, message: Said, number: int) -> bool:
        """Whether the message uses a word for the scheme of the item."""
        return self._learned.named.says_scheme_of(message, self.numbers.index(number))

    def save(self, folder: Path) -> None:
        """Writes everything with joblib."""
        learned = (self.numbers, self._learned.kinds, self._learned.named, self.weights)
        joblib.dump((*learned, self.openness, self.bare, self.hanging), folder / "retrieval.joblib")

    @classmethod
    def load(cls, folder: Path) -> Retrieval:
        """The retriever of a folder that this project wrote."""
        numbers, kinds, named, *rest = joblib.load(folder / "retrieval.joblib")
        return cls(numbers, Learned(kinds, named), *rest)


def learn(teaching: Teaching, guide: Guide) -> Learned:
    """Fits every kind of evidence."""
    numbers = [item.number for item in guide.items]
    rows, labels, weights = teaching.flat()
    messages = [teaching.messages[n] for n in rows]
    batch = evidence.Batch(messages, teaching.lexical[rows], teaching.dense[rows])
    with ThreadPoolExecutor(1) as beside:  # the network beside the separators, which take as long and one processor
        meaning = beside.submit(Meaning, batch, labels, teaching.items, weights)
        matter = evidence.Matter(batch, labels, guide, weights)
        scheme = evidence.Scheme(batch, labels, guide, weights)
        neighbours = evidence.Neighbours(batch, labels, teaching.items)
        words = evidence.GuideWords(guide, numbers)
        return Learned((matter, scheme, meaning.result(), neighbours, words), evidence.SchemeWords(guide, numbers))


def cross_fit(teaching: Teaching, always: Teaching, guide: Guide, folds: int) -> tuple[Matrix, Matrix]:
    """Evidence on every message of ``teaching``, made by fits that did not see it, and the targets.

    ``always`` is seen by every fit: the guide's own sentences.
    """
    order = np.random.default_rng(7).permutation(len(teaching.messages))
    found, targets = [], []
    for fold in range(folds):
        away = order[fold::folds].tolist()
        rest = np.setdiff1d(order, away).tolist()
        learned = learn(teaching.take(rest) + always, guide)
        held = teaching.take(away)
        found.append(learned.evidence(evidence.Batch(held.messages, held.lexical, held.dense)))
        targets.append(held.targets())
        progress.report("交叉检验", fold + 1, folds)
    return np.concatenate(found), np.concatenate(targets)
