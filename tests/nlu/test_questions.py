"""The questions: enough for every item, none taught twice under two labels, none of the held-out ones taught."""

from __future__ import annotations

from collections import defaultdict

from knowledge.guide import Guide
from nlu import corpus
from nlu.normalise import normalise


def _plain(text: str) -> str:
    return "".join(c for c in normalise(text) if c.isalnum())


def test_every_item_has_questions(guide: Guide) -> None:
    counts: dict[int, int] = defaultdict(int)
    for question in corpus.load():
        if len(question.items) == 1:
            counts[question.items[0]] += 1
    assert {item.number for item in guide.items if counts[item.number] < 60} == set()


def test_questions_name_known_items_and_intents(guide: Guide) -> None:
    numbers = {item.number for item in guide.items}
    assert all(set(question.items) <= numbers for question in corpus.load())
    assert all(question.intent or question.items for question in corpus.load())


def test_no_question_is_taught_under_two_labels() -> None:
    labels = defaultdict(set)
    for question in corpus.load():
        if _plain(question.text):
            labels[_plain(question.text)].add(question.items or question.intent)
    assert {text: found for text, found in labels.items() if len(found) > 1} == {}


def test_held_out_questions_are_not_taught() -> None:
    taught = {_plain(question.text) for question in corpus.load()}
    assert [q.text for q in corpus.load_held_out() if _plain(q.text) in taught] == []
