"""The worker: takes articles from the inbox, reads them, records them, and says what became of each.

It holds nothing that matters: what it leased and did not settle goes to another worker when the lease runs
out. So it may be killed at any moment, and any number of them may run side by side.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType

import structlog

from cypher.errors import DatabaseUnavailableError
from cypher.graph import Graph
from cypher.inbox import LeasedArticle, Outcome
from cypher.opening import ready_graph
from cypher.settings import DatabaseSettings
from ingest.errors import KafkaAway
from ingest.extractor import extractor
from ingest.kafka import topic_reader
from ingest.leases import LEASE_SECONDS, Leases
from ingest.processes import BATCH_SECONDS, Batch, ReadingPool, reading_pool
from ingest.settings import IngestSettings
from ingest.settling import settled
from ingest.stored import article_of

RETRY_SECONDS = 5.0
REPEAT_SECONDS = 5.0
"""No transaction is repeated for longer: a database that went away is opened anew, at another address if it
has one by now."""

_log = structlog.get_logger("worker")


def run_worker(
    settings: IngestSettings,
    database_settings: DatabaseSettings,
    *,
    processes: int = 1,
    from_kafka: bool = False,
    until_input_ends: bool = False,
) -> None:
    """Work until a signal says stop, or, if asked, until standard input ends; batches in hand are finished.

    That many `processes` read, and this one writes. Articles come from the inbox, or `from_kafka`. A database
    or broker that is away is waited for. Raises `cypher.errors` where waiting would not help, `ModelMissing`
    where there is no parser, and `KafkaMissing` where nobody said which brokers.
    """
    stop, leases, beat = threading.Event(), Leases(), partial(_beat, settings.worker_heartbeat)
    extractor(settings.spacy_model)
    with _stopped_by_signals(stop), reading_pool(processes, database_settings.home, settings) as pool:
        if until_input_ends:
            threading.Thread(target=_stop_at_end_of_input, args=(stop,), daemon=True).start()
        pool.end(pool.begin([]))  # so that it loads now, and not while somebody's article waits
        _log.info("worker_started", languages=sorted(settings.readable_languages), processes=processes)
        while not stop.is_set():
            try:
                with ready_graph(database_settings, repeat_seconds=REPEAT_SECONDS) as graph:
                    if from_kafka:
                        with topic_reader(graph, pool, settings) as reader:
                            reader.work(stop, beat, articles_to_lease(settings))
                        continue
                    leases.give_back(graph)  # what it held when the database went away
                    with leases.renewed(graph):
                        _work(graph, pool, leases, settings, stop)
            except DatabaseUnavailableError as error:
                _log.warning("database_away", reason=error.message, next_try_in_seconds=RETRY_SECONDS)
            except KafkaAway as error:
                _log.warning("kafka_away", reason=str(error), next_try_in_seconds=RETRY_SECONDS)
            if not stop.is_set():
                beat()
                stop.wait(RETRY_SECONDS)
        _log.info("worker_stopped")


@dataclass(frozen=True, slots=True)
class Taken:
    """Leased articles in the hands of a reader."""

    articles: Sequence[LeasedArticle]
    batch: Batch


def articles_to_lease(settings: IngestSettings) -> int:
    """One batch, or what is read in half its time even if a language model takes all the time it may."""
    if settings.language_model_url is None:
        return settings.batch_articles
    slowest = settings.language_model_calls_per_article * settings.language_model_seconds
    return max(1, min(settings.batch_articles, int(BATCH_SECONDS / 2 / slowest)))


def _work(
    graph: Graph, pool: ReadingPool, leases: Leases, settings: IngestSettings, stop: threading.Event
) -> None:
    in_hand: deque[Taken] = deque()
    try:
        while in_hand or not stop.is_set():
            while len(in_hand) < pool.most_batches and not stop.is_set():
                leased = leases.take(graph, articles_to_lease(settings))
                if not leased:
                    break
                in_hand.append(Taken(leased, pool.begin([article_of(article) for article in leased])))
            if in_hand:
                taken = pool.next_of(in_hand)
                leased = [article for each in taken for article in each.articles]
                results = [result for each in taken for result in pool.end(each.batch)]
                found = settled(graph, results, [one.received_at for one in leased], settings)
                leases.settle(
                    graph,
                    [
                        Outcome(article.id, article.sha256, end.state, end.reason)
                        for article, end in zip(leased, found, strict=True)
                    ],
                )
            else:
                stop.wait(settings.worker_poll_seconds)
            _beat(settings.worker_heartbeat)
    except DatabaseUnavailableError:
        raise  # to give back would be tried in vain; it is done once the database is there again
    except BaseException:
        # Ctrl-C came twice, say. Another worker need not wait for the leases to end.
        _give_back_quietly(graph, leases)
        raise


def _give_back_quietly(graph: Graph, leases: Leases) -> None:
    try:
        leases.give_back(graph)
    except Exception as error:
        _log.warning("leases_kept", reason=str(error), seconds=LEASE_SECONDS)


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
