"""``qingfeng rules``: every case with its source, facts, numbers, lawful way and sentences; a page of one file."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from actions.wording import wording
from bot.cli.main import cli
from bot.cli.rules import SENTENCES
from bot.report.rules import page, rows
from knowledge.facts import CHOICES, MONTHS
from knowledge.guide import Guide


def test_every_case_is_printed_whole(guide: Guide) -> None:
    printed = CliRunner().invoke(cli, ["rules"]).output
    for matter in guide.matters:
        for case in matter.cases:
            assert f"{case.id} {matter.title}：{case.text}（第 {case.page} 页）" in printed
    assert "12 个月，自 2022-12-01 起" in printed
    assert "36 个月，自 2022-12-01 起" in printed
    assert "指南没有写" in printed


def test_every_case_shows_the_sentences_that_test_it(guide: Guide) -> None:
    for row in rows(guide, SENTENCES):
        assert len(row.triggers) >= 12
        assert len(row.near_misses) >= 12


def test_the_page_needs_nothing_beside_it_and_is_escaped(guide: Guide, tmp_path: Path) -> None:
    file = tmp_path / "rules.html"
    CliRunner().invoke(cli, ["rules", "--html", str(file)])
    html = file.read_text("utf-8")
    assert all(f'id="case-{rule.case}"' in html for rule in guide.rules)
    assert "http" not in html
    (tmp_path / "5.1.yml").write_text("first: {triggers: ['<b>我</b>'], near_misses: []}", "utf-8")
    assert "&lt;b&gt;我&lt;/b&gt;" in page(guide, rows(guide, tmp_path))


def test_every_fact_has_its_name() -> None:
    words = wording()["facts"]
    assert {name: tuple(words[name]) for name in CHOICES} == dict(CHOICES)
    assert all(words[name] for name in MONTHS)
