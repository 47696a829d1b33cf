"""What the encoder of the set-up was taught: which questions, which never, and that it is part of its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlu import corpus, pretrained, sources
from nlu.adapter import lessons, taught


def test_nothing_held_out_was_taught() -> None:
    asked = {taught.key(question.text) for question in corpus.load()}
    assert not {taught.key(question.text) for question in corpus.load_held_out()} & (taught.questions() - asked)


def test_one_question_in_eight_is_never_taught() -> None:
    back = [question for question in corpus.load() if lessons.held_back(question.text)]
    assert len(corpus.load()) / 10 < len(back) < len(corpus.load()) / 6
    assert not any(sources.was_taught(question.text) for question in back)


def test_a_new_question_was_not_taught() -> None:
    assert not sources.was_taught("这一句谁也没有写过：鲸鱼养老认证第九次去哪儿")


def test_spelling_makes_no_difference() -> None:
    assert taught.key("社保卡丢了 ") == taught.key("社保卡丟了") == taught.key("社保卡丢了😭")


def test_a_centres_own_encoder_was_taught_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    known = next(question.text for question in corpus.load() if sources.was_taught(question.text))
    monkeypatch.setenv("QINGFENG_ENCODER", "somewhere/else")
    assert not sources.was_taught(known)


def test_other_lessons_make_another_encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pretrained.version()
    (tmp_path / "taught.safetensors").write_bytes(b"other")
    monkeypatch.setattr(taught, "ADAPTER", tmp_path / "taught.safetensors")
    assert pretrained.version() != before
