"""Messages made of the words for asking, and those that name a matter or something out of scope."""

from __future__ import annotations

import pytest

from nlu.asking import only_asks


@pytest.mark.parametrize("said", ["什么时候开始算", "超期了咋办", "要单独申请不", "今天去成不", "那他这种呢", "带啥"])
def test_only_asking(said: str) -> None:
    assert only_asks(said)


@pytest.mark.parametrize("said", ["公积金能取不", "生育津贴呢", "退休手续咋办", "失业金怎么领", "卡丢了怎么补", ""])
def test_naming_something(said: str) -> None:
    assert not only_asks(said)
