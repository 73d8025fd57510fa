"""The graph as commands use it: found or started, open, and at the newest schema."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cypher.connect import database
from cypher.graph import Graph, open_graph
from cypher.schema import apply_schema
from cypher.settings import DatabaseSettings


@contextmanager
def ready_graph(settings: DatabaseSettings) -> Iterator[Graph]:
    """The graph of these settings while the block runs; constraints stand before the first write.

    Errors are those of `cypher.errors`.
    """
    with database(settings) as endpoint, open_graph(endpoint) as graph:
        graph.check_connection()  # where nobody answers is known at once, without a minute of repeats
        apply_schema(graph)
        yield graph
