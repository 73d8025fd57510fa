"""The worker: takes articles from the inbox, reads them, records them, and says what became of each.

It holds nothing that matters: what it leased and did not settle goes to another worker when the lease runs
out. So it may be killed at any moment, and any number of them may run side by side.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from types import FrameType

import structlog

from cypher.errors import DatabaseUnavailableError
from cypher.graph import Graph
from cypher.inbox import LeasedArticle, Outcome, lease_articles, release_articles, settle_articles
from cypher.opening import ready_graph
from cypher.settings import DatabaseSettings
from ingest.counts import why_nothing
from ingest.proposals import proposer_of
from ingest.recording import Received, record
from ingest.records import Article, MeetingClaim, Reading
from ingest.run import Reader, pipeline_reader, results
from ingest.settings import IngestSettings
from ingest.sources.items import SetAside

# A batch takes seconds. Whoever has not settled one by then is dead, and another worker may have it.
LEASE_SECONDS = 600.0
RETRY_SECONDS = 5.0

_log = structlog.get_logger("worker")


def run_worker(
    settings: IngestSettings, database_settings: DatabaseSettings, *, until_input_ends: bool = False
) -> None:
    """Work until a signal says stop, or, if asked, until standard input ends; the batch in hand is finished.

    A database that is away is waited for. Raises `cypher.errors` where waiting would not help.
    """
    stop = threading.Event()
    with _stopped_by_signals(stop):
        if until_input_ends:
            threading.Thread(target=_stop_at_end_of_input, args=(stop,), daemon=True).start()
        read = pipeline_reader(database_settings.home, settings.spacy_model, proposer_of(settings))
        list(read([]))  # so that it loads now, and not while somebody's article waits
        _log.info("worker_started", languages=sorted(settings.readable_languages))
        while not stop.is_set():
            try:
                with ready_graph(database_settings) as graph:
                    _work(graph, read, settings, stop)
            except DatabaseUnavailableError as error:
                _log.warning("database_away", reason=error.message, next_try_in_seconds=RETRY_SECONDS)
                _beat(settings.worker_heartbeat)
                stop.wait(RETRY_SECONDS)
        _log.info("worker_stopped")


def work_once(graph: Graph, read: Reader, settings: IngestSettings) -> int:
    """Lease one batch, read, record and settle it. Gives how many articles it had; 0 where none waits."""
    leased = lease_articles(graph, articles_to_lease(settings), datetime.now(UTC), LEASE_SECONDS)
    if not leased:
        return 0
    try:
        outcomes = _outcomes(graph, leased, read, settings)
    except BaseException:
        # The database went away, or Ctrl-C came twice. Another worker need not wait for the lease to end.
        _release_quietly(graph, leased)
        raise
    settle_articles(graph, outcomes)
    return len(leased)


def articles_to_lease(settings: IngestSettings) -> int:
    """One batch, or what is read in half a lease even if a language model takes all the time it may."""
    if settings.language_model_url is None:
        return settings.batch_articles
    slowest = settings.language_model_calls_per_article * settings.language_model_seconds
    return max(1, min(settings.batch_articles, int(LEASE_SECONDS / 2 / slowest)))


def _work(graph: Graph, read: Reader, settings: IngestSettings, stop: threading.Event) -> None:
    while not stop.is_set():
        count = work_once(graph, read, settings)
        _beat(settings.worker_heartbeat)
        if not count:
            stop.wait(settings.worker_poll_seconds)


def _outcomes(
    graph: Graph, leased: Sequence[LeasedArticle], read: Reader, settings: IngestSettings
) -> list[Outcome]:
    started = perf_counter()
    languages = settings.readable_languages
    found = list(results(map(_article, leased), read, languages, len(leased)))
    received = [
        Received(result, article.received_at)
        for article, result in zip(leased, found, strict=True)
        if isinstance(result, Reading)
    ]
    refused = record(graph, received, settings.spacy_model).refused
    seconds = round((perf_counter() - started) / len(leased), 3)
    outcomes = []
    for article, result in zip(leased, found, strict=True):
        reason = result.reason if isinstance(result, SetAside) else refused.get(article.id)
        if reason is not None or isinstance(result, SetAside):
            _log.warning("article_set_aside", article=article.id, reason=reason)
            outcomes.append(Outcome(article.id, article.sha256, "failed", reason))
        elif result.claims:
            meetings = sum(isinstance(claim, MeetingClaim) for claim in result.claims)
            _log.info(
                "article_read",
                article=article.id,
                claims=len(result.claims),
                meetings=meetings,
                seconds=seconds,
            )
            outcomes.append(Outcome(article.id, article.sha256, "done"))
        else:
            why = why_nothing(result, languages)
            _log.info("nothing_found", article=article.id, reason=why, seconds=seconds)
            outcomes.append(Outcome(article.id, article.sha256, "nothing_found", why))
    return outcomes


def _article(leased: LeasedArticle) -> Article:
    return Article(
        id=leased.id,
        text=leased.text,
        title=leased.title,
        url=leased.url,
        published=leased.published_at,
        language=leased.language,
        publisher=leased.publisher,
    )


def _release_quietly(graph: Graph, leased: Sequence[LeasedArticle]) -> None:
    try:
        release_articles(graph, leased)
    except Exception as error:
        _log.warning("lease_kept", articles=len(leased), reason=str(error), seconds=LEASE_SECONDS)


@contextmanager
def _stopped_by_signals(stop: threading.Event) -> Iterator[None]:
    """Let the first Ctrl-C or `kill` finish the batch in hand; the second one ends it at once."""

    def handle(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop_at_end_of_input(stop: threading.Event) -> None:
    # `demarche up` holds the other end of our input and never writes. We run for as long as it does.
    while sys.stdin.buffer.read(4096):
        pass
    stop.set()


def _beat(heartbeat: Path | None) -> None:
    if heartbeat is not None:
        heartbeat.touch()
