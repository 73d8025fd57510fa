"""How fast the graph takes in what articles say, against a bare `UNWIND … MERGE` of the same rows.

The news of an invented world (`cypher.invented`). Both ways write the same articles, claims, people, meetings
and edges in the same run, batch by batch in turn, so that both meet the same machine. The bare one leaves out
what makes the ledger: versions, copies, votes, counts, and the properties of what is derived. The database
must be empty, and is emptied in the end.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from cypher.catalog import Read, Write
from cypher.errors import GraphNotEmptyError
from cypher.graph import Graph
from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.ledger import Removed, record_readings, retract_article
from cypher.rows import ReadingRows
from cypher.storable import shallow

BATCH = 500
ARTICLES_A_PERSON = 10
RECEIVED = datetime(2026, 1, 1, tzinfo=UTC)
RETRACTIONS = 20
"""How many retractions are timed at each size."""


@dataclass(frozen=True, slots=True)
class NodesInAll:
    """How many nodes there are."""

    nodes: int


@dataclass(frozen=True, slots=True)
class BenchStage:
    """The speed of the graph once it holds so many articles.

    Rates are articles a second over the latest tenth of the stage; `retract_seconds` is the median time to
    take one article back.
    """

    articles: int
    recorded_per_second: float
    bare_per_second: float
    retract_seconds: float

    @property
    def ratio(self) -> float:
        """How many times longer recording takes than the bare merge."""
        return self.bare_per_second / self.recorded_per_second


bench_merge_rows = Write[None]("bench_merge_rows")
bench_wipe = Write("bench_wipe", Removed)
nodes_in_all = Read("nodes_in_all", NodesInAll)


def bench_graph(
    graph: Graph, sizes: tuple[int, ...] = (10_000,), progress: Callable[[int], None] = lambda articles: None
) -> tuple[BenchStage, ...]:
    """Measure at each of these sizes, in articles, rising. `progress` is told how many are written."""
    if graph.fetch(nodes_in_all, timeout=600)[0].nodes:
        raise GraphNotEmptyError
    stages = []
    articles = world_news(World(max(sizes) // ARTICLES_A_PERSON + 100), max(sizes))
    ids: list[str] = []
    try:
        for size in sizes:
            recorded, bare = [], []
            while len(ids) < size:
                batch = list(islice(articles, min(BATCH, size - len(ids))))
                recorded.append(_seconds(lambda batch=batch: record_readings(graph, batch, RECEIVED)))  # type: ignore[misc]
                rows = [bare_row(reading) for reading in batch]
                bare.append(_seconds(lambda rows=rows: _merge_bare(graph, rows)))  # type: ignore[misc]
                ids += [reading.article.id for reading in batch]
                progress(len(ids))
            latest = max(1, len(recorded) // 10)
            counted = latest * BATCH
            stages.append(
                BenchStage(
                    articles=len(ids),
                    recorded_per_second=counted / sum(recorded[-latest:]),
                    bare_per_second=counted / sum(bare[-latest:]),
                    retract_seconds=_retraction(graph, ids),
                )
            )
    finally:
        _wipe(graph)
    return tuple(stages)


def bare_row(reading: ReadingRows) -> dict[str, Any]:
    """What the bare merge writes of an article: the same nodes and edges, under ids of their own."""
    met, *_ = reading.claims
    people = [_bare(name.entity) for name in met.names if name.role == "participant"]
    (place,) = (_bare(name.entity) for name in met.names if name.role == "place")
    return {
        "article": {**shallow(reading.article), "id": _bare(reading.article.id)},
        "claims": [
            {
                "properties": {**shallow(claim), "id": _bare(claim.id), "names": None},
                "names": [_bare(name.entity) for name in claim.names],
            }
            for claim in reading.claims
        ],
        "meeting": f"{' '.join(sorted(people))} {met.date}",
        "place": place,
        "people": people,
        "mentions": [_bare(entity.id) for entity in reading.entities],
    }


def _bare(identifier: str) -> str:
    return f"bare {identifier}"


def _merge_bare(graph: Graph, rows: list[dict[str, Any]]) -> None:
    graph.transaction(lambda transaction: transaction.run(bench_merge_rows, rows=rows))


def _retraction(graph: Graph, articles: Sequence[str]) -> float:
    """The median time to take back one of some articles all over the graph."""
    some = articles[:: max(1, len(articles) // RETRACTIONS)]
    times = sorted(
        _seconds(lambda article=article: retract_article(graph, article, RECEIVED))  # type: ignore[misc]
        for article in some
    )
    return times[len(times) // 2]


def _wipe(graph: Graph) -> None:
    while graph.transaction(lambda transaction: transaction.fetch(bench_wipe, limit=10_000)[0].removed):
        pass


def _seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
