"""When the server cannot start, the error names the cause and the way out."""

from __future__ import annotations

import io
import json
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.console import Console

from cypher.connect import database, running_endpoint
from cypher.errors import (
    DemarcheDatabaseError,
    DiskFullError,
    HomeUnusableError,
    LoginRefusedError,
    PortTakenError,
    ServerStartError,
    SettingsIncompleteError,
    StoreDamagedError,
)
from cypher.server.diagnosis import diagnosis, failed_database
from cypher.server.layout import Layout
from cypher.server.ports import chosen_port, is_free
from cypher.server.state import Failure, ProcessMark, State, read_state, write_state
from cypher.settings import DatabaseSettings


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield int(listener.getsockname()[1])


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    layout = Layout(tmp_path / "home")
    layout.make()
    return layout


@pytest.fixture
def state() -> State:
    return State(phase="starting", keeper=ProcessMark.of(os.getpid()), bolt_port=7687, http_port=7474)


@pytest.mark.usefixtures("neo4j_endpoint")  # the jars are in the cache then
@pytest.mark.parametrize("setting", ["neo4j_bolt_port", "neo4j_http_port"])
def test_a_taken_port_is_reported_with_the_setting_to_change(
    tmp_path: Path, taken_port: int, setting: str
) -> None:
    """A command whose port another program has fails at once, naming port, program and setting."""
    ports = {"neo4j_bolt_port": 0, "neo4j_http_port": 0} | {setting: taken_port}
    settings = DatabaseSettings.model_validate({"home": tmp_path / "home", **ports})
    with pytest.raises(PortTakenError) as caught, database(settings, Console(file=io.StringIO())):
        pytest.fail("the database cannot be there")
    assert str(taken_port) in caught.value.message
    assert f"process {os.getpid()}" in caught.value.message
    assert f"DEMARCHE_{setting.upper()}" in caught.value.what_to_do
    assert running_endpoint(settings) is None


def test_any_free_port_is_free(taken_port: int) -> None:
    """Port 0 chooses a port that nobody listens on; a port that somebody listens on is not free."""
    assert is_free(chosen_port(0, "DEMARCHE_NEO4J_BOLT_PORT"))
    assert not is_free(taken_port)


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """Where the data folder cannot be, the error names it and the setting."""
    (tmp_path / "file").write_text("no folder")
    settings = DatabaseSettings(home=tmp_path / "file" / "home")
    with pytest.raises(HomeUnusableError, match="DEMARCHE_HOME"), database(settings):
        pytest.fail("the database cannot be there")


def test_a_disk_without_room_is_reported_before_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With too little room on the disk no server is started, since it could not write."""
    monkeypatch.setattr("cypher.server.client._FREE_BYTES", 1 << 62)
    with pytest.raises(DiskFullError), database(DatabaseSettings(home=tmp_path)):
        pytest.fail("the database cannot be there")


def test_an_address_without_a_scheme_is_refused() -> None:
    """A NEO4J_URI that no driver understands is reported with how to write it."""
    with pytest.raises(SettingsIncompleteError, match="bolt://"), database(DatabaseSettings(uri="localhost")):
        pytest.fail("the database cannot be there")


# What the server and Java say in each of these states.
CONSOLE_LOGS = [
    ("Terminating due to java.lang.OutOfMemoryError: Java heap space", 3, ServerStartError, "NEO4J_MEMORY"),
    (
        "ERROR Invalid memory configuration - exceeds physical memory. Check the configured values for "
        "server.memory.pagecache.size and server.memory.heap.max_size",
        1,
        ServerStartError,
        "DEMARCHE_NEO4J_PAGE_CACHE",
    ),
    ("Started.", -9, ServerStartError, "DEMARCHE_NEO4J_MEMORY"),
    (
        "Caused by: org.neo4j.configuration.helpers.PortBindException: An error occurred while trying to "
        "bind to the socket /127.0.0.1:7687",
        1,
        PortTakenError,
        "DEMARCHE_NEO4J_BOLT_PORT",
    ),
    ("Caused by: java.io.IOException: No space left on device", 1, DiskFullError, "DEMARCHE_HOME"),
    (
        "Caused by: org.neo4j.io.locker.FileLockException: Lock file has been locked by another process: "
        "data/databases/store_lock. Please ensure no other process is using this database",
        1,
        ServerStartError,
        "another DEMARCHE_HOME",
    ),
    ("java.nio.file.AccessDeniedException: data/databases", 1, HomeUnusableError, "writable"),
    ("INFO Starting...", 1, ServerStartError, "console.log"),
]


@pytest.mark.parametrize(("line", "exit_code", "kind", "advice"), CONSOLE_LOGS)
def test_the_cause_of_an_end_is_read_from_the_log(
    layout: Layout, state: State, line: str, exit_code: int, kind: type[DemarcheDatabaseError], advice: str
) -> None:
    """What the server said last gives the kind of error and what to do about it."""
    layout.console_log.write_text(
        f"2026-01-01 00:00:00.000+0000 INFO  Starting...\n{line}\n", encoding="utf-8"
    )
    error = diagnosis(layout, state, exit_code)
    assert type(error) is kind
    assert advice in error.what_to_do


@pytest.mark.parametrize(
    ("cause", "kind"),
    [
        (
            "org.neo4j.index.internal.gbptree.MetadataMismatchException: Tried to open the tree",
            StoreDamagedError,
        ),
        ("java.io.IOException: No space left on device", DiskFullError),
    ],
)
def test_a_database_that_does_not_open_is_noticed(
    layout: Layout, state: State, cause: str, kind: type[DemarcheDatabaseError]
) -> None:
    """A server that stays up without its database tells so in its debug log only; that is enough."""
    assert failed_database(layout, state) is None
    entry = {
        "message": "Failed to start DatabaseId{1[neo4j]}",
        "stacktrace": f"Failed\n\tat a\nCaused by: {cause}",
    }
    layout.debug_log.write_text(f"no JSON\n{json.dumps(entry)}\n", encoding="utf-8")
    assert type(failed_database(layout, state)) is kind


@pytest.mark.parametrize(
    "make",
    [
        lambda: PortTakenError(7687, "DEMARCHE_NEO4J_BOLT_PORT", "java (process 7)"),
        lambda: HomeUnusableError(Path("home"), "read-only file system"),
        lambda: LoginRefusedError("Put it back."),
        lambda: ServerStartError("It stopped.", "Look.", "a line\nanother"),
    ],
)
def test_an_error_reaches_the_command_as_the_keeper_met_it(
    layout: Layout, state: State, make: Callable[[], DemarcheDatabaseError]
) -> None:
    """Kind, message, advice and log are the same on the other side of the state file."""
    met = make()
    write_state(state.model_copy(update={"phase": "failed", "failure": Failure.of(met)}), layout.state_file)
    told = read_state(layout.state_file)
    assert told is not None
    assert told.failure is not None
    assert type(told.failure.error()) is type(met)
    assert str(told.failure.error()) == str(met)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"phase": "ready"}', "\0"])
def test_a_broken_state_file_counts_as_none(layout: Layout, content: str) -> None:
    """A state file that a crash left half written is no state, and no error."""
    layout.state_file.write_text(content, encoding="utf-8")
    assert read_state(layout.state_file) is None
    assert running_endpoint(DatabaseSettings(home=layout.home)) is None
