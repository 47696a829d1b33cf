"""What is asked, from two models; and what gives way to the best aspect."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from nlu import intents
from nlu.intent import IntentClassifier

NAMES = np.array(["channel", "complaint", "materials", "out_of_scope", "phone_office"])
CHOICES = {
    "an aspect": ([0.4, 0.0, 0.5, 0.1, 0.0], "materials"),
    "out of scope is never the intent": ([0.1, 0.0, 0.2, 0.7, 0.0], "materials"),
    "a complaint that is sure": ([0.2, 0.6, 0.1, 0.1, 0.0], "complaint"),
    "a complaint that is not": ([0.2, 0.59, 0.1, 0.11, 0.0], "channel"),
    "our telephone": ([0.1, 0.0, 0.1, 0.4, 0.4], "phone_office"),
    "rather somebody else's telephone": ([0.1, 0.0, 0.09, 0.41, 0.4], "channel"),
}


@pytest.mark.parametrize(("sure", "chosen"), CHOICES.values(), ids=CHOICES)
def test_which_intent_is_taken(sure: list[float], chosen: str) -> None:
    classifier = IntentClassifier(IntentClassifier.get_default_config(), cast(Any, None), cast(Any, None))
    assert NAMES[classifier._best(NAMES, np.array(sure))] == chosen


def test_both_models_have_half_the_say() -> None:
    written, meant = csr_matrix([[1.0, 0], [0, 1.0]] * 20), np.array([[1.0], [0.0]] * 20)
    made = intents.fit(written, meant, ["materials", "channel"] * 20)
    agree, differ = made.probabilities(csr_matrix([[1.0, 0], [1.0, 0]]), np.array([[1.0], [0.0]]))
    place = list(made.names).index("materials")
    assert agree[place] > 0.7
    assert agree[place] > differ[place] > 0.3
    assert np.isclose(agree.sum(), 1)
