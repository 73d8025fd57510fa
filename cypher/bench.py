"""How fast the graph takes in what articles say, against a bare `UNWIND … MERGE` of the same rows.

Invented articles, each with one meeting of two people, its place and its evidence; a few are reports of an
earlier meeting. Both ways write the same rows in the same run, batch by batch in turn, so that both meet the
same machine. The database must be empty, and is emptied in the end.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from cypher.catalog import Read, Write
from cypher.errors import GraphNotEmptyError
from cypher.graph import Graph
from cypher.ledger import Removed, record_readings, retract_article
from cypher.rows import ArticleRow, ClaimRow, EntityRow, NameRow, ReadingRows

BATCH = 500
FIRST_DAY = date(2000, 1, 1)
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
    articles = invented_articles()
    written = 0
    try:
        for size in sizes:
            recorded, bare = [], []
            while written < size:
                batch = list(islice(articles, min(BATCH, size - written)))
                recorded.append(_seconds(lambda batch=batch: record_readings(graph, batch, RECEIVED)))  # type: ignore[misc]
                rows = [bare_row(reading) for reading in batch]
                bare.append(_seconds(lambda rows=rows: _merge_bare(graph, rows)))  # type: ignore[misc]
                written += len(batch)
                progress(written)
            latest = max(1, len(recorded) // 10)
            counted = latest * BATCH
            stages.append(
                BenchStage(
                    articles=written,
                    recorded_per_second=counted / sum(recorded[-latest:]),
                    bare_per_second=counted / sum(bare[-latest:]),
                    retract_seconds=_retraction(graph, written),
                )
            )
    finally:
        _wipe(graph)
    return tuple(stages)


def invented_articles(seed: int = 1, people: int = 2000) -> Iterator[ReadingRows]:
    """Articles without end: two of the people meet, three of ten times as an article before has said."""
    chance = random.Random(seed)  # noqa: S311 - invented articles need no secrecy
    known: list[tuple[int, int, int, int]] = []
    number = 0
    while True:
        if known and chance.random() < 0.3:
            meeting = chance.choice(known)
        else:
            one, other = sorted(chance.sample(range(people), 2))
            meeting = (one, other, chance.randrange(9000), chance.randrange(200))
            known = [*known[-999:], meeting]
        yield _article(number, *meeting)
        number += 1


def bare_row(reading: ReadingRows) -> dict[str, str]:
    """What the bare merge writes of an article: the same nodes and edges, without ledger and history."""
    (claim,) = reading.claims
    one, other, place = (name.entity for name in claim.names)
    return {
        "article": f"bare {reading.article.id}",
        "claim": f"bare {claim.id}",
        "meeting": f"bare {one} {other} {claim.date}",
        "place": f"bare {place}",
        "one": f"bare {one}",
        "other": f"bare {other}",
    }


def _article(number: int, one: int, other: int, day: int, city: int) -> ReadingRows:
    on = FIRST_DAY + timedelta(days=day)
    identifier = f"bench:{number}"
    people = [f"person:xx:{one}", f"person:xx:{other}"]
    place = f"place:xx:{city}"
    sentence = f"Person {one} met Person {other} in City {city}."
    names = (
        NameRow(people[0], "person", "participant", f"Person {one}", 0),
        NameRow(people[1], "person", "participant", f"Person {other}", 1),
        NameRow(place, "place", "place", f"City {city}"),
    )
    claim = ClaimRow(
        id="c:" + hashlib.sha256(identifier.encode()).hexdigest()[:24],
        kind="meeting",
        sentence=sentence,
        start=0,
        end=len(sentence),
        rule="bench",
        confidence=0.9,
        names=names,
        status="held",
        format="in_person",
        date=on.isoformat(),
        earliest=on,
        latest=on,
        said_on=on,
    )
    entities = tuple(EntityRow(name.entity, name.kind, name.mention, 1, 1.0, "bench") for name in names)
    text = f"{sentence} {number}"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return ReadingRows(ArticleRow(identifier, text, sha256, RECEIVED, "bench"), entities, (claim,))


def _merge_bare(graph: Graph, rows: list[dict[str, str]]) -> None:
    graph.transaction(lambda transaction: transaction.run(bench_merge_rows, rows=rows))


def _retraction(graph: Graph, written: int) -> float:
    """The median time to take back one of some articles all over the graph."""
    step = max(1, written // RETRACTIONS)
    times = sorted(
        _seconds(lambda number=number: retract_article(graph, f"bench:{number}", RECEIVED))  # type: ignore[misc]
        for number in range(0, written, step)
    )
    return times[len(times) // 2]


def _wipe(graph: Graph) -> None:
    while graph.transaction(lambda transaction: transaction.fetch(bench_wipe, limit=10_000)[0].removed):
        pass


def _seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
