"""``qingfeng questions``: what it prints, and that a question that stands twice ends with one sentence and status 2."""

from __future__ import annotations

from pathlib import Path

from tests.bot.test_cli import qingfeng


def test_the_report_has_items_topics_and_pairs() -> None:
    done = qingfeng("questions", "report")
    assert done.returncode == 0, done.stderr
    assert all(word in done.stdout for word in ("三字不重复率", "medical_insurance", "不同事项之间最像的问题"))


def test_the_check_names_files_texts_and_remedy(tmp_path: Path) -> None:
    for folder, number in (("items", 1), ("stories", 2), ("held_out", 3)):
        (tmp_path / folder).mkdir()
        text = f"item: {number}\nquestions:\n  overview:\n    - 渔船证丢了怎么补办\n"
        (tmp_path / folder / f"{number:03}.yml").write_text(text, "utf-8")
    done = qingfeng("questions", "check", env={"QINGFENG_QUESTIONS": str(tmp_path)})
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 3
    assert f"{tmp_path / 'items' / '001.yml'}:4" in done.stdout
    assert "第 1 项“渔船证丢了怎么补办”与留出的第 3 项“渔船证丢了怎么补办”重复" in done.stdout
    assert "请删去或改写教的那一句" in done.stdout
    assert len(done.stderr.splitlines()) == 1
