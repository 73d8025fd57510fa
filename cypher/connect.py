"""Which Neo4j to talk to: the one that NEO4J_URI names, else the one that runs on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr
from rich.console import Console

from cypher.errors import SettingsIncompleteError
from cypher.server.client import shared_server
from cypher.server.configuration import LOOPBACK
from cypher.server.layout import Layout
from cypher.server.password import USER, read_password
from cypher.server.readiness import bolt_uri
from cypher.server.state import State, read_state
from cypher.settings import DatabaseSettings


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A Neo4j that can be used: what a driver needs, and what a person needs to look at it."""

    uri: str
    user: str
    password: SecretStr
    database: str
    #: Where the Neo4j Browser opens, if we know.
    browser: str | None = None
    #: The file of the password of the local server; None for a server of the user's own.
    password_file: Path | None = None

    @property
    def auth(self) -> tuple[str, str] | None:
        """User and password for a driver; None for a server without authentication."""
        password = self.password.get_secret_value()
        return (self.user, password) if password else None


@contextmanager
def database(settings: DatabaseSettings, console: Console | None = None) -> Iterator[Endpoint]:
    """The database of these settings, for as long as the block runs.

    A local server is started if need be, which takes some ten seconds, the first time minutes: progress
    goes to `console`, by default to standard error. It stops when the last block of any process on the same
    data folder has ended. A server that NEO4J_URI names is not tried here. Errors are of `cypher.errors`.
    """
    if settings.uri is not None:
        yield _given_endpoint(settings, settings.uri)
        return
    with shared_server(settings, console) as state:
        yield _local_endpoint(settings, state)


def running_endpoint(settings: DatabaseSettings) -> Endpoint | None:
    """The database of these settings if it needs no start, else None. Asking starts and keeps nothing."""
    if settings.uri is not None:
        return _given_endpoint(settings, settings.uri)
    state = read_state(Layout(settings.home).state_file)
    if state is None or not state.is_ready:
        return None
    try:
        return _local_endpoint(settings, state)
    except OSError:
        return None


def _given_endpoint(settings: DatabaseSettings, uri: str) -> Endpoint:
    if "://" not in uri:
        raise SettingsIncompleteError(
            f"NEO4J_URI is {uri!r}, which has no scheme.",
            "Write it like bolt://localhost:7687 or neo4j+s://graph.example.org.",
        )
    return Endpoint(
        uri,
        settings.username,
        settings.password or SecretStr(""),
        settings.database,
        browser=settings.neo4j_browser,
    )


def _local_endpoint(settings: DatabaseSettings, state: State) -> Endpoint:
    file = Layout(settings.home).password_file
    return Endpoint(
        uri=bolt_uri(state.bolt_port),
        user=USER,
        password=read_password(file),
        database=settings.database,
        browser=f"http://{LOOPBACK}:{state.http_port}/browser/",
        password_file=file,
    )
