"""When the local server can be used: both ports answer, the password works and the database is open."""

from __future__ import annotations

from pathlib import Path

from neo4j import Driver
from neo4j.exceptions import DriverError, Neo4jError
from pydantic import SecretStr

from cypher.errors import LoginRefusedError
from cypher.server.configuration import LOOPBACK
from cypher.server.password import local_driver, log_in
from cypher.server.ports import answers

# States of a database that pass by themselves; every other one than "online" stays.
_PASSING = frozenset({"starting", "initial", "store copying", "unknown"})


class DatabaseNotOpenError(Exception):
    """Raised when the server is up and says why its database is not."""


def bolt_uri(port: int) -> str:
    """The address of the local server for drivers."""
    return f"bolt://{LOOPBACK}:{port}"


def is_ready(bolt_port: int, http_port: int, database: str, password: SecretStr, file: Path) -> bool:
    """Whether the server can be used; False means that it is on its way.

    Raises LoginRefusedError, or DatabaseNotOpenError with the server's words.
    """
    if not (answers(bolt_port) and answers(http_port)):
        return False
    uri = bolt_uri(bolt_port)
    try:
        log_in(uri, password, file)
        with local_driver(uri, password.get_secret_value()) as driver:
            return _is_open(driver, database)
    except LoginRefusedError:
        raise
    except (DriverError, Neo4jError):
        return False


def _is_open(driver: Driver, database: str) -> bool:
    rows = driver.execute_query(
        "SHOW DATABASE $name YIELD currentStatus, statusMessage", {"name": database}, database_="system"
    ).records
    status, message = rows[0].values() if rows else ("unknown", "")
    if status == "online":
        driver.execute_query("RETURN 1", database_=database)
        return True
    if status in _PASSING:
        return False
    raise DatabaseNotOpenError(f"{database} is {status}: {message}")
