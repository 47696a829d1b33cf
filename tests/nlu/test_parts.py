"""Index, ranker, bands: small parts on small numbers."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from nlu import openness
from nlu.bands import Decision, Thresholds, decide
from nlu.index import Index
from nlu.ranker import Ranker, fit

THRESHOLDS = Thresholds(out_above=0.5, answer_above=0.4, open_above=0.6, alone_above=0.98, bare_out_above=0.3)
NUMBERS = [16, 24, 80]


def _decide(row: list[float], open_: float = 0.0, group: tuple[int, ...] = ()) -> Decision:
    return decide(dict(zip(NUMBERS, row[:-1], strict=True)), row[-1], THRESHOLDS, open_, group)


@pytest.mark.parametrize(
    ("row", "open_", "band"),
    [
        ([0.70, 0.05, 0.05, 0.20], 0.0, "answer"),
        ([0.40, 0.05, 0.06, 0.49], 0.0, "answer"),
        ([0.39, 0.05, 0.06, 0.50], 0.0, "out"),
        ([0.40, 0.31, 0.29, 0.00], 0.0, "answer"),
        ([0.39, 0.32, 0.29, 0.00], 0.0, "ask"),
        ([0.85, 0.05, 0.10, 0.00], 0.59, "answer"),
        ([0.85, 0.05, 0.10, 0.00], 0.60, "ask"),
        ([0.85, 0.01, 0.14, 0.00], 0.90, "answer"),
        ([0.10, 0.05, 0.05, 0.80], 0.90, "out"),
    ],
)
def test_bands(row: list[float], open_: float, band: str) -> None:
    assert _decide(row, open_, (16, 24)).band == band


@pytest.mark.parametrize(
    ("bare", "out", "band"), [(True, 0.30, "out"), (True, 0.29, "answer"), (False, 0.30, "answer")]
)
def test_what_names_no_matter_is_out_of_scope_sooner(bare: bool, out: float, band: str) -> None:
    assert decide({16: 1 - out}, out, THRESHOLDS, bare=bare).band == band


def test_ranked_best_first_with_their_probability() -> None:
    made = _decide([0.1, 0.2, 0.6, 0.1])
    assert made.ranked == ((80, 0.6), (24, 0.2), (16, 0.1))


def test_what_is_asked_about_comes_first() -> None:
    made = _decide([0.5, 0.1, 0.4, 0.0], 0.9, (16, 24))
    assert [number for number, _ in made.ranked] == [16, 24, 80]


def test_openness_is_learned_from_ambiguous_questions() -> None:
    rows = csr_matrix(np.array([[1, 0]] * 3 + [[0, 1]] * 3, dtype=np.float32))
    learned = openness.fit(rows, [(15, 22), (15, 22), (15, 22), (15,), (22,), (22,)])
    assert learned.probability(rows[0]) > 0.5 > learned.probability(rows[3])
    assert learned.group_of(15, {15: 0.2, 22: 0.7}) == (22, 15)
    assert learned.group_of(80, {}) == ()


def test_the_largest_group_is_asked_about_though_its_last_member_is_unlikely() -> None:
    groups = (frozenset({15, 75}), frozenset({15, 22, 75}))
    assert openness.Openness(groups, None).group_of(15, {15: 0.6, 75: 0.3, 22: 0.01}) == (15, 75, 22)


def test_a_group_that_was_left_open_once_or_twice_is_none() -> None:
    rows = csr_matrix(np.eye(4, dtype=np.float32))
    assert openness.fit(rows, [(80, 81), (80, 81), (80,), (81,)]).groups == ()


def test_nothing_ambiguous_taught_leaves_nothing_open() -> None:
    rows = csr_matrix(np.eye(2, dtype=np.float32))
    assert openness.fit(rows, [(1,), (2,)]).probability(rows[0]) == 0


def test_the_graph_finds_what_the_exact_search_finds() -> None:
    rows = np.random.default_rng(1).normal(size=(2000, 32)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    exact, graph = Index(rows), Index(rows, exact_up_to=100)
    same = [set(a) & set(b) for a, b in zip(exact.search(rows[:50], 5)[1], graph.search(rows[:50], 5)[1], strict=True)]
    assert sum(map(len, same)) >= 0.95 * 250


def test_an_index_smaller_than_what_is_asked_for() -> None:
    assert Index(np.eye(3, dtype=np.float32)).search(np.eye(3, dtype=np.float32), 24)[1].shape == (3, 3)


def test_the_ranker_learns_which_evidence_to_trust() -> None:
    rng = np.random.default_rng(3)
    targets = np.eye(4)[rng.integers(0, 4, 400)]
    evidence = np.stack([targets + rng.normal(0, 0.3, targets.shape), rng.normal(size=targets.shape)], axis=2)
    learned = fit(evidence, targets, Ranker.untaught(np.zeros(2), 0.0))
    assert learned.weights[0] > 5 * abs(learned.weights[1])
    rows = learned.probabilities(evidence)
    assert np.allclose(rows.sum(axis=1), 1)
    assert (rows.argmax(axis=1) == targets.argmax(axis=1)).mean() > 0.9


def test_the_gate_looks_at_the_best_item_too() -> None:
    """What speaks for out of scope is the same in all rows; only how well the best item fits tells them apart."""
    rng = np.random.default_rng(5)
    targets = np.zeros((300, 4))
    targets[np.arange(300), rng.integers(0, 4, 300)] = 1
    evidence = np.where(targets == 1, 2.0, 0.0)[:, :, None] + rng.normal(0, 0.2, (300, 4, 1))
    evidence[:, -1] = 1.0
    rows = fit(evidence, targets, Ranker.untaught(np.ones(1), 0.0)).probabilities(evidence)
    assert ((rows[:, -1] > 0.5) == (targets[:, -1] == 1)).mean() > 0.98


def test_an_untaught_gate_refuses_what_no_item_has_evidence_for() -> None:
    rows = Ranker.untaught(np.array([8.0]), 3.0).probabilities(np.array([[[0.6], [0.1], [0.0]], [[0.1], [0.1], [0.0]]]))
    assert rows[0, 0] > 0.7
    assert rows[1, -1] > 0.7


def test_without_rows_the_ranker_keeps_the_prior() -> None:
    prior = Ranker.untaught(np.ones(2), 1.0)
    assert fit(np.zeros((0, 3, 2)), np.zeros((0, 3)), prior) is prior
