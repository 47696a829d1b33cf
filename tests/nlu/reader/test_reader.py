"""The network that reads facts, as it is shipped: on sentences that it was not taught."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from safetensors.torch import load_file, save_file

from knowledge.errors import GuideError
from knowledge.prohibited import Ground
from nlu.facts import sentences
from nlu.reader.reader import TAUGHT, Reader, _loaded

OWN, SERVING = Ground("leaving", "own_will"), Ground("custody", "serving")
MOVE = Ground("move", "within_province")
STATED = {
    "left by oneself": (OWN, "嫌离家远，我上个月自己递的辞呈，失业金给批吗"),
    "a relative in prison": (SERVING, "我大爷判了四年，现在还在里头，他的退休金能替他领吗"),
    "between two cities of the province": (MOVE, "我从锦州调回抚顺上班，企业养老要转过来"),
}
NOT_STATED = {
    "somebody else left": (OWN, "听说隔壁老王是自己辞的没领着，我是厂里裁的，失业金咋领"),
    "only thinks of it": (OWN, "要是以后我自己辞职，还能领失业金吗，现在还干着呢"),
    "a prison guard": (SERVING, "我在监狱当管教三十年，退休金怎么换卡"),
    "out of prison": (SERVING, "我叔刑满放出来半年了，养老金怎么恢复"),
    "another province": (MOVE, "从石家庄回抚顺，企业养老怎么转"),
}


@pytest.mark.parametrize(("ground", "text"), STATED.values(), ids=STATED)
def test_what_is_stated(ground: Ground, text: str) -> None:
    assert Reader.current().chances(text)[ground] > 0.5


@pytest.mark.parametrize(("ground", "text"), NOT_STATED.values(), ids=NOT_STATED)
def test_what_only_sounds_like_it(ground: Ground, text: str) -> None:
    assert Reader.current().chances(text)[ground] < 0.5


def test_it_reads_for_every_fact_that_has_sentences() -> None:
    told = {Ground(row.fact, row.value) for row in sentences.load()}
    assert set(Reader.current().chances("我想问问")) == told


def test_a_reader_of_another_encoder_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "taught.safetensors"
    save_file(load_file(TAUGHT), other, {"encoder": "another-1", "grounds": json.dumps([])})
    with pytest.raises(GuideError, match="another-1") as refused:
        _loaded(other)
    assert "nlu.reader.teach" in str(refused.value)
