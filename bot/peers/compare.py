"""The comparison: ours as it answered, and every peer on the same questions and the same file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.evaluation import Judged
from bot.peers.bm25 import BM25
from bot.peers.linear import Linear
from bot.peers.measure import Cost, Measured, auroc, measured, run
from bot.peers.peer import Peer, taught
from bot.peers.stock_rasa import EPOCHS, StockRasa
from nlu import corpus, sources

OURS = "Qingfeng"


def all_peers() -> tuple[Peer, ...]:
    """Every peer, the quickest first."""
    return BM25(), Linear(), StockRasa()


def ours(rates: Mapping[str, float], outs: Sequence[float], judged: Sequence[Judged], cost: Cost) -> Measured:
    """Our own row: the rates of what citizens get, and the retriever's ``outs`` for telling in from out."""
    found = auroc(outs, [one.right for one in judged])
    return Measured(OURS, rates.get("top1"), rates.get("top3"), found, rates.get("out_of_scope_recall"), cost)


def peers(texts: Sequence[str], judged: Sequence[Judged], refusals: float) -> tuple[list[Measured], str]:
    """The peers' rows, and one sentence on how they came about.

    Args:
        texts: the questions of the file.
        judged: our answers to them; only the right items are looked at.
        refusals: our share of false refusals, at which the peers refuse too.
    """
    questions = taught(corpus.load(sources.questions_folder()))
    rights = [one.right for one in judged]
    rows = []
    for peer in all_peers():
        rankings, cost = run(peer, questions, texts)
        rows.append(measured(peer.name, rankings, rights, refusals, cost))
    return rows, note(len(questions), refusals)


def note(questions: int, refusals: float) -> str:
    """What a reader of the table has to know."""
    return (
        f"各家学的是同样的 {questions} 条问题；Rasa DIET 不带转换器层（带着十分钟只够两轮），训练 {EPOCHS} 轮。"
        f"误拒率都取清风的 {refusals:.1%}："
        "对照各家的界线按本文件定，拒答算没答对；清风的是实际答复，不该反问而反问也算没答对。"
        "毫秒只算听懂，不含组织答复；内存是训练后（清风是载入后）的增长。"
    )
