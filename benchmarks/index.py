"""How fast, large and exact nlu.index is beside exact search, on made-up vectors. Run by ``make benchmark``."""

from __future__ import annotations

import ctypes
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import faiss
import numpy as np
from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bot.peers.measure import resident
from nlu.index import Index, Matrix

SIZES, DIMENSION = (1_000, 10_000, 100_000), 96
QUERIES, NEAREST, COUNTED = 1_000, 24, 10
# Looser than our own questions, which lie at a cosine of about 0.9 to the middle of their item; here it is 0.7.
A_CLUSTER, SPREAD = 200, 0.1


@dataclass(frozen=True)
class Measured:
    """One size. Times of a search are milliseconds; ``exact`` is the p50 of exact search."""

    rows: int
    build_seconds: float
    megabytes: float
    p50: float
    p99: float
    exact: float
    recall: float


def vectors(rows: int, queries: int, seed: int = 7) -> tuple[Matrix, Matrix]:
    """Rows around cluster centres, and queries around the same centres; all of length 1."""
    rng = np.random.default_rng(seed)
    centres = _unit(rng.standard_normal((max(1, rows // A_CLUSTER), DIMENSION), dtype=np.float32))

    def around(count: int) -> Matrix:
        noise = rng.standard_normal((count, DIMENSION), dtype=np.float32) * SPREAD
        return _unit(centres[rng.integers(len(centres), size=count)] + noise)

    return around(rows), around(queries)


def measure(rows: int) -> Measured:
    """Everything about one size, in a process of its own so that memory given back by another does not hide it."""
    data, asked = vectors(rows, QUERIES)
    before, began = _resident(), time.perf_counter()
    index = Index(data)
    took, grown = time.perf_counter() - began, _resident() - before
    exact = faiss.IndexFlatIP(DIMENSION)
    exact.add(data)
    found, times = zip(*(_timed(lambda one: index.search(one, NEAREST)[1], one) for one in _each(asked)), strict=True)
    right, exactly = zip(*(_timed(lambda one: exact.search(one, NEAREST)[1], one) for one in _each(asked)), strict=True)
    shared = [len(set(a[0, :COUNTED]) & set(b[0, :COUNTED])) for a, b in zip(found, right, strict=True)]
    p50, p99 = np.percentile(times, (50, 99))
    return Measured(rows, took, grown, p50, p99, float(np.median(exactly)), sum(shared) / (COUNTED * len(shared)))


def main() -> None:
    """Prints one row a size."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as one_by_one:
        made = list(one_by_one.map(measure, SIZES))
    names = ("向量", "建立 s", "内存 MB", "p50 ms", "p99 ms", "p50 增长", "精确 p50 ms", "快几倍", f"召回@{COUNTED}")
    table = Table(*names, title=f"nlu.index：{DIMENSION} 维，取最近 {NEAREST} 个，{QUERIES} 次查询", box=None)
    for row, before in zip(made, (None, *made), strict=False):
        grown = f"{row.p50 / before.p50:.1f}×" if before else ""
        figures = (f"{row.build_seconds:.2f}", f"{row.megabytes:.1f}", f"{row.p50:.3f}", f"{row.p99:.3f}", grown)
        beside = (f"{row.exact:.3f}", f"{row.exact / row.p50:.1f}", f"{row.recall:.3f}")
        table.add_row(f"{row.rows:,}", *figures, *beside)
    for column in table.columns:
        column.justify = "right"
    Console(width=110).print(table)


def _unit(rows: Matrix) -> Matrix:
    unit: Matrix = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def _each(rows: Matrix) -> list[Matrix]:
    return [rows[n : n + 1] for n in range(len(rows))]


def _timed(search: Callable[[Matrix], Matrix], one: Matrix) -> tuple[Matrix, float]:
    began = time.perf_counter()
    found = search(one)
    return found, (time.perf_counter() - began) * 1000


def _resident() -> float:
    """Megabytes in memory now; where the system does not say, the most so far (macOS counts bytes)."""
    system = ctypes.CDLL(None)
    if hasattr(system, "malloc_trim"):
        system.malloc_trim(0)  # or an index that fits into what was freed before seems to need no memory
    return resident() or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


if __name__ == "__main__":
    main()
