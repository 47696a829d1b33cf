"""The bucket: what is allowed at once, when the next, and who is forgotten."""

from __future__ import annotations

from bot.limits import Limit


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_as_many_as_the_limit_then_the_seconds_to_wait() -> None:
    limit = Limit(6, Clock())
    assert [limit.wait("甲") for _ in range(7)] == [0, 0, 0, 0, 0, 0, 10]
    assert limit.wait("乙") == 0


def test_it_fills_again() -> None:
    clock = Clock()
    limit = Limit(6, clock)
    for _ in range(6):
        limit.wait("甲")
    clock.now = 9.9
    assert limit.wait("甲") == 1
    clock.now = 10.0
    assert limit.wait("甲") == 0
    assert limit.wait("甲") == 10


def test_a_refusal_costs_nothing() -> None:
    clock = Clock()
    limit = Limit(1, clock)
    limit.wait("甲")
    for _ in range(50):
        limit.wait("甲")
    clock.now = 60.0
    assert limit.wait("甲") == 0
