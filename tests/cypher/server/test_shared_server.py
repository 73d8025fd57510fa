"""One server for all commands of a data folder, and none when there is no command."""

from __future__ import annotations

from neo4j import GraphDatabase

from cypher.connect import Endpoint, database, running_endpoint
from cypher.settings import DatabaseSettings


def test_the_database_is_empty_at_first_and_keeps_what_is_written(clean_database: Endpoint) -> None:
    """A fresh database has no node; one written in a session is there in the next."""
    with GraphDatabase.driver(clean_database.uri, auth=clean_database.auth) as driver:
        assert driver.execute_query("MATCH (n) RETURN count(n)").records[0].value() == 0
        driver.execute_query("CREATE (:Trial)")
        assert driver.execute_query("MATCH (n) RETURN count(n)").records[0].value() == 1


def test_two_commands_share_one_server(neo4j_endpoint: Endpoint, neo4j_settings: DatabaseSettings) -> None:
    """A second command on the same data folder gets the server that is there."""
    with database(neo4j_settings) as second:
        assert second == neo4j_endpoint
    assert running_endpoint(neo4j_settings) == neo4j_endpoint
