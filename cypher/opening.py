"""The graph as commands use it: found or started, open, and at the newest schema."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import structlog

from cypher.connect import Endpoint, database
from cypher.errors import DemarcheDatabaseError
from cypher.graph import REPEAT_SECONDS, Graph, open_graph
from cypher.ledger import follow_rules
from cypher.schema import apply_schema
from cypher.server.client import stopped_server
from cypher.settings import DatabaseSettings

_log = structlog.get_logger("demarche.graph")


@contextmanager
def ready_graph(settings: DatabaseSettings, *, repeat_seconds: float = REPEAT_SECONDS) -> Iterator[Graph]:
    """The graph of these settings while the block runs; constraints stand before the first write.

    For `repeat_seconds` a transaction is repeated while the database is away. Errors are those of
    `cypher.errors`.
    """
    with database(settings) as endpoint, open_graph(endpoint, repeat_seconds=repeat_seconds) as graph:
        graph.check_connection()  # where nobody answers is known at once, without a minute of repeats
        bring_up_to_date(graph)
        yield graph


def bring_up_to_date(graph: Graph) -> None:
    """Apply the newest schema, and derive the graph anew if older rules have made it; that takes its time."""
    apply_schema(graph)
    if follow_rules(graph):
        _log.info("graph_derived_anew", reason="it was made by another version of the rules")


@contextmanager
def passing_database(
    filled: Callable[[DatabaseSettings], object] = lambda settings: None, within: Path | None = None
) -> Iterator[Endpoint]:
    """A database for a measurement while the block runs, at the newest schema, and never the user's.

    It lives in a temporary folder, which is made `within` another one if one is named, with the memory that
    the settings give a local server. It is empty, unless it is `filled` before its server starts
    (`cypher.invented.loading.load_world`).
    """
    if within is not None:
        within.mkdir(parents=True, exist_ok=True)
    # A busy machine's server may still be writing its last when the block ends: what it leaves is no error.
    with tempfile.TemporaryDirectory(
        prefix="demarche-bench-", dir=within, ignore_cleanup_errors=True
    ) as home:
        own = {"home": Path(home), "uri": None, "neo4j_bolt_port": 0, "neo4j_http_port": 0}
        settings = DatabaseSettings().model_copy(update=own)
        filled(settings)
        try:
            with database(settings) as endpoint:
                with open_graph(endpoint) as graph:
                    graph.check_connection()
                    apply_schema(graph)
                yield endpoint
        finally:
            # What a server writes while it stops would be left behind, and a copy of a world is large.
            with suppress(DemarcheDatabaseError), stopped_server(settings.home):
                pass
