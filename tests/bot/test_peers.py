"""The peers on a handful of questions, how they are measured, and the command that does it."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot import labelled
from bot.assistant import Assistant
from bot.cli import evaluate
from bot.peers import compare
from bot.peers.bm25 import BM25
from bot.peers.linear import Linear
from bot.peers.measure import Cost, Measured, auroc, border_at, grown, measured, resident, run
from bot.peers.peer import Peer, Ranking, Taught, taught
from bot.peers.stock_rasa import StockRasa
from bot.peers.table import cells, plain
from bot.settings import Settings
from nlu import corpus
from nlu.corpus import Question

QUESTIONS = (
    Taught("失业金怎么领", 28),
    Taught("失业金要带什么材料", 28),
    Taught("工伤认定在哪办", 36),
    Taught("工伤了怎么赔", 36),
    Taught("今天天气怎么样", None),
    Taught("医保卡丢了怎么办", None),
)
FREE = Cost(None, None, None)


@pytest.mark.parametrize("peer", [BM25(), Linear()], ids=lambda peer: peer.name)
def test_a_peer_finds_the_item_and_what_is_out_of_scope(peer: Peer) -> None:
    peer.train(QUESTIONS)
    inside, outside = peer.rank("请问失业金怎么领啊"), peer.rank("今天天气好不好")
    assert inside.items[0] == 28
    assert peer.rank("工伤怎么赔").items[0] == 36
    assert inside.out < outside.out


@pytest.mark.parametrize("peer", [BM25(), Linear()], ids=lambda peer: peer.name)
@pytest.mark.parametrize("text", ["", "？？", "/restart", "xyzzy", "😀"])
def test_a_peer_bears_any_message(peer: Peer, text: str) -> None:
    peer.train(QUESTIONS)
    assert set(peer.rank(text).items) <= {28, 36}


@pytest.mark.acceptance
def test_stock_rasa_learns_and_ranks_every_item(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RASA_CACHE_DIRECTORY", str(tmp_path / "kept"))
    peer = StockRasa(epochs=1)
    peer.train(QUESTIONS)
    for text in ("失业金怎么领", "/restart", "[甲](乙)"):
        assert set(peer.rank(text).items) == {28, 36}
        assert 0 <= peer.rank(text).out <= 1
    assert not (tmp_path / "kept").exists()


def test_peers_learn_what_the_retriever_learns() -> None:
    questions = [
        Question("失业金怎么领", (28, 30), "overview"),
        Question("工伤怎么赔", (36,), "amount"),
        Question("今天天气怎么样", (), "out_of_scope", "unrelated"),
        Question("要带什么材料", (), "materials"),
        Question("你好", (), "greet"),
    ]
    assert [one.item for one in taught(questions)] == [28, 36, None, None]


def test_without_questions_about_items_the_remedy_is_named() -> None:
    with pytest.raises(ValueError, match="请先写问题"):
        taught([Question("今天天气怎么样", (), "out_of_scope")])


BORDERS = [("none refused", 0.0, 0.9), ("just below one of four", 0.24, 0.9), ("one of four", 0.25, 0.5)]


@pytest.mark.parametrize(("name", "refusals", "border"), BORDERS, ids=[row[0] for row in BORDERS])
def test_border(name: str, refusals: float, border: float) -> None:
    assert border_at([0.1, 0.9, 0.5, 0.2], refusals) == border


def test_border_where_all_or_nobody_is_refused() -> None:
    assert border_at([0.5], 1.0) == border_at([], 0.0) == -float("inf")


def test_what_is_refused_is_not_right_and_equal_scores_are_refused_together() -> None:
    rankings = [Ranking((28,), 0.9), Ranking((36, 28), 0.1), Ranking((1, 2, 3, 36), 0.1), Ranking((28,), 0.1)]
    rights = [(28,), (28,), (36,), (28,)]
    found = measured("甲", [*rankings, Ranking((), 0.9), Ranking((), 0.1)], [*rights, (), ()], 0.25, FREE)
    assert (found.top1, found.top3, found.out_recall) == (0.25, 0.5, 0.5)


def test_auroc_needs_both_sides() -> None:
    assert auroc([0.1, 0.2, 0.9], [(1,), (2,), ()]) == 1.0
    assert auroc([0.1, 0.2], [(1,), (2,)]) is None


def test_a_run_says_what_it_cost() -> None:
    rankings, cost = run(BM25(), QUESTIONS, ["失业金怎么领", "工伤怎么赔"])
    assert [one.items[0] for one in rankings] == [28, 36]
    assert (cost.seconds or 0) > 0
    assert (cost.milliseconds or 0) > 0


def test_memory_is_known_on_linux_and_left_out_elsewhere() -> None:
    assert grown(None) is None
    assert (resident() is None) != Path("/proc/self/status").exists()


def test_the_table_stands_straight_under_chinese_labels() -> None:
    from rich.cells import cell_len

    table = plain(cells([Measured("Qingfeng", 0.9, 0.95, None, 0.8, FREE), Measured("BM25", 0.7, 0.8, 0.9, 0.1, FREE)]))
    assert len({cell_len(line) for line in table.splitlines()}) == 1
    assert "–" in table


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"text": "问"}', '{"text": " ", "expect": {}}', '{"text": 1, "expect": {}}']
)
def test_a_bad_line_is_named_with_its_remedy(line: str, tmp_path: Path) -> None:
    file = tmp_path / "题.jsonl"
    file.write_text(f'{{"text": "问", "expect": {{}}}}\n\n{line}\n', "utf-8")
    with pytest.raises(ValueError, match="第 3 行不是带标签的问题：请写成"):
        labelled.read(file)


def test_an_empty_file_is_named_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "空.jsonl").write_text("\n", "utf-8")
    with pytest.raises(ValueError, match="请每行写一个"):
        labelled.read(tmp_path / "空.jsonl")


def test_the_chance_of_out_of_scope_is_the_retrievers() -> None:
    class Agent:
        async def parse_message(self, text: str) -> dict[str, Any]:
            return {"text": text, "retrieval": {"out": 0.25 if "＊" in text else 1.0}}

    assistant = Assistant(Agent(), Settings())  # type: ignore[arg-type]
    assert asyncio.run(assistant.out_of_scope_chance("我的手机13812345678")) == 0.25


class Stub:
    """Answers item 28 to whatever names 失业, and refuses the rest."""

    settings = Settings()

    async def ask(self, text: str, sender: str, day: date) -> dict[str, Any]:
        if "失业" in text:
            return {"status": "answered", "item": 28, "items": [{"number": 28, "score": 0.9}]}
        return {"status": "out_of_scope", "item": None, "items": []}

    async def out_of_scope_chance(self, text: str) -> float:
        return 0.1 if "失业" in text else 0.9


def test_the_command_prints_the_comparison_and_writes_the_report(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rows = [("失业金怎么领", {"items": [28]}), ("工伤认定在哪办", {"items": [36]}), ("天气怎么样", {"scope": "out"})]
    file, report = tmp_path / "题.jsonl", tmp_path / "报告.html"
    file.write_text("\n".join(json.dumps({"text": text, "expect": expect}) for text, expect in rows), "utf-8")
    monkeypatch.setattr(evaluate, "_loaded", lambda: (Stub(), None))
    monkeypatch.setattr(compare, "all_peers", lambda: (BM25(), Linear()))
    monkeypatch.setattr(
        corpus, "load", lambda _: [Question(one.text, (one.item,) if one.item else ()) for one in QUESTIONS]
    )
    done = CliRunner().invoke(evaluate.evaluate, [str(file), "--peers", "--report", str(report)])
    assert done.exit_code == 0, done.output
    assert "Qingfeng" in done.stdout
    assert "1 × 第 36 项被当成范围外" in done.stdout
    assert "第 28 项被当成" not in done.stdout
    assert "TF-IDF + SVC" in report.read_text("utf-8")


def test_a_report_that_cannot_be_written_is_refused_before_the_work(tmp_path: Path) -> None:
    file = tmp_path / "题.jsonl"
    file.write_text('{"text": "问", "expect": {}}', "utf-8")
    done = CliRunner().invoke(evaluate.evaluate, [str(file), "--report", str(tmp_path / "没有" / "报告.html")])
    assert done.exit_code == 2
    assert "请先建好它的文件夹" in done.output
