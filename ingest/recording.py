"""The end of a run: readings are recorded in batches, and what became of them is counted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import structlog

from cypher.errors import ConstraintViolatedError, QueryTimeoutError, StatementError
from cypher.graph import Graph
from cypher.ledger import RecordReport, record_readings
from ingest.counts import Counts
from ingest.extractor import extractor
from ingest.records import Reading
from ingest.run import Result
from ingest.sources.items import SetAside
from ingest.write import to_rows

# Errors that one article can cause. With all others the database is away, and no article is to blame.
OF_ONE_ARTICLE = (ConstraintViolatedError, QueryTimeoutError, StatementError)

GATHERED_BATCHES = 4
"""So many batches are recorded in one transaction: most of its cost is the same for any number."""
GATHERED_SECONDS = 5.0
"""What was read waits no longer than this for more: who watches sees that it goes on."""
GATHERED_CHARACTERS = 4_000_000
"""Text in one transaction, so that a few books do not take more memory than the database has."""

_log = structlog.get_logger("ingest")


@dataclass(frozen=True, slots=True)
class Received:
    """A reading, and when its article came in (UTC): of two versions the one received last stands."""

    reading: Reading
    at: datetime


@dataclass(slots=True)
class Recorded:
    """What the ledger did with a batch, and the reason for each article that it could not take."""

    reports: list[RecordReport] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


def count(
    counts: Counts, results: Iterable[Result], languages: frozenset[str], advance: Callable[[int], None]
) -> None:
    """Count what was read; nothing is recorded."""
    for result in results:
        counts.add(result, languages)
        advance(1)


def record_all(
    graph: Graph,
    counts: Counts,
    results: Iterable[Result],
    languages: frozenset[str],
    batch: int,
    spacy_model: str,
    advance: Callable[[int], None],
) -> None:
    """Record what was read, some `batch`es at a time, and count it: whoever stops this finds all in `counts`
    recorded.

    Raises `cypher.errors` when the database goes away.
    """
    moments = increasing_moments()
    for chunk in gathered(results, GATHERED_BATCHES * batch):
        received = [Received(result, next(moments)) for result in chunk if isinstance(result, Reading)]
        outcome = record(graph, received, spacy_model)
        for report in outcome.reports:
            counts.add_report(report)
        for result in chunk:
            counts.add(_or_refused(result, outcome.refused), languages)
        advance(len(chunk))


def gathered(results: Iterable[Result], most: int) -> Iterator[list[Result]]:
    """What is to be recorded together: up to `most` results, fewer if they are large or come slowly."""
    chunk: list[Result] = []
    characters, since = 0, time.monotonic()
    for result in results:
        chunk.append(result)
        characters += len(result.article.text) if isinstance(result, Reading) else 0
        waited = time.monotonic() - since
        if len(chunk) >= most or characters >= GATHERED_CHARACTERS or waited >= GATHERED_SECONDS:
            yield chunk
            chunk, characters, since = [], 0, time.monotonic()
    if chunk:
        yield chunk


def record(graph: Graph, batch: Sequence[Received], spacy_model: str) -> Recorded:
    """Record a batch in one transaction. An article that makes it fail is left out, and the others go in."""
    rows = [to_rows(each.reading, each.at, extractor(spacy_model)) for each in batch]
    try:
        return Recorded([record_readings(graph, rows, datetime.now(UTC))])
    except OF_ONE_ARTICLE as error:
        if len(batch) == 1:
            identifier = batch[0].reading.article.id
            _log.exception("article_not_recorded", article=identifier)
            return Recorded(refused={identifier: f"the database refused it: {error.message}"})
    # Halves of halves find the one article sooner than one after the other.
    middle = len(batch) // 2
    first, second = (record(graph, half, spacy_model) for half in (batch[:middle], batch[middle:]))
    return Recorded(first.reports + second.reports, first.refused | second.refused)


def increasing_moments() -> Iterator[datetime]:
    """The time now in UTC, each later than the one before, however coarse the clock is."""
    last = datetime.min.replace(tzinfo=UTC)
    while True:
        last = max(datetime.now(UTC), last + timedelta(microseconds=1))
        yield last


def _or_refused(result: Result, refused: dict[str, str]) -> Result:
    if isinstance(result, Reading) and result.article.id in refused:
        return SetAside(result.article.id, None, refused[result.article.id])
    return result
