"""The guide's data: how much there is, that the small print is there, that bad data are refused with their line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.errors import GuideError
from knowledge.guide import Guide, load, load_raw
from knowledge.guide.load import DATA
from knowledge.importer.printed import printed


def test_counts(guide: Guide) -> None:
    assert guide.counts() == {
        "items": 89,
        "items_by_category": [19, 7, 10, 25, 17, 9, 1, 1],
        "materials": 224,
        "nested_materials": 2,
        "channels": 153,
        "channels_by_kind": {"mobile": 21, "online": 37, "other": 4, "self_service": 6, "window": 85},
        "acceptance_windows": 7,
        "offices": 11,
        "prohibited_matters": 6,
        "prohibited_cases": 15,
        "tolerance_rows": 1,
    }


SMALL_PRINT = [
    (1, "无需提供任何材料"),
    (4, "三十日内"),
    (5, "三十日内"),
    (13, "20个工作日内"),
    (14, "窗口办理提供居民身份证"),
    (26, "告知承诺"),
    (27, "三十日内"),
    (28, "非因本人意愿中断就业"),
    (31, "12 月内"),
    (32, "网上办：不需要提供要件"),
    (33, "或《解除劳动关系证明》（资料来源：申请人）"),
    (54, "024-53997626"),
    (57, "有效期 15 天"),
    (62, "三十日内"),
    (63, "30日内"),
    (68, "单位网报系统登录账号"),
    (76, "20 个工作日内告知"),
    (81, "可拨打 12333 按照语音提示按键办理挂失"),
    (88, "代他人认证功能"),
    (88, "中国领事"),
    (89, "024-57666002"),
]


@pytest.mark.parametrize(("number", "words"), SMALL_PRINT)
def test_small_print_survives(guide: Guide, number: int, words: str) -> None:
    assert words in printed(guide.item(number))


@pytest.mark.parametrize("number", range(1, 29))
def test_appointments_are_offered(guide: Guide, number: int) -> None:
    assert "预约服务和延时服务" in printed(guide.item(number))


def test_places_inside_a_window_are_not_channels(guide: Guide) -> None:
    window, online = guide.item(64).channels
    assert [place.mark for place in window.places] == ["①", "②"]
    assert (window.kind, online.kind) == ("window", "online")


@pytest.mark.parametrize(("number", "days"), [(15, (23, 7)), (18, (25, 7)), (24, (1, 15))])
def test_acceptance_windows(guide: Guide, number: int, days: tuple[int, int]) -> None:
    window = guide.item(number).time_limit.window
    assert window
    assert (window.first_day, window.last_day) == days


def test_limits_per_channel_and_app(guide: Guide) -> None:
    limits = [(limit.channel, limit.unit, limit.most) for limit in guide.item(79).time_limit.limits]
    assert limits == [("window", "instant", 0), ("mobile", "working_day", 15), ("mobile", "working_day", 30)]


def test_materials_bear_group_source_and_channel(guide: Guide) -> None:
    flexible = [m for m in guide.item(4).materials if m.group == "灵活就业人员"]
    assert [m.sources for m in flexible] == [("申请人",), ("申请人",)]
    assert [m.channel for m in guide.item(68).materials] == ["window", "online"]


def test_other_phones_and_their_use(guide: Guide) -> None:
    first = guide.item(54).phones[0]
    assert (first.number, first.use) == ("024-53997626", "工伤保险业务报备")


def test_a_cut_off_address_is_flagged_and_not_completed(guide: Guide) -> None:
    office = guide.offices[7]
    assert office.address.endswith("公共行")
    assert office.note
    assert "中断" in office.note


def test_errata_show_what_is_meant_and_keep_what_is_printed(guide: Guide) -> None:
    raw = load_raw()
    assert "一次月" in raw.item(18).time_limit.lines[0]
    assert "一次月" not in guide.item(18).time_limit.lines[0]
    assert "治疗疗" not in printed(guide.item(51))


def test_every_matter_covers_items_with_a_reason(guide: Guide) -> None:
    assert all(row.reason for row in guide.coverage)
    assert {row.matter for row in guide.coverage} == {matter.number for matter in guide.matters}


BROKEN = [
    ("offices.yml", "phone: 024-53998007", "phome: 1", "phome"),
    ("items/03.yml", "number: 28", "number: 27", "重复"),
    ("errata.yml", "printed: 康复治疗疗", "printed: 没有这句", "匹配到 0 处"),
    ("coverage.yml", "item: 88", "item: 188", "不存在"),
    ("centre.yml", "edition:", "guide: 又一个\nedition:", "写了两次"),
]


@pytest.mark.parametrize(("file", "good", "bad", "said"), BROKEN)
def test_bad_data_are_refused_with_their_place(tmp_path: Path, file: str, good: str, bad: str, said: str) -> None:
    folder = tmp_path / "guide"
    shutil.copytree(DATA, folder)
    path = folder / file
    path.write_text(path.read_text("utf-8").replace(good, bad, 1), "utf-8")
    with pytest.raises(GuideError, match=said) as caught:
        load(folder)
    assert caught.value.file
    assert caught.value.remedy
