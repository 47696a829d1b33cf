"""Personal data are masked; the numbers of the guide, years and amounts are not."""

from __future__ import annotations

import pytest

from bot.privacy import MASK, mask


@pytest.mark.parametrize(
    "text",
    [
        "我身份证是210402195001010011",
        "21040219500101001X 这个人",
        "卡号6222 0212 3456 7890 123",
        "6222021234567890",
        "手机13812345678",
        "电话 138-1234-5678",
        "+86 13812345678",
        "１３８１２３４５６７８",
        "我叫王桂兰，今年七十",
        "姓名：李四",
    ],
)
def test_masked(text: str) -> None:
    assert MASK in mask(text)


@pytest.mark.parametrize(
    "text",
    ["拨打 12333", "024-53998110", "2024年1月1日", "补缴36个月", "工资5000元", "我叫公司给我补交社保", "1992〔141〕号"],
)
def test_left_alone(text: str) -> None:
    assert mask(text) == text


def test_nothing_personal_reaches_the_store(assistant, loop) -> None:  # type: ignore[no-untyped-def]
    from datetime import date

    loop.run_until_complete(assistant.ask("我身份证210402195001010011失业金怎么领", "隐私", date(2026, 3, 11)))
    tracker = loop.run_until_complete(assistant.agent.tracker_store.retrieve("隐私"))
    assert "210402195001010011" not in str([event.as_dict() for event in tracker.events])
