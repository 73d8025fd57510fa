"""What a worker has leased from the inbox and not settled.

It is renewed while the worker lives, so that leases can be short: what a dead one had waits for minutes.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import structlog

from cypher.errors import DemarcheDatabaseError
from cypher.graph import Graph
from cypher.inbox import (
    LeasedArticle,
    Outcome,
    lease_articles,
    release_articles,
    renew_leases,
    settle_articles,
)

LEASE_SECONDS = 180.0
RENEWAL_SECONDS = 45.0

_log = structlog.get_logger("worker")


class Leases:
    """The leases of one worker. Safe to share between threads."""

    def __init__(self) -> None:
        self._held: dict[str, LeasedArticle] = {}
        self._lock = threading.Lock()

    def take(self, graph: Graph, limit: int) -> list[LeasedArticle]:
        """Lease up to `limit` articles more; none where none waits."""
        with self._lock:
            leased = lease_articles(graph, limit, datetime.now(UTC), LEASE_SECONDS)
            self._held |= {article.id: article for article in leased}
            return leased

    def settle(self, graph: Graph, outcomes: Sequence[Outcome]) -> None:
        """Say what became of articles; they are no longer held."""
        with self._lock:
            settle_articles(graph, outcomes)
            for outcome in outcomes:
                self._held.pop(outcome.id, None)

    def give_back(self, graph: Graph) -> None:
        """Give everything back unread. What cannot be, as the database is away, is held for the next time."""
        with self._lock:
            release_articles(graph, list(self._held.values()))
            self._held.clear()

    @contextmanager
    def renewed(self, graph: Graph) -> Iterator[None]:
        """Renew what is held while the block runs, from a thread of its own."""
        stop = threading.Event()
        thread = threading.Thread(target=self._renew_until, args=(graph, stop), name="leases", daemon=True)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def _renew_until(self, graph: Graph, stop: threading.Event) -> None:
        while not stop.wait(RENEWAL_SECONDS):
            try:
                with self._lock:
                    held = list(self._held.values())
                    self._held = {
                        article.id: article
                        for article in renew_leases(graph, held, datetime.now(UTC), LEASE_SECONDS)
                    }
            except DemarcheDatabaseError as error:
                # The worker itself meets the same, and says what it does about it.
                _log.warning("leases_not_renewed", reason=error.message)
