"""A peer at work: how well it ranks, how well it tells what is out of scope, what it costs."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from sklearn.metrics import roc_auc_score

from bot.peers.peer import Peer, Ranking, Taught
from nlu import progress

Rights = Sequence[tuple[int, ...]]


@dataclass(frozen=True)
class Cost:
    """``milliseconds`` a question (median), ``seconds`` of training, ``megabytes`` of memory; None if not known."""

    milliseconds: float | None
    seconds: float | None
    megabytes: float | None


@dataclass(frozen=True)
class Measured:
    """One row of the comparison; a rate about no question is None."""

    name: str
    top1: float | None
    top3: float | None
    auroc: float | None
    out_recall: float | None
    cost: Cost


def resident() -> float | None:
    """The resident memory of this process in MB; None where the system does not say (not Linux)."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def grown(before: float | None) -> float | None:
    """By how many MB the memory has grown since ``resident`` gave ``before``."""
    now = resident()
    return None if before is None or now is None else max(now - before, 0.0)


def run(peer: Peer, questions: Sequence[Taught], texts: Sequence[str]) -> tuple[list[Ranking], Cost]:
    """Trains the peer and asks it every text, with progress reported."""
    progress.report(f"{peer.name} 学习", 0, 1)
    before, began = resident(), time.perf_counter()
    peer.train(questions)
    seconds, memory = time.perf_counter() - began, grown(before)
    progress.report(f"{peer.name} 学习", 1, 1)
    rankings, spent = [], []
    for done, text in enumerate(texts, 1):
        began = time.perf_counter()
        rankings.append(peer.rank(text))
        spent.append((time.perf_counter() - began) * 1000)
        progress.report(f"{peer.name} 作答", done, len(texts))
    return rankings, Cost(median(spent), seconds, memory)


def measured(name: str, rankings: Sequence[Ranking], rights: Rights, refusals: float, cost: Cost) -> Measured:
    """The rankings against the right items, at the border where the share of false refusals is ``refusals``.

    What is refused at that border is neither in the first place nor among the first three.
    """
    border = border_at([one.out for one, right in zip(rankings, rights, strict=True) if right], refusals)
    inside = [(one, right) for one, right in zip(rankings, rights, strict=True) if right]
    kept = [(one.items if one.out <= border else (), right) for one, right in inside]
    return Measured(
        name,
        share([bool(set(items[:1]) & set(right)) for items, right in kept]),
        share([bool(set(items[:3]) & set(right)) for items, right in kept]),
        auroc([one.out for one in rankings], rights),
        share([one.out > border for one, right in zip(rankings, rights, strict=True) if not right]),
        cost,
    )


def border_at(outs: Sequence[float], refusals: float) -> float:
    """The lowest border above which at most the share ``refusals`` of the in-scope ``outs`` lies."""
    ordered = sorted(outs, reverse=True)
    may_refuse = int(refusals * len(ordered) + 1e-9)
    return ordered[may_refuse] if may_refuse < len(ordered) else -float("inf")


def auroc(outs: Sequence[float], rights: Rights) -> float | None:
    """How well ``outs`` put the questions out of scope above those in scope: 1 wholly, 0.5 by chance."""
    away = [not right for right in rights]
    return float(roc_auc_score(away, outs)) if len(set(away)) == 2 else None


def share(rows: Sequence[bool]) -> float | None:
    """The share that is true, None of no row."""
    return sum(rows) / len(rows) if rows else None
