"""From the log of a server that did not come up to an error that says what to do."""

from __future__ import annotations

import json
import re
from collections import deque
from pathlib import Path

from cypher.errors import (
    DemarcheDatabaseError,
    DiskFullError,
    HomeUnusableError,
    PortTakenError,
    ServerStartError,
    StoreDamagedError,
)
from cypher.server.layout import Layout
from cypher.server.state import State

_TAIL_LINES = 400
_SHOWN_LINES = 8
_SHOWN_WIDTH = 300
_KILLED = -9
_DATABASE_FAILED = "Failed to start DatabaseId"

# What a line of a log must hold to be shown in an error.
_TELLING = re.compile(r"ERROR|Caused by|Exception|OutOfMemory|^Error|No space left|insufficient memory|FATAL")
_DISK_FULL = re.compile(r"No space left on device|not enough space on the disk|Disk quota exceeded")
_PORT_TAKEN = re.compile(r"Address already in use|BindException|PortBindException")
_OUT_OF_MEMORY = re.compile(r"OutOfMemoryError|MemoryLimitExceeded")
_NO_MEMORY = re.compile(
    r"Could not reserve enough space|insufficient memory|Cannot allocate memory|exceeds the maximum heap"
    r"|(?:Too small|Invalid) (?:initial|maximum) heap|[Ii]nvalid memory configuration"
)
_FILES_IN_USE = re.compile(r"store_lock|Lock file has been locked|FileLockException|OverlappingFileLock")
_NOT_WRITABLE = re.compile(r"Permission denied|Read-only file system|AccessDeniedException")
_DAMAGED = re.compile(
    r"[Cc]orrupt|[Uu]nable to read|store version|StoreIdMismatch|UnderlyingStorageException"
    r"|RecoveryException|InconsistentData|[Uu]nexpected store|damaged|MetaDataStore|[Cc]hecksum"
)


def last_lines(file: Path, count: int = _TAIL_LINES) -> list[str]:
    """The last lines of a log; none if there is no log."""
    try:
        with file.open(encoding="utf-8", errors="replace") as handle:
            return [line.rstrip() for line in deque(handle, maxlen=count)]
    except OSError:
        return []


def telling_lines(lines: list[str]) -> str:
    """The few lines of a log that explain a failure; the last ones if none stands out."""
    telling = list(dict.fromkeys(line.strip()[:_SHOWN_WIDTH] for line in lines if _TELLING.search(line)))
    return "\n".join((telling or [line[:_SHOWN_WIDTH] for line in lines])[-_SHOWN_LINES:])


def diagnosis(layout: Layout, state: State, exit_code: int) -> DemarcheDatabaseError:
    """Why the server ended, from its log and its exit code (negative: the signal that ended it)."""
    lines = last_lines(layout.console_log)
    if exit_code == _KILLED:
        return _no_memory(telling_lines(lines))
    unknown = ServerStartError(
        f"The database stopped by itself (exit code {exit_code}).",
        f"Its log says more: {layout.console_log}. Mend the cause and run the command again.",
        telling_lines(lines),
    )
    return _known_cause(layout, state, lines) or unknown


def failed_database(layout: Layout, state: State) -> DemarcheDatabaseError | None:
    """Why a database of a running server could not be opened; None if none failed.

    The server stays up then, without saying anything on its console, be it that the disk is full or that the
    files are damaged.
    """
    lines = [cause for line in last_lines(layout.debug_log) for cause in _causes(line)]
    if not lines:
        return None
    return _known_cause(layout, state, lines) or store_damaged(layout, "\n".join(lines[-_SHOWN_LINES:]))


def _causes(line: str) -> list[str]:
    """The errors of one line of the debug log, if it says that a database failed to start."""
    if _DATABASE_FAILED not in line:
        return []
    try:
        stack = str(json.loads(line).get("stacktrace", ""))
    except ValueError:
        return []
    first, *others = stack.splitlines() or [""]
    causes = [first, *(other for other in others if other.startswith("Caused by"))]
    return [cause[:_SHOWN_WIDTH] for cause in causes]


def _known_cause(layout: Layout, state: State, lines: list[str]) -> DemarcheDatabaseError | None:
    text = "\n".join(lines)
    log = telling_lines(lines)
    if _DISK_FULL.search(text):
        return DiskFullError(layout.home)
    if _PORT_TAKEN.search(text):
        setting = "DEMARCHE_NEO4J_BOLT_PORT and DEMARCHE_NEO4J_HTTP_PORT"
        return PortTakenError(_port_in(log, state), setting)
    if _OUT_OF_MEMORY.search(text):
        return ServerStartError(
            "The database ran out of memory and stopped; nothing that was written is lost.",
            "Give it more with DEMARCHE_NEO4J_MEMORY (for instance 2G), or ask for less at once.",
            log,
        )
    if _NO_MEMORY.search(text):
        return _no_memory(log)
    if _FILES_IN_USE.search(text):
        return ServerStartError(
            f"Another Neo4j uses the files in {layout.data}.",
            "Stop it (it may run in a container or on another machine), or use another DEMARCHE_HOME.",
            log,
        )
    if _NOT_WRITABLE.search(text):
        return HomeUnusableError(layout.server, "a file in it cannot be written")
    if _DAMAGED.search(text):
        return store_damaged(layout, log)
    return None


def _no_memory(log: str) -> ServerStartError:
    return ServerStartError(
        "The system did not give the database the memory that it asked for.",
        "End other programs, or set DEMARCHE_NEO4J_MEMORY and DEMARCHE_NEO4J_PAGE_CACHE lower.",
        log,
    )


def store_damaged(layout: Layout, log: str) -> StoreDamagedError:
    """The error for files that the server cannot open."""
    return StoreDamagedError(
        f"The database cannot open its files in {layout.data}.",
        "Put that folder back from a backup; or move it away and ingest the articles again.",
        log,
    )


def start_too_long(layout: Layout, seconds: float) -> ServerStartError:
    """The error for a server that is neither up nor down after the time it may take."""
    return ServerStartError(
        f"The database was not ready after {seconds:.0f} seconds and was stopped.",
        "A large graph after a crash, or a busy machine, takes longer: raise DEMARCHE_NEO4J_START_TIMEOUT. "
        f"Its log says how far it got: {layout.console_log}",
        telling_lines(last_lines(layout.console_log)),
    )


def _port_in(log: str, state: State) -> int:
    """The port that the log complains about; it names none for some errors."""
    return state.http_port if str(state.http_port) in log else state.bolt_port
