"""Figures for Prometheus: requests and queries with their latencies, what waits, how large the graph is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.types import Scope

from cypher.graph import POOL_SIZE
from cypher.reads.counts import GraphSizeRow, InboxStateRow, RecordedLatelyRow

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_SECONDS = (0.002, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15)


class Metrics:
    """The figures of one API, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "demarche_requests",
            "Requests by route and status.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "demarche_request_seconds",
            "How long requests took, by route.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._size = Gauge(
            "demarche_graph_size",
            "How many things of a kind the graph holds.",
            ("kind",),
            registry=self.registry,
        )

        self._queries = Histogram(
            "demarche_query_seconds",
            "How long the database took, by statement or write, and how it ended.",
            ("statement", "outcome"),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._under_way = Gauge(
            "demarche_queries_under_way",
            "Queries that the database works on now; each holds a connection of the pool.",
            registry=self.registry,
        )
        Gauge(
            "demarche_database_pool_size",
            "The most connections with the database; who needs one more waits for it.",
            registry=self.registry,
        ).set(POOL_SIZE)
        self._up = Gauge(
            "demarche_database_up", "Whether the database answered just now.", registry=self.registry
        )
        self._inbox = Gauge(
            "demarche_inbox_articles",
            "How many articles wait, are being read, or were set aside.",
            ("state",),
            registry=self.registry,
        )
        self._oldest = Gauge(
            "demarche_inbox_oldest_seconds",
            "For how many seconds the oldest article that waits has waited; 0 if none waits.",
            registry=self.registry,
        )
        self._recorded = Gauge(
            "demarche_recorded_last_minute",
            "How many articles all workers together recorded within the last minute, as what.",
            ("state",),
            registry=self.registry,
        )
        self._last_change = Gauge(
            "demarche_recorded_last_timestamp_seconds",
            "When something was last recorded, retracted or decided, in seconds since 1970; 0 if never.",
            registry=self.registry,
        )

    @contextmanager
    def query(self, name: str) -> Iterator[None]:
        """Count a query or a write by its name, and by how it ends: `ok`, or the name of the error."""
        started = time.perf_counter()
        outcome = "cancelled"
        try:
            with self._under_way.track_inprogress():
                yield
            outcome = "ok"
        except Exception as error:
            outcome = type(error).__name__
            raise
        finally:
            self._queries.labels(name, outcome).observe(time.perf_counter() - started)

    def observe(self, scope: Scope, status: int, seconds: float) -> None:
        """Count a request, by the name of its route: there are as many as routes, and not as people."""
        route = getattr(scope.get("route"), "name", None)
        self._requests.labels(scope["method"] if route else "ANY", route or "other", str(status)).inc()
        self._seconds.labels(route or "other").observe(seconds)

    def set_graph_size(self, size: GraphSizeRow) -> None:
        """Note how large the graph is now."""
        for kind in size.__slots__:
            self._size.labels(kind).set(getattr(size, kind))

    def set_inbox(self, inbox: InboxStateRow) -> None:
        """Note how much waits to be read."""
        for state in ("waiting", "reading", "set_aside"):
            self._inbox.labels(state).set(getattr(inbox, state))
        waited = datetime.now(UTC) - inbox.oldest_waiting if inbox.oldest_waiting else None
        self._oldest.set(waited.total_seconds() if waited else 0)

    def set_recorded(self, recorded: RecordedLatelyRow) -> None:
        """Note what workers recorded within the last minute, all of them together."""
        for state in ("done", "nothing_found", "superseded", "retracted"):
            self._recorded.labels(state).set(getattr(recorded, state))
        self._last_change.set(recorded.last_change.timestamp() if recorded.last_change else 0)

    def set_database_up(self, is_up: bool) -> None:
        """Note whether the database answers."""
        self._up.set(is_up)

    def exposition(self) -> bytes:
        """All figures in the text format of Prometheus."""
        return generate_latest(self.registry)
