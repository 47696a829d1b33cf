"""The contract of every graph component: it says what it depends on, so that a stale one is never re-used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from rasa.engine.graph import GraphComponent

from knowledge.guide.load import DATA
from nlu import sources
from nlu.corpus import FOLDER
from nlu.dense import MeaningFeaturizer
from nlu.facts.component import FactFinder
from nlu.featurizer import LexicalFeaturizer
from nlu.intent import IntentClassifier
from nlu.retriever import ItemRetriever
from nlu.spelling.component import SpellingCorrector
from nlu.tokenizer import GuideTokenizer

COMPONENTS = [
    SpellingCorrector,
    GuideTokenizer,
    LexicalFeaturizer,
    MeaningFeaturizer,
    FactFinder,
    IntentClassifier,
    ItemRetriever,
]
CONFIG = yaml.safe_load((Path(__file__).parents[2] / "config.yml").read_text("utf-8"))


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda c: c.__name__)
def test_every_component_is_in_the_pipeline_and_knows_its_settings(component: type[GraphComponent]) -> None:
    name = f"{component.__module__}.{component.__name__}"
    row = next(row for row in CONFIG["pipeline"] if row["name"] == name)
    assert set(row) - {"name"} <= set(component.get_default_config())


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda c: c.__name__)
@pytest.mark.parametrize(
    ("variable", "original", "file"),
    [("QINGFENG_GUIDE", DATA, "offices.yml"), ("QINGFENG_QUESTIONS", FOLDER, "ambiguous.yml")],
)
def test_a_changed_file_changes_the_fingerprint(
    component: type[GraphComponent],
    variable: str,
    original: Path,
    file: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(original, tmp_path / "copy")
    monkeypatch.setenv(variable, str(tmp_path / "copy"))
    before = component.fingerprint_addon({})
    path = tmp_path / "copy" / file
    path.write_text(path.read_text("utf-8") + "\n# 改了一个字\n", "utf-8")
    assert component.fingerprint_addon({}) != before


def test_the_fingerprint_covers_code_dictionary_and_encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {path.name for path in sources._files()}
    assert {"words.txt", "normalise.py", "evidence.py", "load.py"} <= names
    before = sources.fingerprint()
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    monkeypatch.setenv("QINGFENG_ENCODER", str(tmp_path))
    assert sources.fingerprint() != before


def test_held_out_questions_are_not_part_of_the_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(FOLDER, tmp_path / "copy")
    monkeypatch.setenv("QINGFENG_QUESTIONS", str(tmp_path / "copy"))
    before = sources.fingerprint()
    (tmp_path / "copy" / "held_out" / "028.yml").write_text("item: 28\nquestions: {}\n", "utf-8")
    assert sources.fingerprint() == before


@pytest.mark.parametrize("name", ["rules.yml", "prohibited.yml", "coverage.yml"])
def test_what_learns_nothing_asks_for_no_training(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(DATA, tmp_path / "copy")
    monkeypatch.setenv("QINGFENG_GUIDE", str(tmp_path / "copy"))
    before = sources.fingerprint()
    path = tmp_path / "copy" / name
    path.write_text(path.read_text("utf-8") + "\n# 改了一个字\n", "utf-8")
    assert sources.fingerprint() == before


def test_what_finds_facts_is_part_of_the_model_and_what_judges_them_is_not() -> None:
    paths = {path.relative_to(DATA.parents[1]) for path in sources._files() if DATA.parents[1] in path.parents}
    assert not [path for path in paths if "prohibited" in path.parts]
    assert {
        Path("nlu/facts/find.py"),
        Path("nlu/facts/words/leaving.yml"),
        Path("nlu/questions/facts/leaving.yml"),
    } <= paths
