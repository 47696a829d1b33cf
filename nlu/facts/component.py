"""The pipeline's finder of facts: puts what was stated on every message."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack

from knowledge.facts import Fact
from knowledge.guide import load
from nlu import progress, sources
from nlu.dense import dense_row
from nlu.facts import hearing, quoting
from nlu.facts.decide import Limits, decide
from nlu.facts.find import facts
from nlu.facts.hearing import Hearing
from nlu.facts.vocabulary import words
from nlu.facts.weigh import suspected, weigh
from nlu.featurizer import lexical_row
from nlu.reader.reader import Reader
from nlu.training_data import STATES, asked, spelled, stating

FACTS = "facts"
# Every second question is enough to learn what states nothing.
_EVERY = 2
_LIMITS = {
    "suspected_above": 0.15,
    "stated_above": 0.7,
    "denied_below": 0.28,
    "doubted_below": 0.45,
}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class FactFinder(GraphComponent):
    """Sets ``facts``: [{name, value, words}], see ``knowledge.facts``: by word lists and by what was learned.

    What the lists or the hearing suspect is read by a network of its own, which then has its say.
    """

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        learned: tuple[Hearing, quoting.Quoting] | None = None,
    ) -> None:
        self._limits = Limits(*(config[name] for name in _LIMITS))
        self._storage, self._resource, self._learned = storage, resource, learned
        self._places = load(sources.guide_folder()).places

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The probability from which on the hearing suspects a fact; and by both, from which on it is stated, and
        below which what the lists find is not believed, the second where a word leaves doubt."""
        return dict(_LIMITS)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FactFinder:
        """An untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> FactFinder:
        """The trained component."""
        Reader.current()  # now rather than while somebody waits
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, joblib.load(folder / "facts.joblib"))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Guide, sentences and code, as for every component."""
        return sources.fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the sentences, beside a part of the questions."""
        examples = stating(training_data)
        sentences = [example.get(STATES) for example in examples]
        questions = self._features(asked(training_data)[::_EVERY])
        heard = hearing.fit(sentences, self._features(examples), questions)
        self._learned = heard, quoting.fit(sentences)
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._learned, folder / "facts.joblib")
        progress.report("事实", 1, 1)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to add: no later component learns from facts."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """See the class."""
        assert self._learned is not None
        heard, quotes = self._learned
        for message in messages:
            text = spelled(message)
            found = facts(text, self._places)
            chances = heard.chances(self._features([message], [found]))
            if suspected(found, chances, self._limits):
                chances = weigh(chances, Reader.current().chances(text))
            doubtful = words("doubt")["doubt"].search(text) is not None
            meant = decide(found, chances, self._limits, partial(quotes.words, text), doubtful)
            message.set(FACTS, [fact.stored() for fact in meant], add_to_output=True)
        return messages

    def _features(self, messages: Sequence[Message], found: Sequence[Sequence[Fact]] | None = None) -> csr_matrix:
        lists = hearing.lists(found or [facts(spelled(message), self._places) for message in messages])
        lexical = vstack([lexical_row(message) for message in messages], format="csr")
        return hearing.features(lexical, np.concatenate([dense_row(message) for message in messages]), lists)
