"""Writes down what the sentence encoder is taught: ``python -m nlu.adapter.lessons LESSONS``.

Every question with its classes and aspect, whether it leaves open what decides, whether it is bare; every sentence
about a fact. One question in eight is held back: on those the ranker is fitted, which must see vectors as they are of
messages that nobody taught. Each row stands there twice more as it could be mistyped.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any, cast

import torch
from sentence_transformers import SentenceTransformer

from knowledge.guide import load
from nlu import corpus, guide_text, pretrained, sources, teaching
from nlu.adapter.taught import key
from nlu.corpus import ASPECTS, OUT_OF_SCOPE, Question
from nlu.facts import sentences
from nlu.noise import noisy
from nlu.normalise import normalise

Row = dict[str, Any]
_HELD_BACK = 8
_KINDS = (*["homophone"] * 3, *["near_sound"] * 2, "dropped", "doubled", "digits")
_OPEN, _BARE = 0, 1
_KEPT = ("classes", "aspect", "yes_no")
_EMBEDDINGS = "embeddings.word_embeddings.weight"
# How much "left open", "bare" and all facts together weigh beside the classes.
_SHARES = (0.3, 0.2, 0.5)


def held_back(text: str) -> bool:
    """Whether a question is never taught to the encoder."""
    return key(text) % _HELD_BACK == 0


def lessons(model: SentenceTransformer) -> Row:
    """Everything that ``teach`` needs: rows, weights of the encoder, with the embeddings of the pieces that occur."""
    guide = load(sources.guide_folder())
    asked = [question for question in corpus.load() if not held_back(question.text)]
    stated = sentences.load()
    facts = sorted({(row.fact, row.value) for row in stated})
    numbers = [item.number for item in guide.items]
    rows = [*_asked([*asked, *guide_text.questions(guide)], numbers), *_stated(stated, facts)]
    topics = teaching.topics_of(asked)
    taught = torch.tensor(sorted({key(question.text) for question in asked}))
    measures = {"classes": len(numbers) + len(topics), "aspects": len(_aspects(asked))}
    weights = [*_SHARES[:2], *[_SHARES[2] / len(facts)] * len(facts)]
    return {**_tokens(rows, model), **measures, "yes_no": weights, "taught": taught}


def _asked(questions: Sequence[Question], numbers: Sequence[int]) -> list[Row]:
    topics, aspects = teaching.topics_of(questions), _aspects(questions)
    grouped = set().union(*(question.items for question in questions if len(question.items) > 1))
    rows = []
    for question in questions:
        bare = question.intent in ASPECTS and not question.items
        yes_no = {_BARE: float(bare)}
        if grouped.intersection(question.items):
            yes_no[_OPEN] = float(len(question.items) > 1)
        classes = teaching.classes_of(question, numbers, topics)
        aspect = aspects.index(question.intent) if question.intent in aspects else -1
        rows.append({"text": question.text, "classes": list(classes), "aspect": aspect, "yes_no": yes_no})
    return rows


def _stated(found: Sequence[sentences.Sentence], facts: Sequence[tuple[str, str]]) -> list[Row]:
    places = {fact: n + _BARE + 1 for n, fact in enumerate(facts)}
    return [
        {"text": row.text, "classes": [], "aspect": -1, "yes_no": {places[row.fact, row.value]: float(row.stated)}}
        for row in found
    ]


def _aspects(questions: Sequence[Question]) -> list[str]:
    return sorted({question.intent for question in questions if question.intent} - {OUT_OF_SCOPE})


def _tokens(rows: Sequence[Row], model: SentenceTransformer) -> Row:
    """The rows as token ids of the pieces that occur, and the network with those pieces only."""
    rng = Random(7)  # noqa: S311 - for noise
    spelled = [[normalise(text) for text in (row["text"], *_mistyped(row["text"], rng))] for row in rows]
    prompt = model.prompts[model.default_prompt_name or ""] or ""
    ids = [model.tokenizer([prompt + text for text in texts], truncation=True)["input_ids"] for texts in spelled]
    pieces = sorted({piece for texts in ids for text in texts for piece in text} | {model.tokenizer.pad_token_id})
    place = {piece: n for n, piece in enumerate(pieces)}
    told = []
    for row, texts in zip(rows, ids, strict=True):
        clean, *noisy_ones = ([place[piece] for piece in text] for text in texts)
        told.append({**{name: row[name] for name in _KEPT}, "ids": clean, "noisy": noisy_ones})
    return {"rows": told, "pieces": pieces, **_network(model, pieces, place[model.tokenizer.pad_token_id])}


def _network(model: SentenceTransformer, pieces: Sequence[int], filler: int) -> Row:
    """Its weights in half precision, with the embeddings of those pieces, and its measures."""
    network = cast(Any, model[0]).auto_model
    state = network.state_dict().items()
    weights = {name: value.half() for name, value in state if not name.startswith("pooler.")}
    weights[_EMBEDDINGS] = weights[_EMBEDDINGS][list(pieces)]
    measures = {**network.config.to_diff_dict(), "vocab_size": len(pieces), "pad_token_id": filler}
    return {"weights": weights, "config": measures}


def _mistyped(text: str, rng: Random) -> list[str]:
    found = []
    for _ in range(2):
        typed = text
        for _ in range(rng.choice((1, 1, 2, 3))):
            typed = noisy(typed, rng.choice(_KINDS), rng)
        found.append(typed)
    return found


def main() -> None:
    """Writes the lessons to the file named on the command line."""
    model = SentenceTransformer(str(pretrained.untaught()), device="cpu", local_files_only=True)
    torch.save(lessons(model), Path(sys.argv[1]))


if __name__ == "__main__":
    main()
