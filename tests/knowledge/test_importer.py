"""From text to data: every character accounted for; bad input refused with file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import GuideError
from knowledge.guide import load_raw
from knowledge.importer import fidelity
from knowledge.importer.build import build
from knowledge.importer.printed import printed
from knowledge.importer.write import write
from knowledge.text import squeeze

SECOND = Path(__file__).parent.parent / "data" / "second_guide.txt"


def test_the_committed_data_are_the_guide_word_for_word(source: Path) -> None:
    imported = build(source)
    assert fidelity.lost(imported, load_raw()) == []
    assert imported.ledger.unaccounted == 0


def test_the_residue_is_small_and_known(source: Path) -> None:
    residue = build(source).ledger.residue
    assert residue["flow_caption"] < 1000
    assert residue["cover"] < 100


def test_another_centres_text_is_read_by_the_same_code() -> None:
    imported = build(SECOND)
    assert [item.title for item in imported.items] == ["渔民养老保险参保登记", "休渔期生活补贴申领", "船员证遗失补办"]
    assert imported.ledger.unaccounted == 0
    assert [material.group for material in imported.items[0].materials] == ["船东", "船东", "帮工", "帮工"]
    assert len(imported.items[0].channels[0].places) == 2


def test_what_was_written_reads_back_the_same(tmp_path: Path) -> None:
    imported = build(SECOND)
    write(imported, tmp_path / "guide")
    for name in ("centre.yml", "coverage.yml", "errata.yml"):
        (tmp_path / "guide" / name).write_text((SECOND.parent / "second_guide" / name).read_text("utf-8"), "utf-8")
    assert fidelity.lost(imported, load_raw(tmp_path / "guide")) == []


def test_a_lost_word_is_found(tmp_path: Path) -> None:
    changed = tmp_path / "guide.txt"
    changed.write_text(SECOND.read_text("utf-8").replace("年满 18 周岁", "年满 20 周岁"), "utf-8")
    write(build(SECOND), tmp_path / "guide")
    for name in ("centre.yml", "coverage.yml", "errata.yml"):
        (tmp_path / "guide" / name).write_text((SECOND.parent / "second_guide" / name).read_text("utf-8"), "utf-8")
    losses = fidelity.lost(build(changed), load_raw(tmp_path / "guide"))
    assert len(losses) == 1
    assert "20" in losses[0]


def test_printed_again_it_is_the_source() -> None:
    text = squeeze(SECOND.read_text("utf-8"))
    item = build(SECOND).items[2]
    assert squeeze(printed(item)) in text


BAD = [
    ("missing section", lambda t: t.replace("3.3 办理时限：窗口即时办结；网上 3 个工作日内。", ""), "缺少“办理时限”"),
    ("truncated", lambda t: t[: t.index("3. 船员证遗失补办\n\n船员证")], "缺少“违规禁办事项清单”"),
    ("item missing", lambda t: t.replace("\n3. 船员证遗失补办", "\n船员证遗失补办"), "正文缺少事项 3"),
    ("duplicate item", lambda t: t.replace("\n3. 船员证", "\n2. 船员证"), "出现两次"),
    ("office without phone", lambda t: t.replace("渔市街 8 号\t0999-5551001", "渔市街 8 号"), "机构表这一行读不懂"),
    ("case without number", lambda t: t.replace("1. 休渔期内", "休渔期内"), "禁办清单这一行读不懂"),
    ("tolerance cut", lambda t: t.replace("\t邮寄\t船籍港登记处", ""), "容缺清单这一行读不懂"),
    ("duplicate in list", lambda t: t.replace("\t3\t船员证", "\t2\t船员证"), "重复"),
]


@pytest.mark.parametrize(("name", "spoil", "said"), BAD, ids=[row[0] for row in BAD])
def test_bad_text_is_refused(tmp_path: Path, name: str, spoil: object, said: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(spoil(SECOND.read_text("utf-8")), "utf-8")  # type: ignore[operator]
    with pytest.raises(GuideError, match=said) as caught:
        build(path)
    assert caught.value.line
    assert caught.value.remedy


def test_a_wrong_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gbk.txt"
    path.write_bytes("第一行\n抚养\n".encode("gb18030"))
    with pytest.raises(GuideError, match="UTF-8") as caught:
        build(path)
    assert caught.value.line == 1


def test_a_failed_import_leaves_the_data_untouched(tmp_path: Path) -> None:
    folder = tmp_path / "guide"
    write(build(SECOND), folder)
    before = {path: path.read_bytes() for path in folder.rglob("*.yml")}
    bad = tmp_path / "bad.txt"
    bad.write_text("目录\n", "utf-8")
    with pytest.raises(GuideError):
        write(build(bad), folder)
    assert {path: path.read_bytes() for path in folder.rglob("*.yml")} == before
