"""The database of the tests is a real Neo4j; take one of these fixtures, and no mock of it.

- `clean_database`: an `Endpoint` whose database has no node. What to take for one test that reads or writes
  the graph. Constraints and indexes stay as they are, so that a schema is applied once and not for each test.
- `database_of_commands`: the same, for tests of commands that run within this process.
- `clean_database_for_module`: the same, emptied once for all tests of a module that share what they wrote.
- `bare_database`: also without constraints and indexes; for tests of the schema itself. It drops what others
  applied, so code that needs the schema applies it (which is quick, and changes nothing where it is there).
- `neo4j_endpoint`: the server alone; for tests that do not care what is in the database.

    def test_something(clean_database: Endpoint) -> None:
        with GraphDatabase.driver(clean_database.uri, auth=clean_database.auth) as driver:
            ...

The server starts with the first test that needs it (seven seconds), in a temporary data folder on free
ports, and stops with the last test. Each worker of pytest-xdist has a server of its own. The first run
downloads the jars into the user's cache.

To use a server that is there, and that the tests may empty: set DEMARCHE_TEST_NEO4J_URI, and
DEMARCHE_TEST_NEO4J_USERNAME (`neo4j`), DEMARCHE_TEST_NEO4J_PASSWORD, DEMARCHE_TEST_NEO4J_DATABASE (`neo4j`).
All workers share that one and take turns: while a test has the database, no other test has.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from pydantic import SecretStr

from cypher.connect import Endpoint, database
from cypher.server.file_locks import lock
from cypher.settings import DatabaseSettings

# A shell that runs the tests in the background has told them to ignore Ctrl-C, and the commands they start
# would inherit that. A handler here is reset to the default in every process that begins from now on.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Hundreds of servers start in the tests, and hardly one of them is asked more than a few questions.
os.environ["DEMARCHE_WARM_UP"] = "false"

# Settings of the machine that the tests run on: where jars come from and are kept, and which server to take.
_MACHINE = ("DEMARCHE_TEST_", "DEMARCHE_CACHE", "DEMARCHE_MAVEN_REPOSITORY", "DEMARCHE_WARM_UP")
# A worker may wait for the tests of all others.
_TURN_SECONDS = 1800.0


@pytest.fixture(scope="session", autouse=True)
def no_settings_of_the_user() -> Iterator[None]:
    """No test sees the settings, the data folder or the server of the user who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.startswith(("NEO4J_", "DEMARCHE_")) and not name.startswith(_MACHINE):
                patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A temporary folder that all workers of one run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def turns(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of those who share a server with this worker, and take turns with it."""
    given = "DEMARCHE_TEST_NEO4J_URI" in os.environ
    return shared_folder if given else tmp_path_factory.getbasetemp()


@pytest.fixture(scope="session")
def neo4j_settings(
    tmp_path_factory: pytest.TempPathFactory, no_settings_of_the_user: None
) -> DatabaseSettings:
    """Settings of the tests' server: modest, on free ports, in a folder whose name is no easy one."""
    password = os.environ.get("DEMARCHE_TEST_NEO4J_PASSWORD")
    return DatabaseSettings(
        uri=os.environ.get("DEMARCHE_TEST_NEO4J_URI"),
        username=os.environ.get("DEMARCHE_TEST_NEO4J_USERNAME", "neo4j"),
        password=SecretStr(password) if password else None,
        database=os.environ.get("DEMARCHE_TEST_NEO4J_DATABASE", "neo4j"),
        home=tmp_path_factory.getbasetemp() / "a data folder of São Tomé",
        neo4j_bolt_port=0,
        neo4j_http_port=0,
        neo4j_memory="512M",
        neo4j_page_cache="64M",
        # Only the quick compiler of Java: a server that lives for minutes saves a third of its start with it.
        neo4j_java_options="-XX:TieredStopAtLevel=1",
    )


@pytest.fixture(scope="session")
def neo4j_endpoint(neo4j_settings: DatabaseSettings) -> Iterator[Endpoint]:
    """A real Neo4j."""
    with database(neo4j_settings) as endpoint:
        yield endpoint


@pytest.fixture
def clean_database(neo4j_endpoint: Endpoint, turns: Path) -> Iterator[Endpoint]:
    """A database without nodes, for one test; its constraints and indexes stay."""
    with _turn(turns):
        _empty(neo4j_endpoint, with_schema=False)
        yield neo4j_endpoint


@pytest.fixture
def database_of_commands(
    clean_database: Endpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Endpoint:
    """The same, and what commands find in the environment names it, with a data folder of its own."""
    monkeypatch.setenv("NEO4J_URI", clean_database.uri)
    monkeypatch.setenv("NEO4J_USERNAME", clean_database.user)
    monkeypatch.setenv("NEO4J_PASSWORD", clean_database.password.get_secret_value())
    monkeypatch.setenv("NEO4J_DATABASE", clean_database.database)
    monkeypatch.setenv("DEMARCHE_HOME", str(tmp_path))
    return clean_database


@pytest.fixture(scope="module")
def clean_database_for_module(neo4j_endpoint: Endpoint, turns: Path) -> Iterator[Endpoint]:
    """A database without nodes, for the tests of one module together; do not mix with `clean_database`."""
    with _turn(turns):
        _empty(neo4j_endpoint, with_schema=False)
        yield neo4j_endpoint


@pytest.fixture
def bare_database(neo4j_endpoint: Endpoint, turns: Path) -> Iterator[Endpoint]:
    """A database without nodes, constraints and indexes, for one test."""
    with _turn(turns):
        _empty(neo4j_endpoint, with_schema=True)
        yield neo4j_endpoint


_turns_of_this_worker = 0


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """Have the database alone among those who share it; a second turn within this worker does not wait."""
    global _turns_of_this_worker
    if _turns_of_this_worker:
        yield
        return
    with lock(folder / "turn.lock", timeout=_TURN_SECONDS):
        _turns_of_this_worker += 1
        try:
            yield
        finally:
            _turns_of_this_worker -= 1


def _empty(endpoint: Endpoint, *, with_schema: bool) -> None:
    with GraphDatabase.driver(endpoint.uri, auth=endpoint.auth) as driver:
        with driver.session(database=endpoint.database) as session:
            # An implicit transaction, as batches of their own need one.
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()
        if with_schema:
            _drop_schema(driver, endpoint.database)


def _drop_schema(driver: Driver, name: str) -> None:
    constraints = driver.execute_query("SHOW CONSTRAINTS YIELD name", database_=name).records
    for row in constraints:
        driver.execute_query(f"DROP CONSTRAINT `{row['name']}`", database_=name)
    indexes = driver.execute_query(
        "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'", database_=name
    ).records
    for row in indexes:
        driver.execute_query(f"DROP INDEX `{row['name']}`", database_=name)
