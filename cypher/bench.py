"""How fast the graph takes in what articles say, against a bare `UNWIND … MERGE` of the same rows.

The news of an invented world (`cypher.invented`). Both ways write the same articles, claims, people, meetings
and edges in the same run, batch by batch in turn, so that both meet the same machine. The bare one leaves out
what makes the ledger: versions, copies, votes, counts, and the properties of what is derived.

`bench_graph` measures while a graph grows; `bench_loaded_graph` adds to a graph of any size that was loaded
at once (`cypher.invented.loading`), so that the cost of a change can be seen beside the size of the graph.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import Any

from cypher.catalog import Read, Write
from cypher.errors import GraphNotEmptyError
from cypher.graph import Graph
from cypher.invented.deliveries import correction
from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.ledger import Removed, record_readings, retract_article
from cypher.profiling import ProfiledGraph
from cypher.reads.counts import GRAPH_SIZE
from cypher.rows import ReadingRows
from cypher.storable import shallow

BATCH = 500
ARTICLES_A_PERSON = 10
RECEIVED = datetime(2026, 1, 1, tzinfo=UTC)
CHANGES = 20
"""How many retractions, and how many corrections, are timed at each size."""
PROFILED = 20
"""How many further articles are recorded, corrected and taken back at each size, to see what that touches."""


@dataclass(frozen=True, slots=True)
class NodesInAll:
    """How many nodes there are."""

    nodes: int


@dataclass(frozen=True, slots=True)
class BenchStage:
    """The speed of the graph once it holds so many articles.

    Rates are articles a second over the latest tenth of the stage. `retract_seconds` is the median time to
    take one article back, `correct_seconds` that to replace one by a later version. Hits are those of the
    database for one article (`cypher.profiling`), which no other work on the machine changes.
    """

    articles: int
    recorded_per_second: float
    bare_per_second: float
    retract_seconds: float
    correct_seconds: float
    record_hits: float
    retract_hits: float
    correct_hits: float

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
    """Measure at each of these sizes, in articles, rising, on an empty database, which is emptied in the end.

    `progress` is told how many were written at a time.
    """
    if graph.fetch(nodes_in_all, timeout=600)[0].nodes:
        raise GraphNotEmptyError
    stages = []
    most = max(sizes) + len(sizes) * PROFILED
    articles = world_news(World(most // ARTICLES_A_PERSON + 100), most)
    held = 0
    try:
        for size in sizes:
            added = list(islice(articles, size - held))
            recorded, bare = _write(graph, added, progress)
            held += len(added)
            latest = max(1, len(recorded) // 10)
            further = list(islice(articles, PROFILED))
            stages.append(_stage(graph, held, recorded[-latest:], bare[-latest:], added, further))
    finally:
        _wipe(graph)
    return tuple(stages)


def bench_loaded_graph(
    graph: Graph,
    world: World,
    meetings: int,
    articles: int = 2_000,
    progress: Callable[[int], None] = lambda articles: None,
) -> BenchStage:
    """Measure on a graph that holds this world with so many meetings, by so many articles of its later news.

    The first batch is not counted: it pays for plans and caches. What is written stays.
    """
    held = graph.fetch(GRAPH_SIZE, timeout=600)[0].articles
    news = world_news(world, meetings + articles + PROFILED, first=meetings)
    added = list(islice(news, articles))
    recorded, bare = _write(graph, added, progress)
    further = list(islice(news, PROFILED))
    return _stage(graph, held, recorded[1:] or recorded, bare[1:] or bare, added, further)


def _write(
    graph: Graph, articles: Sequence[ReadingRows], progress: Callable[[int], None]
) -> tuple[list[float], list[float]]:
    """Record articles, and merge them as they are: the seconds that each batch took an article."""
    recorded, bare = [], []
    for start in range(0, len(articles), BATCH):
        batch = articles[start : start + BATCH]
        seconds = _seconds(lambda batch=batch: record_readings(graph, batch, RECEIVED))  # type: ignore[misc]
        recorded.append(seconds / len(batch))
        rows = [bare_row(reading) for reading in batch]
        bare.append(_seconds(lambda rows=rows: _merge_bare(graph, rows)) / len(batch))  # type: ignore[misc]
        progress(len(batch))
    return recorded, bare


def _stage(
    graph: Graph,
    articles: int,
    recorded: Sequence[float],
    bare: Sequence[float],
    added: Sequence[ReadingRows],
    further: Sequence[ReadingRows],
) -> BenchStage:
    """What was measured, with changes of some articles of those that were added, each of them once.

    `further` articles are recorded, and some of them changed, to be profiled.
    """
    some = added[:: max(1, len(added) // (2 * CHANGES))]
    corrected, retracted = some[::2], some[1::2]
    hits = partial(_hits, graph, further)
    return BenchStage(
        articles=articles,
        recorded_per_second=len(recorded) / sum(recorded),
        bare_per_second=len(bare) / sum(bare),
        retract_seconds=_median(
            lambda reading: retract_article(graph, reading.article.id, RECEIVED), retracted
        ),
        correct_seconds=_median(
            lambda reading: record_readings(graph, [correction(reading)], RECEIVED), corrected
        ),
        record_hits=hits(lambda profiled, readings: record_readings(profiled, readings, RECEIVED)),
        # Corrected first: an article that was taken back would come as a new one.
        correct_hits=hits(
            lambda profiled, readings: [
                record_readings(profiled, [correction(reading)], RECEIVED) for reading in readings
            ]
        ),
        retract_hits=hits(
            lambda profiled, readings: [
                retract_article(profiled, reading.article.id, RECEIVED) for reading in readings
            ]
        ),
    )


def _hits(
    graph: Graph, readings: Sequence[ReadingRows], change: Callable[[Graph, Sequence[ReadingRows]], Any]
) -> float:
    """How often a change touches the store for each of these articles."""
    profiled = ProfiledGraph(graph)
    change(profiled, readings)
    return profiled.hits.total() / len(readings)


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


def _median(change: Callable[[ReadingRows], Any], articles: Sequence[ReadingRows]) -> float:
    """The median time that a change of one article takes."""
    times = sorted(_seconds(lambda article=article: change(article)) for article in articles)  # type: ignore[misc]
    return times[len(times) // 2]


def _wipe(graph: Graph) -> None:
    while graph.transaction(lambda transaction: transaction.fetch(bench_wipe, limit=10_000)[0].removed):
        pass


def _seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
