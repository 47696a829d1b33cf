"""What experts decided becomes lines that YAML reads back, once, masked; the diff applies."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from bot.copilot.export import export, scalar
from bot.store.review import Entry

ITEM = "item: 28\ntitle: 失业保险金申领\nquestions:\n  overview:\n    - 失业金怎么领\n  materials:\n    - 要带啥\n"


def entry(text: str | None, state: str = "item", item: int | None = 28, aspect: str = "overview") -> Entry:
    return Entry(1, "refused", 0.0, "widget", "问", None, None, (), aspect, state, item, text, "专家", 1.0, None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "nlu" / "questions"
    for part in ("items", "stories", "held_out", "out_of_scope"):
        (made / part).mkdir(parents=True)
    (made / "items" / "028.yml").write_text(ITEM, "utf-8")
    (made / "held_out" / "028.yml").write_text(ITEM.replace("失业金怎么领", "留出的这一句"), "utf-8")
    return made


def applied(diff: str, folder: Path, name: str) -> dict[str, object]:
    subprocess.run(["git", "apply", "--unsafe-paths"], input=diff, text=True, check=True, cwd=folder.parent.parent)
    loaded: dict[str, object] = yaml.safe_load((folder / name).read_text("utf-8"))
    return loaded


def test_a_line_at_the_end_of_its_aspect(folder: Path) -> None:
    done = export([entry("下岗了钱咋要"), entry("带几张照片", aspect="materials")], folder, {})
    assert done.lines == 2
    assert applied(done.diff, folder, "items/028.yml")["questions"] == {
        "overview": ["失业金怎么领", "下岗了钱咋要"],
        "materials": ["要带啥", "带几张照片"],
    }


def test_an_aspect_and_a_file_that_are_new(folder: Path) -> None:
    entries = [
        entry("钱隔几天能到手呀", aspect="time_limit"),
        entry("卡丢了", item=80),
        entry("医保咋报", "outside", None),
    ]
    done = export(entries, folder, {80: "社会保障卡补换"})
    assert applied(done.diff, folder, "items/028.yml")["questions"]["time_limit"] == ["钱隔几天能到手呀"]  # type: ignore[index]
    read = [
        yaml.safe_load((folder / name).read_text("utf-8")) for name in ("items/080.yml", "out_of_scope/from_review.yml")
    ]
    assert read[0] == {"item": 80, "title": "社会保障卡补换", "questions": {"overview": ["卡丢了"]}}
    assert read[1] == {"intent": "out_of_scope", "topic": "from_review", "questions": ["医保咋报"]}


def test_what_is_there_already_is_left_out(folder: Path) -> None:
    texts = ["失业金怎么领？", "留出的这一句", "新的一句", "新的一句。", "", None]
    done = export([entry(text) for text in texts], folder, {})
    assert (done.lines, done.left_out) == (1, ("失业金怎么领？", "留出的这一句", "新的一句。"))
    assert export([entry("失业金怎么领")], folder, {}).diff == ""


def test_personal_numbers_are_masked_again(folder: Path) -> None:
    assert "13812345678" not in export([entry("我电话13812345678怎么领")], folder, {}).diff


@pytest.mark.parametrize(
    "text", ["a: b", "- x", "#1", "yes", "12", "'引号", '"双', "{a}", "x" * 300, "on", "问：为啥？"]
)
def test_whatever_was_said_stays_one_string(text: str) -> None:
    assert yaml.safe_load(f"- {scalar(text)}") == [text]
    assert "\n" not in scalar(text)


def test_the_files_of_the_project_take_lines() -> None:
    from nlu import corpus

    entries = [entry("这句话库里肯定没有呀", aspect=aspect, item=n) for n, aspect in ((1, "overview"), (89, "amount"))]
    entries += [entry("这句话库里也没有", "outside", None)]
    done = export(entries, corpus.FOLDER, {})
    assert done.lines == 2
    root = corpus.FOLDER.parent.parent
    subprocess.run(["git", "apply", "--check"], input=done.diff, text=True, check=True, cwd=root)
