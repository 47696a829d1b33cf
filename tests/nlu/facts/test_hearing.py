"""The linear model that hears facts, on a few sentences: what it learns, and what teaches nothing."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from knowledge.facts import Fact, Span
from knowledge.prohibited import Ground
from nlu.facts import hearing
from nlu.facts.sentences import Sentence

QUIT, FIRED, DEAD = [1.0, 0, 0], [0, 1.0, 0], [0, 0, 1.0]
OWN, CERTIFIED = Ground("leaving", "own_will"), Ground("certified", "dead")
SENTENCES = [
    *(Sentence(f"自己走的{n}", "leaving", "own_will", True) for n in range(8)),
    *(Sentence(f"被裁了{n}", "leaving", "own_will", False) for n in range(8)),
    *(Sentence(f"人没了{n}", "certified", "dead", True) for n in range(8)),
]


def _rows(kinds: list[list[float]], found: list[tuple[Fact, ...]] | None = None) -> csr_matrix:
    facts = found or [() for _ in kinds]
    return hearing.features(csr_matrix(np.array(kinds, np.float32)), np.zeros((len(kinds), 2)), hearing.lists(facts))


def test_each_ground_is_heard_apart() -> None:
    made = hearing.fit(SENTENCES, _rows([QUIT] * 8 + [FIRED] * 8 + [DEAD] * 8), _rows([FIRED]))
    chances = made.chances(_rows([QUIT]))
    assert chances[OWN] > 0.5 > chances[CERTIFIED]
    assert made.chances(_rows([DEAD]))[CERTIFIED] > 0.5 > made.chances(_rows([FIRED]))[OWN]


def test_a_question_in_which_the_lists_hear_the_fact_does_not_teach_that_it_is_none() -> None:
    rows = _rows([QUIT] * 8 + [FIRED] * 8 + [DEAD] * 8)
    heard = _rows([QUIT] * 99, [(Fact("leaving", "own_will", "走的"),)] * 99)
    unheard = _rows([QUIT] * 99)
    one = _rows([QUIT])
    assert (
        hearing.fit(SENTENCES, rows, heard).chances(one)[OWN] > hearing.fit(SENTENCES, rows, unheard).chances(one)[OWN]
    )


def test_months_are_seen_by_their_size() -> None:
    sizes = [Span(11, 11), Span(12, 12), Span(36, 36), Span(37, 600)]
    rows = hearing.lists([(Fact("months_contributed", size, "月"),) for size in sizes])
    assert [int(row.argmax()) - int(rows[0].argmax()) for row in rows] == [0, 1, 1, 2]
