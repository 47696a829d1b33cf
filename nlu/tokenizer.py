"""The tokenizer of the pipeline: a normalised message in the domain's words."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu import sources
from nlu.normalise import normalise
from nlu.training_data import spelled
from nlu.words import cut


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class GuideTokenizer(Tokenizer):
    """jieba over the corrected text; token offsets are those of the corrected text."""

    @staticmethod
    def supported_languages() -> list[str] | None:
        """Chinese."""
        return ["zh"]

    @staticmethod
    def required_packages() -> list[str]:
        """Packages beyond Rasa's own."""
        return ["jieba", "opencc"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Rasa's tokenizer settings, all off."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GuideTokenizer:
        """The component."""
        return cls(config)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The dictionary and the code that normalises."""
        return sources.fingerprint()

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The words of the attribute."""
        text = normalise(spelled(message) if attribute == TEXT else message.get(attribute) or "")
        return self._convert_words_to_tokens(cut(text), text)
