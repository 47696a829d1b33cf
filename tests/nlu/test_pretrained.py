"""A centre's own sentence encoder, whatever sentence-transformers reads: used by a setting alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, StaticEmbedding, Transformer
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import BertConfig, BertModel, BertTokenizerFast

from knowledge.guide import Guide
from nlu import retrieval, sources
from nlu.corpus import Question
from nlu.encoder import Encoder
from nlu.evidence import Batch
from nlu.lexical import LexicalSpace
from nlu.said import said
from nlu.teaching import Teaching, classes_of

QUESTIONS = (
    *(Question(text, (28,)) for text in ("失业金怎么领", "失业了去哪领钱", "失业金领取材料")),
    *(Question(text, (80,)) for text in ("社保卡丢了怎么补", "补办社保卡", "社保卡补换去哪")),
    *(Question(text, (), "out_of_scope", "bank") for text in ("银行卡丢了", "房贷利率多少", "信用卡怎么还")),
)
DIMENSION = 24
CHARACTERS = sorted({character for question in QUESTIONS for character in question.text})


def _static(folder: Path) -> SentenceTransformer:
    """Every character a vector, the text their mean."""
    tokenizer = Tokenizer(models.WordLevel({c: n for n, c in enumerate(["[UNK]", *CHARACTERS])}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    return SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=DIMENSION)], device="cpu")


def _bert(folder: Path) -> SentenceTransformer:
    """Two layers of attention with random weights."""
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *CHARACTERS]
    sizes = {"hidden_size": DIMENSION, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32}
    BertModel(BertConfig(vocab_size=len(words), max_position_embeddings=64, **sizes)).save_pretrained(folder)
    BertTokenizerFast(vocab={word: n for n, word in enumerate(words)}).save_pretrained(folder)
    return SentenceTransformer(modules=[Transformer(str(folder)), Pooling(DIMENSION)], device="cpu")


@pytest.fixture(params=[_static, _bert], ids=["static", "bert"])
def pretrained(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], np.ndarray]:
    """Saves the model and names it in the settings; gives back what the model itself says of a text."""
    torch.manual_seed(7)
    model = request.param(tmp_path / "parts")
    model.save(str(tmp_path / "model"))
    monkeypatch.setenv("QINGFENG_ENCODER", str(tmp_path / "model"))
    return lambda text: model.encode([text], normalize_embeddings=True)


@pytest.fixture
def teaching(guide: Guide, pretrained: Callable[[str], np.ndarray]) -> Teaching:
    numbers = [item.number for item in guide.items]
    messages = tuple(said(question.text) for question in QUESTIONS)
    classes = tuple(classes_of(question, numbers, ("bank",)) for question in QUESTIONS)
    dense = Encoder.current().encode_many([message.clean for message in messages])
    return Teaching(messages, LexicalSpace(1).fit(messages), dense, classes, len(numbers))


def test_it_is_fed_the_text_itself(pretrained: Callable[[str], np.ndarray]) -> None:
    rows = Encoder.current().encode(["补办社保卡", "失业金怎么领"])
    assert rows.shape == (2, DIMENSION)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.allclose(rows[:1], pretrained("补办社保卡"), atol=1e-5)


def test_retrieval_learns_with_it(teaching: Teaching, guide: Guide) -> None:
    assert teaching.dense.shape == (len(QUESTIONS), DIMENSION)
    found = retrieval.learn(teaching, guide).evidence(Batch(teaching.messages, teaching.lexical, teaching.dense))
    assert found.shape[:2] == (len(QUESTIONS), teaching.items + 1)
    assert np.isfinite(found).all()


def test_cross_fitting_goes_through_it(teaching: Teaching, guide: Guide) -> None:
    found, targets = retrieval.cross_fit(teaching, teaching.take([0, 3, 6]), guide, folds=3)
    assert found.shape[:2] == targets.shape == (len(QUESTIONS), teaching.items + 1)


@pytest.mark.usefixtures("pretrained")
def test_another_encoder_makes_a_trained_model_stale(tmp_path: Path) -> None:
    before = sources.fingerprint()
    weights = next((tmp_path / "model").rglob("*.safetensors"))
    weights.write_bytes(weights.read_bytes() + b"\0")
    assert sources.fingerprint() != before
