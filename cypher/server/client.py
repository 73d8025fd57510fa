"""What a command calls to use the local server: it is there while the block runs, and shared with others."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from rich.console import Console

import cypher
from cypher.errors import DemarcheDatabaseError, DiskFullError, ServerStartError
from cypher.server.diagnosis import last_lines, telling_lines
from cypher.server.file_locks import LockHeldError, lock
from cypher.server.jars import fetch_jars
from cypher.server.java import STOP_SECONDS
from cypher.server.keeper import ANOTHER_KEEPER
from cypher.server.layout import Layout, usable
from cypher.server.lock import read_lock
from cypher.server.state import State, read_state
from cypher.settings import DatabaseSettings

_POLL_SECONDS = 0.1
# How long after a keeper ended another is started, for commands that still use its server. Twice as long
# each time in a row, up to a minute: a server that cannot start needs a person, not a busy machine.
_REVIVAL_SECONDS = 5.0
_REVIVAL_SECONDS_AT_MOST = 60.0
# A keeper gives up by itself when the start takes too long; this much later it must have said so.
_GRACE_SECONDS = 30.0
# Without room for a transaction log the server would come up and not be able to write.
_FREE_BYTES = 100_000_000


@contextmanager
def shared_server(settings: DatabaseSettings, console: Console | None = None) -> Iterator[State]:
    """A ready server of the data folder; started if no other command has, and kept until the block ends.

    If its keeper is killed or gives up meanwhile, another is started, which takes the same ports if it can.

    Raises HomeUnusableError, DiskFullError, DownloadError, PortTakenError, ServerStartError,
    StoreDamagedError or LoginRefusedError.
    """
    console = console or Console(stderr=True)
    layout = Layout(settings.home)
    layout.make()
    with ExitStack() as stack:
        stopping = "Waiting for the database of an earlier command to stop"
        try:
            with console.status(stopping) as status:
                status.stop()
                held = lock(layout.clients_lock, shared=True, timeout=2 * STOP_SECONDS, on_wait=status.start)
                stack.enter_context(held)
        except LockHeldError:
            raise ServerStartError(
                f"The database in {layout.server} has been stopping for two minutes.",
                f"Wait for it, or end the process that {layout.state_file} names.",
            ) from None
        state = _ready_state(settings, layout, console)
        with _revived(settings, layout):
            yield state


@contextmanager
def _revived(settings: DatabaseSettings, layout: Layout) -> Iterator[None]:
    """See to it that there is a keeper as long as the block runs: nobody else would start one for it."""
    over = threading.Event()

    def look() -> None:
        pause = _REVIVAL_SECONDS
        keeper: subprocess.Popen[bytes] | None = None
        while not over.wait(pause):
            state = read_state(layout.state_file)
            if state is not None and state.is_alive:
                pause = _REVIVAL_SECONDS
            elif keeper is None or keeper.poll() is not None:
                with suppress(DemarcheDatabaseError, OSError):  # a full disk may have room again later
                    keeper = _start_keeper(settings, layout)
                pause = min(2 * pause, _REVIVAL_SECONDS_AT_MOST)

    looking = threading.Thread(target=look, name="revival", daemon=True)
    looking.start()
    try:
        yield
    finally:
        over.set()
        looking.join()


@contextmanager
def stopped_server(home: Path) -> Iterator[None]:
    """Wait until the server of a data folder has stopped; none starts there while the block runs.

    Raises ServerStartError if it goes on running.
    """
    layout = Layout(home)
    deadline = time.monotonic() + 2 * STOP_SECONDS
    with ExitStack() as stack:
        while not _is_at_rest(layout, stack):
            if time.monotonic() > deadline:
                raise ServerStartError(
                    f"The database in {home} is in use.", "Stop what uses it, and try again."
                )
            time.sleep(_POLL_SECONDS)
        yield


def _is_at_rest(layout: Layout, stack: ExitStack) -> bool:
    """Whether no server runs there; the stack then holds the lock that keeps one from being used."""
    with suppress(LockHeldError), ExitStack() as held:
        held.enter_context(lock(layout.clients_lock))
        state = read_state(layout.state_file)
        # A keeper notices that nobody needs its server only while nobody holds the lock.
        if state is None or not state.is_alive:
            stack.push(held.pop_all())
            return True
    return False


def _ready_state(settings: DatabaseSettings, layout: Layout, console: Console) -> State:
    state = read_state(layout.state_file)
    if state is not None and state.is_ready:
        return state
    if shutil.disk_usage(layout.server).free < _FREE_BYTES:
        raise DiskFullError(layout.server, _FREE_BYTES)
    fetch_jars(read_lock(), settings.cache, settings.maven_repository, console)
    with console.status("Starting Neo4j"):
        return _wait(settings, layout)


def _wait(settings: DatabaseSettings, layout: Layout) -> State:
    """Wait for the keeper of this folder, starting one whenever there is none; raise what it failed with."""
    before = read_state(layout.state_file)
    past = before.keeper if before and not before.is_alive else None  # its failure is not ours
    deadline = time.monotonic() + settings.neo4j_start_timeout + _GRACE_SECONDS
    keeper: subprocess.Popen[bytes] | None = None
    while time.monotonic() < deadline:
        state = read_state(layout.state_file)
        current = state if state is not None and state.keeper != past else None
        if current is not None and current.is_ready:
            return current
        if current is not None and current.failure is not None:
            raise current.failure.error()
        if current is None or not current.is_alive:
            if keeper is not None and keeper.poll() not in (None, 0, ANOTHER_KEEPER):
                raise _keeper_died(layout)
            if keeper is None or keeper.poll() is not None:
                keeper = _start_keeper(settings, layout)
        time.sleep(_POLL_SECONDS)
    raise ServerStartError(
        "The database was not ready in time.",
        f"Raise DEMARCHE_NEO4J_START_TIMEOUT; the log says how far it got: {layout.console_log}",
        telling_lines(last_lines(layout.console_log)),
    )


def _start_keeper(settings: DatabaseSettings, layout: Layout) -> subprocess.Popen[bytes]:
    """Start a keeper that has its own session; it ends at once if there is another."""
    given = settings.model_dump_json(exclude={"uri", "username", "password"})
    package = str(Path(cypher.__file__).parent.parent)
    search_path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    environment = os.environ | {"PYTHONPATH": search_path, "PYTHONUTF8": "1"}
    environment.pop("NEO4J_PASSWORD", None)
    with usable(layout.logs), layout.keeper_log.open("ab") as log:
        keeper = subprocess.Popen(
            [sys.executable, "-P", "-m", "cypher.server.keeper"],
            cwd=layout.server,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
            | getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    if keeper.stdin is not None:
        with suppress(BrokenPipeError), keeper.stdin:  # one that died already is noticed by its exit code
            keeper.stdin.write(given.encode())
    return keeper


def _keeper_died(layout: Layout) -> DemarcheDatabaseError:
    if shutil.disk_usage(layout.server).free < _FREE_BYTES:
        return DiskFullError(layout.server)  # it could not even write its state
    return ServerStartError(
        "The process that looks after the database ended unexpectedly.",
        f"Its log says more: {layout.keeper_log}. Run the command again.",
        telling_lines(last_lines(layout.keeper_log)),
    )
