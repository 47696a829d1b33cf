"""Teaches the sentence encoder our field: ``python -m nlu.adapter.teach LESSONS ADAPTER`` (``lessons`` writes LESSONS).

Only low-rank additions are taught; with ``--start ADAPTER`` they go on from what that one learned. Four heads on the
vector say what is asked about, which aspect, and yes or no: left open, bare, each fact. They are thrown away; what the
vectors learned to tell apart stays.
Needs torch, transformers and safetensors alone, so that it runs on a machine that has a GPU and little else.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, dropout, log_softmax, normalize
from transformers import BertConfig, BertModel

from nlu.adapter import lora

Row = dict[str, Any]
_T = TypeVar("_T")
_ITEM, _ASPECT = 1.0, 0.3
_UNSURE = 0.05  # how much of each target is spread over all classes
_MEMORY = 0.98  # of the running mean of all vectors


@dataclass(frozen=True)
class Settings:
    """How it is taught; ``layers`` of the network are kept, ``noisy`` is the share of rows read as mistyped."""

    rank: int = 16
    layers: int = 12
    epochs: int = 8
    batch: int = 192
    rate: float = 2e-3
    noisy: float = 0.3
    left_out: float = 0.1
    seed: int = 7


def network(lessons: Row, layers: int) -> BertModel:
    """The encoder of the lessons with its first ``layers``."""
    model = BertModel(BertConfig(**lessons["config"]), add_pooling_layer=False)
    model.load_state_dict({name: rows.float() for name, rows in lessons["weights"].items()})
    model.encoder.layer = model.encoder.layer[:layers]
    return model


def vectors(model: nn.Module, rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    """Token ids → unit vectors, the mean over the tokens."""
    where = next(model.parameters()).device
    longest = max(map(len, rows))
    ids = torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows], device=where)
    mask = torch.tensor([[1.0] * len(row) + [0.0] * (longest - len(row)) for row in rows], device=where)
    half = model.training and (where.type == "cuda" or torch.cpu._is_avx512_bf16_supported())
    with torch.autocast(where.type, torch.bfloat16, enabled=half):
        hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
    return normalize((hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=1)


def teach(lessons: Row, settings: Settings, start: Mapping[str, Tensor] | None = None) -> BertModel:
    """The network with its additions taught, from ``start`` on; says after each round how large the loss is."""
    torch.manual_seed(settings.seed)
    rng = random.Random(settings.seed)  # noqa: S311 - for shuffling
    where = "cuda" if torch.cuda.is_available() else "cpu"
    model = network(lessons, settings.layers)
    lora.attach(model, settings.rank, settings.left_out)
    if start is not None:
        lora.resume(model, start)
    nn.Module.to(model, torch.device(where))
    model.train()
    heads = _Heads(model.config.hidden_size, lessons).to(where)
    taught = [weight for weight in model.parameters() if weight.requires_grad]
    groups = [{"params": taught, "lr": settings.rate}, {"params": list(heads.parameters()), "lr": 4e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = settings.epochs * -(-len(lessons["rows"]) // settings.batch)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, [settings.rate, 4e-3], total_steps=steps, pct_start=0.15)
    for epoch in range(settings.epochs):
        lost = 0.0
        for part in batches(lessons["rows"], settings.batch, lambda row: len(row["ids"]), rng):
            ids = [rng.choice(row["noisy"]) if rng.random() < settings.noisy else row["ids"] for row in part]
            loss = heads.loss(vectors(model, ids, lessons["config"]["pad_token_id"]), part)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(taught, 1.0)
            optimiser.step()
            pace.step()
            lost += float(loss.detach()) * len(part) / len(lessons["rows"])
        print(f"{epoch + 1}/{settings.epochs} {lost:.3f}", flush=True)
    model.eval()
    return model


class _Heads(nn.Module):
    """Classes, aspects, and what is answered by yes or no, each linear on the centred vector."""

    _weights: Tensor
    _mean: Tensor

    def __init__(self, width: int, lessons: Row) -> None:
        super().__init__()
        self._classes = nn.Linear(width, lessons["classes"])
        self._aspects = nn.Linear(width, lessons["aspects"])
        self._yes_no = nn.Linear(width, len(lessons["yes_no"]))
        self.register_buffer("_weights", torch.tensor(lessons["yes_no"]))
        self.register_buffer("_mean", torch.zeros(width))

    def loss(self, rows: Tensor, lessons: Sequence[Row]) -> Tensor:
        """How far the rows are from what the lessons say."""
        with torch.no_grad():
            fresh = rows.mean(0)
            self._mean = _MEMORY * self._mean + (1 - _MEMORY) * fresh if self._mean.any() else fresh
        seen = dropout(8 * normalize(rows - self._mean, dim=1), 0.3)
        aspects = torch.tensor([row["aspect"] for row in lessons], device=rows.device)
        by_aspect = cross_entropy(self._aspects(seen), aspects, ignore_index=-1, label_smoothing=_UNSURE)
        return _ITEM * self._by_class(seen, lessons) + _ASPECT * by_aspect + self._by_yes_no(seen, lessons)

    def _by_class(self, seen: Tensor, lessons: Sequence[Row]) -> Tensor:
        logs = log_softmax(self._classes(seen), dim=1)
        targets = torch.zeros(logs.shape)
        for target, row in zip(targets, lessons, strict=True):
            target[row["classes"]] = (1 - _UNSURE) / max(len(row["classes"]), 1)
        known = targets.sum(1) > 0
        spread = (targets[known] + _UNSURE / logs.shape[1]).to(logs.device)
        return -(spread * logs[known.to(logs.device)]).sum(1).mean()

    def _by_yes_no(self, seen: Tensor, lessons: Sequence[Row]) -> Tensor:
        answers = torch.full((len(lessons), len(self._weights)), -1.0)
        for answer, row in zip(answers, lessons, strict=True):
            for column, yes in row["yes_no"].items():
                answer[column] = yes
        answers = answers.to(seen.device)
        known = (answers >= 0).float()
        losses = binary_cross_entropy_with_logits(self._yes_no(seen), answers.clamp(min=0), reduction="none")
        return ((losses * known).sum(0) / known.sum(0).clamp(min=1)) @ self._weights


def batches(rows: Sequence[_T], size: int, length: Callable[[_T], int], rng: random.Random) -> Iterator[list[_T]]:
    """Rows of like length go together, in chance order: little is filled up."""
    alike = sorted(rows, key=lambda row: length(row) + rng.random() * 12)
    parts = [alike[start : start + size] for start in range(0, len(alike), size)]
    yield from rng.sample(parts, len(parts))


def main() -> None:
    """Reads the lessons, teaches, writes the adapter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lessons")
    parser.add_argument("adapter")
    parser.add_argument("--start")
    for name, value in asdict(Settings()).items():
        parser.add_argument(f"--{name}", type=type(value), default=value)
    given = vars(parser.parse_args())
    lessons = torch.load(given.pop("lessons"), weights_only=True)
    adapter, start = given.pop("adapter"), given.pop("start")
    model = teach(lessons, Settings(**given), load_file(start) if start else None)
    save_file({**lora.factors(model), "taught": lessons["taught"]}, adapter)


if __name__ == "__main__":
    main()
