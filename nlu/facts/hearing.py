"""How probable it is that a message states a fact that decides: learned from sentences, beside the word lists.

The word lists know what was foreseen and quote it; the hearing knows what is said like it. What the lists find is
part of what it looks at, so it also learns when they are to be believed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from knowledge.facts import Fact
from knowledge.prohibited import Ground
from nlu.facts.kinds import KINDS, kind_of
from nlu.facts.sentences import Sentence

Matrix = np.ndarray[Any, Any]
# Beside lexical rows (length about 1.4): what a dense row weighs, and one thing the word lists find.
_DENSE, _FOUND = 2.0, 2.0
# What a sentence on another fact, or an ordinary question, weighs as an example of what does not state this one.
_BESIDE = 0.3
# Where the fitting may stop: no chance moves by more than 0.012, and it takes a quarter less.
_NEAR_ENOUGH = 0.01
_PLACE = {kind: place for place, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Hearing:
    """``weights`` (features, grounds) and ``shifts`` (grounds) of one logistic model a ground."""

    grounds: tuple[Ground, ...]
    weights: Matrix
    shifts: Matrix

    def chances(self, row: csr_matrix) -> Mapping[Ground, float]:
        """For the one row of ``features``: the probability that each ground is stated, 0 to 1."""
        found = expit(np.asarray(row @ self.weights)[0] + self.shifts)
        return {ground: float(chance) for ground, chance in zip(self.grounds, found, strict=True)}


def lists(found: Sequence[Sequence[Fact]]) -> Matrix:
    """What the word lists found, one row a message, one column a fact and value."""
    rows = np.zeros((len(found), len(KINDS)), dtype=np.float32)
    for row, facts in zip(rows, found, strict=True):
        for fact in facts:
            place = _PLACE.get((fact.name, kind_of(fact)))
            if place is not None:
                row[place] = 1
    return rows


def features(lexical: csr_matrix, dense: Matrix, found: Matrix) -> csr_matrix:
    """What the hearing looks at, one row a message: its lexical and dense features and what the word lists found."""
    parts = [lexical, csr_matrix(dense * _DENSE), csr_matrix(found * _FOUND)]
    return hstack(parts, format="csr", dtype=np.float32)


def fit(sentences: Sequence[Sentence], rows: csr_matrix, questions: csr_matrix) -> Hearing:
    """Learns from sentences with their features, beside the features of questions that are not written for facts."""
    grounds = tuple(dict.fromkeys(Ground(one.fact, one.value) for one in sentences))
    taught = vstack([rows, questions], format="csr")
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # liblinear works without Python's lock
        learned = list(pool.map(lambda ground: _one(ground, sentences, taught), grounds))
    weights = np.concatenate([model.coef_ for model in learned]).T.astype(np.float32)
    return Hearing(grounds, weights, np.concatenate([model.intercept_ for model in learned]))


def _one(ground: Ground, sentences: Sequence[Sentence], taught: csr_matrix) -> LogisticRegression:
    """One ground against the rest. What was not written for it, but is heard by the lists, teaches nothing."""
    questions = [False] * (taught.shape[0] - len(sentences))
    mine = np.array([one.fact == ground.fact for one in sentences] + questions)
    stated = np.array([one.stated for one in sentences] + questions) & mine
    heard = taught[:, _PLACE[ground.fact, ground.value] - len(KINDS)].toarray().ravel() > 0
    used = mine | ~heard
    shares = np.where(mine, 1.0, _BESIDE)
    model = LogisticRegression(C=1, solver="liblinear", tol=_NEAR_ENOUGH)
    return model.fit(taught[used], stated[used], sample_weight=shares[used])
