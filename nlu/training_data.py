"""Our questions as Rasa training data: a TrainingDataImporter named in config.yml."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from knowledge.guide import load
from nlu import corpus, guide_text, sources
from nlu.facts import sentences
from nlu.said import Said, said

ITEMS = "items"
OF_GUIDE = "of_guide"
TOPIC = "topic"
STATES = "states"
HANGS = "hangs"
SPELLED = "spelled"
SAID = "said"


class QuestionImporter(TrainingDataImporter):
    """Reads nlu/questions and the guide; domain, rules and config come from Rasa's own importer."""

    def __init__(self, *_: Any, **__: Any) -> None:
        """Takes what Rasa hands over; the folders come from the settings."""

    def get_nlu_data(self, language: str | None = "zh") -> TrainingData:
        """One message a question, with its items; out-of-scope questions bear no intent. Then what states a fact, and
        what goes on about something."""
        guide = load(sources.guide_folder())
        questions = corpus.load(sources.questions_folder())
        of_guide = (*guide_text.stand_ins(guide, questions), *guide_text.questions(guide))
        asking = [*(_message(row, False) for row in questions), *(_message(row, True) for row in of_guide)]
        facts = (Message({TEXT: row.text, STATES: row}) for row in sentences.load())
        return TrainingData([*asking, *facts, *(Message({TEXT: text, HANGS: True}) for text in corpus.load_hanging())])

    def get_domain(self) -> Domain:
        """Nothing: the domain is domain.yml."""
        return Domain.empty()

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """Nothing: the rules are in bot/rules."""
        return StoryGraph([])

    def get_conversation_tests(self) -> StoryGraph:
        """Nothing."""
        return StoryGraph([])

    def get_config(self) -> dict[str, Any]:
        """Nothing: the config is config.yml."""
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        """Nothing."""
        return None


def asked(training_data: TrainingData) -> list[Message]:
    """The examples that are questions: Rasa adds others, without text, for the names in the rules."""
    examples = (example for example in training_data.training_examples if example.get(TEXT))
    return [example for example in examples if not example.get(STATES) and not example.get(HANGS)]


def stating(training_data: TrainingData) -> list[Message]:
    """The examples that teach what a message states; they ask about no item."""
    return [example for example in training_data.training_examples if example.get(STATES)]


def hanging(training_data: TrainingData) -> list[Message]:
    """The examples that go on about something; alone they ask about no item either."""
    return [example for example in training_data.training_examples if example.get(HANGS)]


def written(training_data: TrainingData) -> list[Message]:
    """All examples that people wrote, whatever they teach: those bear features."""
    return asked(training_data) + stating(training_data) + hanging(training_data)


def spelled(message: Message) -> str:
    """What a message was meant to be written like; an example that teaches, as it was written."""
    return message.get(SPELLED) or message.get(TEXT) or ""


def said_of(message: Message) -> Said:
    """The message from every side; worked out once, then kept on the message."""
    kept: Said | None = message.get(SAID)
    if kept is None:
        kept = said(spelled(message))
        message.set(SAID, kept)
    return kept


def intent_of(example: Message) -> str | None:
    """The intent that a question bears, "out_of_scope" where it has neither one nor an item."""
    bears: str | None = example.get(INTENT)
    return bears or (None if example.get(ITEMS) else corpus.OUT_OF_SCOPE)


def _message(row: corpus.Question, of_guide: bool) -> Message:
    data: dict[str, Any] = {TEXT: row.text, ITEMS: list(row.items), OF_GUIDE: of_guide, TOPIC: row.topic}
    if row.intent and row.intent != corpus.OUT_OF_SCOPE:
        data[INTENT] = row.intent
    return Message(data)
