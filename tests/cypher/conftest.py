"""A graph with the schema and nothing in it, for each test that asks for one.

- `graph`: one empty graph for one test
- `empty_graph`: a function that empties it again, for each example of a property
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from neo4j import GraphDatabase

from cypher.connect import Endpoint
from cypher.graph import Graph, open_graph
from cypher.schema import apply_schema


@pytest.fixture
def graph(clean_database: Endpoint) -> Iterator[Graph]:
    """An empty graph at the newest schema."""
    with open_graph(clean_database) as opened:
        apply_schema(opened)
        yield opened


@pytest.fixture
def empty_graph(graph: Graph, clean_database: Endpoint) -> Iterator[Callable[[], Graph]]:
    """Calling it gives the graph with nothing in it but its schema version and lock."""
    with GraphDatabase.driver(clean_database.uri, auth=clean_database.auth) as driver:

        def empty() -> Graph:
            driver.execute_query(
                "MATCH (node) WHERE NOT node:Schema AND NOT node:Lock DETACH DELETE node",
                database_=clean_database.database,
            )
            driver.execute_query("MATCH (lock:Lock) REMOVE lock.moment", database_=clean_database.database)
            return graph

        yield empty
