"""The pipeline's finder of facts: puts what was stated on every message."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from knowledge.guide import load
from knowledge.places import Places
from nlu import sources
from nlu.facts.find import facts

FACTS = "facts"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class FactFinder(GraphComponent):
    """Sets ``facts``: [{name, value, words}], see ``knowledge.facts``. Nothing in it is learned."""

    def __init__(self, places: Places) -> None:
        self._places = places

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """No settings: the words are data beside the code, the places are the guide's."""
        return {}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FactFinder:
        """The component, with the places of the guide in use."""
        return cls(load(sources.guide_folder()).places)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Guide and code, as for every component."""
        return sources.fingerprint()

    def process(self, messages: list[Message]) -> list[Message]:
        """See the class."""
        for message in messages:
            found = facts(message.get(TEXT) or "", self._places)
            message.set(FACTS, [fact.stored() for fact in found], add_to_output=True)
        return messages
