"""A world that was loaded at once is the graph that recording its articles one after another leaves.

Worlds can be kept, and are measured on copies.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.connect import Endpoint
from cypher.contents import stored_contents
from cypher.errors import GraphNotEmptyError
from cypher.graph import Graph, Transaction, open_graph
from cypher.invented.keeping import world_database
from cypher.invented.loading import RECORDED, load_world
from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.ledger import RULES, record_readings
from cypher.schema import apply_schema
from cypher.settings import DatabaseSettings
from cypher.verify import verify

WORLD = World(people=40, seed=3)
MEETINGS = 120


def test_a_loaded_world_equals_a_recorded_one(
    clean_database: Endpoint, settings_of_benches: DatabaseSettings, tmp_path: Path
) -> None:
    """Ledger, lock and all that is derived, property by property.

    A kept world is loaded once, also if a first load was broken off, and what one measurement writes is gone
    for the next.
    """
    articles = list(world_news(WORLD, MEETINGS))
    with open_graph(clean_database) as graph:
        apply_schema(graph)
        record_readings(graph, articles, RECORDED)
        recorded, ledger = stored_contents(graph), ledger_of(graph)
    loaded: list[int] = []
    with pytest.raises(KeyboardInterrupt), world_database(WORLD, MEETINGS, tmp_path, broken_off):
        pass

    with world_database(WORLD, MEETINGS, tmp_path, loaded.append) as endpoint, open_graph(endpoint) as graph:
        assert stored_contents(graph) == recorded
        assert ledger_of(graph) == ledger
        assert verify(graph) == ()
        record_readings(graph, list(world_news(WORLD, MEETINGS + 5, first=MEETINGS)), RECORDED)
    with world_database(WORLD, MEETINGS, tmp_path, loaded.append) as endpoint, open_graph(endpoint) as graph:
        assert stored_contents(graph) == recorded

    assert sum(loaded) == len(articles)
    (kept,) = (folder for folder in tmp_path.iterdir() if folder.is_dir())
    assert kept.name == f"people-40-meetings-{MEETINGS}-seed-3-rules-{RULES}"
    with pytest.raises(GraphNotEmptyError):
        load_world(settings_of_benches.model_copy(update={"home": kept}), WORLD, MEETINGS)


@pytest.fixture
def settings_of_benches(
    neo4j_settings: DatabaseSettings, monkeypatch: pytest.MonkeyPatch
) -> DatabaseSettings:
    """What the commands that measure find in the environment: the modest server of the tests."""
    for name in ("cache", "neo4j_memory", "neo4j_page_cache", "neo4j_java_options"):
        monkeypatch.setenv(f"DEMARCHE_{name.upper()}", str(getattr(neo4j_settings, name)))
    return neo4j_settings


def broken_off(articles: int) -> None:
    """Ctrl-C at the first sign of progress."""
    raise KeyboardInterrupt


def ledger_of(graph: Graph) -> dict[str, tuple[list[str], dict[str, object]]]:
    """Articles and claims with all their properties, and the moment of the last change."""

    def nodes(transaction: Transaction) -> dict[str, tuple[list[str], dict[str, object]]]:
        result = transaction._transaction.run(
            "MATCH (n:Article|Claim|Lock) RETURN labels(n) AS l, n {.*, rules: null} AS p, "
            "COLLECT { MATCH (n)<-[:STATES]-(a) RETURN a.id } AS a"
        )
        return {row["p"]["id"]: (row["l"] + row["a"], row["p"]) for row in result}

    return graph.snapshot(nodes)
