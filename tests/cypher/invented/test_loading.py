"""A world that was loaded at once is the graph that recording its articles one after another leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.connect import Endpoint
from cypher.contents import stored_contents
from cypher.errors import GraphNotEmptyError
from cypher.graph import Graph, Transaction, open_graph
from cypher.invented.loading import RECORDED, load_world
from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.ledger import record_readings
from cypher.opening import ready_graph
from cypher.schema import apply_schema
from cypher.settings import DatabaseSettings
from cypher.verify import verify

WORLD = World(people=40, seed=3)
MEETINGS = 120


def test_a_loaded_world_equals_a_recorded_one(
    clean_database: Endpoint, neo4j_settings: DatabaseSettings, tmp_path: Path
) -> None:
    """Ledger, lock and all that is derived, property by property; and it is loaded only into a new folder."""
    own = {"home": tmp_path / "loaded", "uri": None}
    settings = neo4j_settings.model_copy(update=own)
    articles = list(world_news(WORLD, MEETINGS))
    with open_graph(clean_database) as graph:
        apply_schema(graph)
        record_readings(graph, articles, RECORDED)
        recorded, ledger = stored_contents(graph), ledger_of(graph)

    assert load_world(settings, WORLD, MEETINGS) == len(articles)

    with ready_graph(settings) as graph:
        assert stored_contents(graph) == recorded
        assert ledger_of(graph) == ledger
        assert verify(graph) == ()
    with pytest.raises(GraphNotEmptyError):
        load_world(settings, WORLD, MEETINGS)


def ledger_of(graph: Graph) -> dict[str, tuple[list[str], dict[str, object]]]:
    """Articles and claims with all their properties, and the moment of the last change."""

    def nodes(transaction: Transaction) -> dict[str, tuple[list[str], dict[str, object]]]:
        result = transaction._transaction.run(
            "MATCH (n:Article|Claim|Lock) RETURN labels(n) AS l, n {.*, rules: null} AS p, "
            "COLLECT { MATCH (n)<-[:STATES]-(a) RETURN a.id } AS a"
        )
        return {row["p"]["id"]: (row["l"] + row["a"], row["p"]) for row in result}

    return graph.snapshot(nodes)
