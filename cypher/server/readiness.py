"""When the local server can be used: both ports answer, the password works and the database is open."""

from __future__ import annotations

from pathlib import Path

from neo4j.exceptions import DriverError, Neo4jError
from pydantic import SecretStr

from cypher.server.configuration import LOOPBACK
from cypher.server.password import local_driver, log_in
from cypher.server.ports import answers


def bolt_uri(port: int) -> str:
    """The address of the local server for drivers."""
    return f"bolt://{LOOPBACK}:{port}"


def is_ready(bolt_port: int, http_port: int, database: str, password: SecretStr, file: Path) -> bool:
    """Whether the server can be used; False means that it is on its way.

    Raises LoginRefusedError.
    """
    if not (answers(bolt_port) and answers(http_port)):
        return False
    uri = bolt_uri(bolt_port)
    try:
        log_in(uri, password, file)
        with local_driver(uri, password.get_secret_value()) as driver:
            driver.execute_query("RETURN 1", database_=database)
    except (DriverError, Neo4jError):
        return False
    return True
