"""A yes or no about a message, learned."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from nlu import corpus
from nlu.yes_no import fit

ROWS = csr_matrix(np.array([[1.0, 0.0], [0.9, 0.1], [0.0, 1.0], [0.1, 0.9]], dtype=np.float32))


def test_it_tells_rows_of_both_kinds() -> None:
    learned = fit(ROWS, [True, True, False, False])
    assert learned.probability(ROWS[0]) > 0.5 > learned.probability(ROWS[2])


@pytest.mark.parametrize("answers", [[True] * 4, [False] * 4])
def test_of_one_kind_nothing_is_learned(answers: list[bool]) -> None:
    assert fit(ROWS, answers).probability(ROWS[0]) == 0.0


def test_what_hangs_is_asked_by_itself_nowhere() -> None:
    asked = {question.text for question in (*corpus.load(), *corpus.load_held_out())}
    assert not asked & set(corpus.load_hanging())
