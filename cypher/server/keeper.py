"""The keeper: a small process that owns the server of one data folder as long as a command needs it.

    python -m cypher.server.keeper   (with the settings as JSON on standard input)

Commands start it; it is not for people. It lives in a session of its own, so that Ctrl-C in a terminal
reaches the command and not the server. It ends when no process holds the shared lock of clients any more, be
it that they finished or that they were killed; it then stops the server, holding that lock, so that a new
command waits until the files and ports are free again.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import psutil
from pydantic import SecretStr

from cypher.errors import DemarcheDatabaseError, PortTakenError, ServerStartError
from cypher.server import diagnosis
from cypher.server.configuration import configuration, write_configuration
from cypher.server.file_locks import LockHeldError, lock
from cypher.server.jars import jar_paths
from cypher.server.java import end_orphan, start_java, stop_java
from cypher.server.layout import Layout
from cypher.server.lock import read_lock
from cypher.server.password import ensure_password
from cypher.server.ports import chosen_port, is_free
from cypher.server.readiness import is_ready
from cypher.server.state import Failure, Phase, ProcessMark, State, read_state, write_state
from cypher.settings import DatabaseSettings

#: Exit code of a keeper that found another one at work.
ANOTHER_KEEPER = 3
_POLL_SECONDS = 0.5
_START_POLL_SECONDS = 0.2
# A server that breaks down more often than this has a cause that starting again does not mend.
_RESTARTS = 3
_RESTART_WINDOW_SECONDS = 600.0


class Keeper:
    """Owns the Java process of one data folder, and says in the state file how it is."""

    def __init__(self, settings: DatabaseSettings) -> None:
        self._settings = settings
        self._layout = Layout(settings.home)
        self._state = State(phase="starting", keeper=ProcessMark.of(os.getpid()))
        self._told_to_stop = False
        self._ports = self._wanted_ports = (settings.neo4j_bolt_port, settings.neo4j_http_port)
        self._restarts: list[float] = []

    def run(self) -> int:
        """Start the server, keep it, stop it; the exit code of the keeper."""
        signal.signal(signal.SIGTERM, self._stop_soon)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            with lock(self._layout.keeper_lock):
                return self._run_alone()
        except LockHeldError:
            return ANOTHER_KEEPER

    def _run_alone(self) -> int:
        before = read_state(self._layout.state_file)
        self._tell("starting")
        try:
            end_orphan(before.server if before else None)
            self._ports = self._ports_of(before)
            while True:
                try:
                    self._keep(self._start())
                    return 0
                except (PortTakenError, ServerStartError) as error:
                    if not self._another_start_helps(error):
                        raise
                    sys.stderr.write(f"{error}\nThe database is started again.\n")
        except DemarcheDatabaseError as error:
            self._tell("failed", failure=Failure.of(error))
            return 1

    def _another_start_helps(self, error: DemarcheDatabaseError) -> bool:
        """Whether the server broke down while it was in use, or lost a race for a port that was free."""
        now = time.monotonic()
        self._restarts = [then for then in self._restarts if now - then < _RESTART_WINDOW_SECONDS]
        if self._told_to_stop or len(self._restarts) == _RESTARTS:
            return False
        self._restarts.append(now)
        if isinstance(error, PortTakenError) and self._wanted_ports == (0, 0):
            self._ports = (0, 0)
            return True
        return self._state.phase == "ready"

    def _ports_of(self, before: State | None) -> tuple[int, int]:
        """The ports of the server before where any will do: drivers may still look for it there."""
        if self._wanted_ports != (0, 0) or before is None:
            return self._wanted_ports
        ports = (before.bolt_port, before.http_port)
        return ports if all(map(is_free, ports)) else (0, 0)

    def _start(self) -> subprocess.Popen[bytes]:
        self._tell("starting")
        bolt_port = chosen_port(self._ports[0], "DEMARCHE_NEO4J_BOLT_PORT")
        http_port = chosen_port(self._ports[1], "DEMARCHE_NEO4J_HTTP_PORT")
        write_configuration(configuration(self._settings, bolt_port, http_port), self._layout.configuration)
        class_path = jar_paths(read_lock(), self._settings.cache)
        process = start_java(self._settings, self._layout, class_path)
        self._tell("starting", server=ProcessMark.of(process.pid), bolt_port=bolt_port, http_port=http_port)
        return process

    def _keep(self, process: subprocess.Popen[bytes]) -> None:
        """Wait until nobody needs the server, and stop it; raise what it died of if it goes by itself."""
        password = ensure_password(self._layout.password_file)
        deadline = time.monotonic() + self._settings.neo4j_start_timeout
        try:
            while not self._told_to_stop:
                code = process.poll()
                if code is not None:
                    raise diagnosis.diagnosis(self._layout, self._state, code)
                if self._state.phase == "starting":
                    self._see_whether_ready(password, deadline)
                with self._unneeded() as unneeded:
                    if unneeded:
                        self._stop(process)
                        return
                time.sleep(_POLL_SECONDS if self._state.phase == "ready" else _START_POLL_SECONDS)
        finally:
            self._stop(process)

    def _see_whether_ready(self, password: SecretStr, deadline: float) -> None:
        failure = diagnosis.failed_database(self._layout, self._state)
        if failure is not None:
            raise failure
        ports = (self._state.bolt_port, self._state.http_port)
        if is_ready(*ports, self._settings.database, password, self._layout.password_file):
            self._ports = ports  # drivers that are connected find it there again after a restart
            self._tell("ready")
        elif time.monotonic() > deadline:
            raise diagnosis.start_too_long(self._layout, self._settings.neo4j_start_timeout)

    def _stop(self, process: subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            with suppress(DemarcheDatabaseError):  # a full disk does not keep the server up
                self._tell("stopping")
            stop_java(psutil.Process(process.pid))
            process.wait()
            self._tell("stopped")

    @contextmanager
    def _unneeded(self) -> Iterator[bool]:
        """Whether no command holds the lock of clients; while it is so, none can take it."""
        try:
            with lock(self._layout.clients_lock):
                yield True
        except LockHeldError:
            yield False

    def _stop_soon(self, _signal: int, _frame: FrameType | None) -> None:
        self._told_to_stop = True

    def _tell(self, phase: Phase, **changes: object) -> None:
        self._state = self._state.model_copy(update={"phase": phase, **changes})
        write_state(self._state, self._layout.state_file)


def main() -> None:
    """Run the keeper for the settings on standard input."""
    os.umask(0o077)
    settings = DatabaseSettings.model_validate_json(sys.stdin.read())
    sys.exit(Keeper(settings).run())


if __name__ == "__main__":
    main()
