"""Teaches the reader: ``python -m nlu.reader.teach [READER]``, half an hour on two cores.

It starts from the encoder as it is used, gives it low-rank additions, and learns from the sentences on facts beside
ordinary questions. What a sentence was not written for it states hardly ever; that teaches too, with less weight.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import torch
from safetensors.torch import save_file
from sentence_transformers import SentenceTransformer
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

from knowledge.guide import load
from knowledge.prohibited import Ground
from nlu import corpus, pretrained, sources
from nlu.adapter import lora, teach
from nlu.facts import sentences
from nlu.facts.find import facts
from nlu.normalise import normalise
from nlu.reader.head import Head
from nlu.reader.reader import HEAD, TAUGHT

_BESIDE = 0.15
_EVERY = 4
_NO_FACT = -1
_RANK, _LEFT_OUT, _HEAD_RATE = 16, 0.1, 4e-3


@dataclass(frozen=True)
class Row:
    """A message as token ids, the place of the fact it was written for (-1: none) and whether it states it."""

    ids: Sequence[int]
    fact: int
    stated: bool


@dataclass(frozen=True)
class Pace:
    """How it is taught; ``questions`` without a fact are drawn anew for each round."""

    rounds: int = 4
    batch: int = 64
    rate: float = 1e-3
    questions: int = 3000
    seed: int = 7


def fit(network: nn.Module, head: Head, rows: Sequence[Row], others: Sequence[Row], filler: int, pace: Pace) -> None:
    """Teaches additions and head in place; says after each round how large the loss is."""
    torch.manual_seed(pace.seed)
    rng = random.Random(pace.seed)  # noqa: S311 - for shuffling
    lora.attach(network, _RANK, _LEFT_OUT)
    where = next(network.parameters()).device
    network.to(where).train()
    head.to(where).train()
    taught = [weight for weight in network.parameters() if weight.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": taught, "lr": pace.rate}, {"params": head.parameters(), "lr": _HEAD_RATE}], weight_decay=0.01
    )
    drawn = min(pace.questions, len(others))
    steps = pace.rounds * -(-(len(rows) + drawn) // pace.batch)
    speed = torch.optim.lr_scheduler.OneCycleLR(optimiser, [pace.rate, _HEAD_RATE], total_steps=steps, pct_start=0.15)
    for done in range(pace.rounds):
        lost = 0.0
        data = [*rows, *rng.sample(list(others), drawn)]
        for part in teach.batches(data, pace.batch, lambda row: len(row.ids), rng):
            found = head(teach.vectors(network, [row.ids for row in part], filler))
            loss = _loss(found, part)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(taught, 1.0)
            optimiser.step()
            speed.step()
            lost += float(loss.detach()) * len(part) / len(data)
        print(f"{done + 1}/{pace.rounds} {lost:.3f}", flush=True)


def _loss(found: Tensor, rows: Sequence[Row]) -> Tensor:
    targets, shares = torch.zeros(found.shape), torch.full(found.shape, _BESIDE)
    for target, share, row in zip(targets, shares, rows, strict=True):
        if row.fact != _NO_FACT:
            target[row.fact], share[row.fact] = float(row.stated), 1.0
    losses = binary_cross_entropy_with_logits(found, targets.to(found.device), reduction="none")
    return (losses * shares.to(found.device)).sum() / len(rows)


def main() -> None:
    """Writes the reader to the file named on the command line, else to where it is read from."""
    model = SentenceTransformer(str(pretrained.folder()), device="cpu", local_files_only=True)
    network = cast(Any, model[0]).auto_model.to("cuda" if torch.cuda.is_available() else "cpu")
    told = sentences.load()
    grounds = list(dict.fromkeys(Ground(row.fact, row.value) for row in told))
    places = load(sources.guide_folder()).places
    plain = [question.text for question in corpus.load()[::_EVERY] if not facts(question.text, places)]
    ids = _ids(model, [*(row.text for row in told), *plain])
    rows = [Row(ids[n], grounds.index(Ground(row.fact, row.value)), row.stated) for n, row in enumerate(told)]
    others = [Row(some, _NO_FACT, False) for some in ids[len(told) :]]
    head = Head(network.config.hidden_size, len(grounds))
    vectors = model.encode([normalise(row.text) for row in told], convert_to_tensor=True)
    head.mean = vectors.mean(0).cpu()
    fit(network, head, rows, others, model.tokenizer.pad_token_id, Pace())
    about = {"encoder": pretrained.version(), "grounds": json.dumps([[one.fact, one.value] for one in grounds])}
    learned = {HEAD + name: value.cpu() for name, value in head.state_dict().items()}
    save_file({**lora.factors(network), **learned}, sys.argv[1] if sys.argv[1:] else TAUGHT, about)


def _ids(model: SentenceTransformer, texts: Sequence[str]) -> list[list[int]]:
    prompt = model.prompts[model.default_prompt_name or ""] or ""
    found: list[list[int]] = model.tokenizer([prompt + normalise(text) for text in texts], truncation=True)["input_ids"]
    return found


if __name__ == "__main__":
    main()
