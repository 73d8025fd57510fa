"""What a statement that writes costs depends on what it is given, and not on the size of the graph.

Each one begins at ids or along an index. The exceptions go over the graph by their very purpose, piece by
piece, or over what there is little of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import GraphDatabase

from cypher.catalog import load_statement, statement_files
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.ledger import record_readings
from cypher.schema import apply_schema
from tests.cypher.worlds import NOW

WHOLE_GRAPH = {
    "bench_wipe": "takes the graph of a benchmark down",
    "complete_lists": "completes a graph that was just imported",
    "unbind_claims": "takes the derived graph down before a rebuild, piece by piece",
    "wipe_entities": "the same",
    "wipe_entity_edges": "the same",
    "wipe_meetings": "the same",
    "wipe_redirects": "the same",
    "delete_webhook": "deliveries that wait are few",
    "forget_deliveries": "the same",
    "lease_articles": "submissions that wait are few, and go when they are read",
    "set_aside_exhausted": "the same",
}
COUNTS = {"take_write_lock": "looks whether there is any decision, and stops at the first"}


@pytest.fixture(scope="module")
def plans(clean_database_for_module: Endpoint) -> dict[str, dict[str, Any]]:
    """The plan of each statement over a graph of some hundred articles, so that the planner has to choose."""
    endpoint = clean_database_for_module
    with open_graph(endpoint) as graph:
        apply_schema(graph)
        record_readings(graph, list(world_news(World(people=100), 300)), NOW)
    found = {}
    with (
        GraphDatabase.driver(endpoint.uri, auth=endpoint.auth, notifications_min_severity="OFF") as driver,
        driver.session(database=endpoint.database) as session,
    ):
        for file in statement_files("write"):
            statement = load_statement("write", file.stem)
            params = dict.fromkeys(statement.params) | ({"limit": 10} if "limit" in statement.params else {})
            found[file.stem] = session.run("EXPLAIN " + statement.text, params).consume().plan
    return found


def test_every_write_begins_at_ids_or_along_an_index(plans: dict[str, dict[str, Any]]) -> None:
    """No scan of a label or of all nodes; and products only of rows that ids have found, one by one."""
    for name, plan in plans.items():
        scans = {kind(leaf) for leaf in leaves_of(plan) if kind(leaf).endswith("Scan")}
        assert not scans or name in WHOLE_GRAPH or name in COUNTS, (name, scans)
        for step in steps(plan):
            if kind(step) == "CartesianProduct":
                sides = {kind(leaf).partition("(")[0] for leaf in leaves_of(step)}
                assert sides <= {"NodeUniqueIndexSeek", "Argument"}, (name, sides)


def steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All steps of a plan."""
    yield plan
    for child in plan.get("children", ()):
        yield from steps(child)


def leaves_of(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The steps that a plan begins with."""
    return (step for step in steps(plan) if not step.get("children"))


def kind(step: dict[str, Any]) -> str:
    """What a step does: `NodeIndexSeek`."""
    return str(step["operatorType"]).partition("@")[0]
