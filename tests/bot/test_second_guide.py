"""Another centre: three items, no authored questions, its own phones and case, through the same commands."""

from __future__ import annotations

import json
import shutil

import pytest

from bot.settings import Settings
from tests.bot.test_cli import SECOND, qingfeng

QUESTIONS = {
    "船员证丢了怎么补办": 3,
    "打鱼的怎么上养老保险，要带什么材料": 1,
    "休渔期的补贴几号能领": 2,
    "今天天气怎么样": None,
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """The answers of a centre that imported its guide and trained."""
    root = tmp_path_factory.mktemp("centre")
    shutil.copytree(SECOND / "second_guide", root / "guide")
    (root / "questions").mkdir()
    shutil.copytree(Settings().var / "cache" / "vectors", root / "var" / "cache" / "vectors")  # else encoded anew
    env = {
        "QINGFENG_GUIDE": str(root / "guide"),
        "QINGFENG_QUESTIONS": str(root / "questions"),
        "QINGFENG_VAR": str(root / "var"),
    }
    assert qingfeng("guide", "import", str(SECOND / "second_guide.txt"), env=env).returncode == 0
    lines = "\n".join(json.dumps({"id": text, "text": text}) for text in QUESTIONS)
    done = qingfeng("batch", env=env, stdin=lines)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {row["id"]: row["answer"] for row in rows}


@pytest.mark.parametrize(("text", "item"), QUESTIONS.items())
def test_found_from_the_guides_text_alone(answers: dict[str, dict[str, object]], text: str, item: int | None) -> None:
    assert answers[text]["item"] == item


def test_its_own_case_and_phones(answers: dict[str, dict[str, object]]) -> None:
    text = str(answers["休渔期的补贴几号能领"]["text"])
    assert "休渔期内违规出海的人员" in text
    assert "每月 5 日至 12 日受理" in text
    assert "12399" in text
    assert "12333" not in text


def test_nothing_of_it_is_left_behind_by_batch(answers: dict[str, dict[str, object]]) -> None:
    assert len(answers) == len(QUESTIONS)
