"""How often somebody may ask: a bucket each, in memory, that fills again with time."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

_MANY = 10_000


class Limit:
    """``per_minute`` at once or spread over a minute. ``clock`` gives seconds."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = per_minute, clock
        self._left: dict[str, tuple[float, float]] = {}

    def wait(self, who: str) -> int:
        """Counts one; 0 where it is allowed, else the seconds after which it will be."""
        now = self._clock()
        left, seen = self._left.get(who, (float(self._most), now))
        left = min(self._most, left + (now - seen) * self._most / 60)
        if left < 1:
            return math.ceil((1 - left) * 60 / self._most)
        self._left.pop(who, None)
        self._left[who] = (left - 1, now)
        self._drop_full(now)
        return 0

    def _drop_full(self, now: float) -> None:
        """Who was not seen for a minute has a full bucket again, and need not be remembered."""
        if len(self._left) > _MANY:
            self._left = {who: row for who, row in self._left.items() if now - row[1] < 60}
