"""Figures for Prometheus: how many requests, how they ended, how long they took, how large the graph is."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.types import Scope

from cypher.reads.counts import GraphSizeRow

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

    def observe(self, scope: Scope, status: int, seconds: float) -> None:
        """Count a request, by the name of its route: there are as many as routes, and not as people."""
        route = getattr(scope.get("route"), "name", None)
        self._requests.labels(scope["method"] if route else "ANY", route or "other", str(status)).inc()
        self._seconds.labels(route or "other").observe(seconds)

    def set_graph_size(self, size: GraphSizeRow) -> None:
        """Note how large the graph is now."""
        for kind in size.__slots__:
            self._size.labels(kind).set(getattr(size, kind))

    def exposition(self) -> bytes:
        """All figures in the text format of Prometheus."""
        return generate_latest(self.registry)
