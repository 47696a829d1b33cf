"""The sentence encoder: ours, a StaticEmbedding trained from the project's questions, or one given by a centre.

Ours is a bag of terms (characters, words, syllables), so it needs no download and takes well under a
millisecond. Terms are joined by a separator that the tokenizer splits on; ``TERMS`` in the folder says so.
A pretrained encoder, given by path or name, is fed the text itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer, models, pre_tokenizers

from nlu import progress
from nlu.said import Said

TERMS = "terms.txt"
_SEPARATOR = "\x1f"
_UNKNOWN = "\x1eunknown"


class Encoder:
    """Texts → unit vectors, float32, one row a text."""

    def __init__(self, model: SentenceTransformer, of_terms: bool) -> None:
        self._model, self._of_terms = model, of_terms

    @classmethod
    def load(cls, path_or_name: str) -> Encoder:
        """An encoder from a folder, ours or any that sentence-transformers reads."""
        model = SentenceTransformer(path_or_name, device="cpu", local_files_only=True)
        return cls(model, (Path(path_or_name) / TERMS).exists())

    def save(self, folder: Path) -> None:
        """Writes the encoder as a sentence-transformers folder."""
        self._model.save(str(folder), create_model_card=False)
        if self._of_terms:
            (folder / TERMS).write_text("terms", "utf-8")

    def encode(self, messages: Sequence[Said]) -> np.ndarray[Any, Any]:
        """The vectors of the messages, one row each, of length 1 (or 0 where no term is known)."""
        prepared = [_joined(message) if self._of_terms else message.text for message in messages]
        rows = self._model.encode(prepared, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)


def train(
    messages: Sequence[Said], labels: Sequence[int], dimension: int = 96, epochs: int = 4, seed: int = 7
) -> Encoder:
    """Learns an encoder in which messages of one label lie together.

    A softmax over the labels is put on the sum of the term vectors, rare terms counting more (idf) and terms
    dropped at random so that no single word carries a text; the softmax is thrown away afterwards.
    """
    torch.manual_seed(seed)
    joined = [_joined(message) for message in messages]
    tokenizer = _tokenizer(joined)
    rows = [torch.tensor([n for n in row.ids if n] or [0]) for row in _encoded(tokenizer, joined)]
    rarity = _rarity(rows, tokenizer.get_vocab_size())
    classes = {label: n for n, label in enumerate(sorted(set(labels)))}
    target = torch.tensor([classes[label] for label in labels])
    vectors = torch.nn.Parameter(torch.randn(len(rarity), dimension) * 0.02)
    head = torch.nn.Linear(dimension, len(classes))
    optimisers = (
        torch.optim.SparseAdam([vectors], lr=0.003),  # a batch touches a small part of the terms
        torch.optim.Adam(head.parameters(), lr=0.003),
    )
    for epoch in range(epochs):
        for batch in torch.randperm(len(rows)).split(512):
            sums = _sums(vectors, rarity, [rows[n] for n in batch])
            loss = torch.nn.functional.cross_entropy(head(sums), target[batch], label_smoothing=0.05)
            loss.backward()
            for optimiser in optimisers:
                optimiser.step()  # type: ignore[no-untyped-call]
                optimiser.zero_grad()
        progress.report("句子编码器", epoch + 1, epochs)
    weights = (vectors.detach() * rarity[:, None]).numpy()
    model = StaticEmbedding(tokenizer, embedding_weights=weights)
    return Encoder(SentenceTransformer(modules=[model], device="cpu"), of_terms=True)


def _sums(vectors: torch.Tensor, rarity: torch.Tensor, rows: list[torch.Tensor]) -> torch.Tensor:
    """Rarity-weighted sums of the rows' term vectors, six terms in ten left out, by root length."""
    kept = [row[torch.rand(len(row)) > 0.6] for row in rows]
    kept = [part if len(part) else row for part, row in zip(kept, rows, strict=True)]
    lengths = torch.tensor([len(part) for part in kept])
    offsets = torch.cat([torch.zeros(1, dtype=torch.long), lengths[:-1].cumsum(0)])
    terms = torch.cat(kept)
    sums = torch.nn.functional.embedding_bag(
        terms, vectors, offsets, mode="sum", sparse=True, per_sample_weights=rarity[terms]
    )
    return torch.nn.functional.dropout(sums / lengths.sqrt()[:, None], 0.2)


def _rarity(rows: list[torch.Tensor], size: int) -> torch.Tensor:
    counts = torch.bincount(torch.cat([row.unique() for row in rows]), minlength=size)
    return torch.log(len(rows) / (1.0 + counts)) + 1


def _joined(message: Said) -> str:
    return _SEPARATOR.join((*message.characters, *message.words, *message.sounds))


def _tokenizer(joined: Sequence[str], rarest: int = 3) -> Tokenizer:
    seen = Counter(term for terms in joined for term in set(terms.split(_SEPARATOR)))
    kept = [_UNKNOWN, *(term for term, count in seen.items() if count >= rarest)]
    tokenizer = Tokenizer(models.WordLevel({t: n for n, t in enumerate(kept)}, unk_token=_UNKNOWN))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(_SEPARATOR, "removed")
    return tokenizer


def _encoded(tokenizer: Tokenizer, joined: Sequence[str]) -> list[Any]:
    return list(tokenizer.encode_batch(list(joined), add_special_tokens=False))
