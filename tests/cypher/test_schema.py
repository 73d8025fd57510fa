"""A database is brought to the newest schema, as often as one likes, and never by an older program."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from neo4j import GraphDatabase

from cypher.connect import Endpoint
from cypher.errors import SchemaMissingError, SchemaTooNewError
from cypher.graph import open_graph
from cypher.ledger import record_readings
from cypher.schema import (
    SCHEMA_VERSION,
    apply_schema,
    missing_from_schema,
    schema_version,
    write_schema_version,
)
from tests.cypher.worlds import NOW, article, met


def test_an_empty_database_gets_all_constraints_and_the_version(bare_database: Endpoint) -> None:
    """And a second time changes nothing."""
    with open_graph(bare_database) as graph:
        assert schema_version(graph) is None
        assert missing_from_schema(graph)

        assert apply_schema(graph) == apply_schema(graph) == SCHEMA_VERSION
        assert schema_version(graph) == SCHEMA_VERSION
        assert missing_from_schema(graph) == ()


def test_a_constraint_that_someone_dropped_comes_back(bare_database: Endpoint) -> None:
    """Also when the version says that all is there."""
    with open_graph(bare_database) as graph:
        apply_schema(graph)
        with GraphDatabase.driver(bare_database.uri, auth=bare_database.auth) as driver:
            driver.execute_query("DROP CONSTRAINT unique_person_id", database_=bare_database.database)
        assert missing_from_schema(graph) == ("unique_person_id",)

        apply_schema(graph)
        assert missing_from_schema(graph) == ()


def test_programs_that_start_side_by_side_apply_one_schema(bare_database: Endpoint) -> None:
    """None of them fails."""
    with open_graph(bare_database) as graph, ThreadPoolExecutor(3) as pool:
        assert set(pool.map(lambda _: apply_schema(graph), range(3))) == {SCHEMA_VERSION}
        assert missing_from_schema(graph) == ()


def test_a_graph_of_a_newer_program_is_refused_with_what_to_do(bare_database: Endpoint) -> None:
    """The error names both versions."""
    with open_graph(bare_database) as graph:
        apply_schema(graph)
        graph.change_schema(write_schema_version, version=SCHEMA_VERSION + 1)

        with pytest.raises(SchemaTooNewError, match=rf"{SCHEMA_VERSION + 1}.*Install a newer"):
            apply_schema(graph)


def test_nothing_is_written_before_the_constraints_are_there(bare_database: Endpoint) -> None:
    """A ledger without unique ids would grow double nodes."""
    with open_graph(bare_database) as graph, pytest.raises(SchemaMissingError):
        record_readings(graph, [article("a:1", met("Q1", "Q2"))], NOW)
