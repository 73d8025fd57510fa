"""What can go wrong behind this door. Each error says what to do next; none holds a password."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any


class DemarcheDatabaseError(Exception):
    """Raised, as one of its kinds below, when the database cannot do what was asked.

    `message` says what happened, `what_to_do` what the person at the terminal can do about it, and `log`
    holds the lines of the server's log that explain it, or nothing. `str()` gives all three.
    """

    def __init__(self, message: str, what_to_do: str, log: str = "") -> None:
        super().__init__(message, what_to_do, log)
        self.message = message
        self.what_to_do = what_to_do
        self.log = log

    def __str__(self) -> str:
        if not self.log:
            return f"{self.message} {self.what_to_do}"
        log = "\n".join(f"    {line}" for line in self.log.splitlines())
        return f"{self.message}\n{log}\n{self.what_to_do}"

    def __reduce__(self) -> tuple[Callable[..., DemarcheDatabaseError], tuple[Any, ...]]:
        """Let an error pass between processes, whatever the arguments of its kind."""
        return restored, (type(self).__name__, self.message, self.what_to_do, self.log, self.__dict__)


def restored(
    kind: str, message: str, what_to_do: str, log: str = "", details: Mapping[str, Any] | None = None
) -> DemarcheDatabaseError:
    """An error that came from another process; of the base class if this version has no such kind."""
    kinds = {found.__name__: found for found in _kinds(DemarcheDatabaseError)}
    found = kinds.get(kind, DemarcheDatabaseError)
    error = found.__new__(found)
    DemarcheDatabaseError.__init__(error, message, what_to_do, log)
    error.__dict__.update(details or {})
    return error


def _kinds(parent: type[DemarcheDatabaseError]) -> Iterator[type[DemarcheDatabaseError]]:
    yield parent
    for child in parent.__subclasses__():
        yield from _kinds(child)


# What a statement can meet.


class DatabaseUnavailableError(DemarcheDatabaseError):
    """Raised when the database does not answer, or broke off and stayed away through all repeats."""

    def __init__(self) -> None:
        super().__init__(
            "The database does not answer.",
            "Start it with 'demarche up', or check NEO4J_URI, and try again.",
        )


class WritersBusyError(DatabaseUnavailableError):
    """Raised when other writers had the graph until the time of this one was up. Nothing was changed."""

    def __init__(self) -> None:
        DemarcheDatabaseError.__init__(
            self,
            "Others write to the graph, and this writer's turn did not come.",
            "Try again. If it happens often, let fewer workers record, or smaller batches.",
        )


class LoginRefusedError(DemarcheDatabaseError):
    """Raised when the database refuses our user name or password."""

    def __init__(self, what_to_do: str = "Check NEO4J_USERNAME and NEO4J_PASSWORD.") -> None:
        super().__init__("The database refused the login.", what_to_do)


class QueryTimeoutError(DemarcheDatabaseError):
    """Raised when a statement took longer than it may. Nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "The database took too long.",
            "Ask for less (a shorter time, a smaller page), or try again.",
        )


class ConstraintViolatedError(DemarcheDatabaseError):
    """Raised when a write would have broken a constraint. Nothing was changed."""

    def __init__(self, detail: str) -> None:
        self.detail = detail
        super().__init__(f"The write was refused: {detail}", "Run 'demarche verify' to see what is wrong.")


class StatementError(DemarcheDatabaseError):
    """Raised when the database does not accept a statement: our fault, or a database too old."""

    def __init__(self, code: str, detail: str) -> None:
        self.code = code
        self.detail = detail
        super().__init__(f"The database did not accept a statement ({code}): {detail}", "Please report this.")


class SchemaTooNewError(DemarcheDatabaseError):
    """Raised when the graph was written by a newer version of this program."""

    def __init__(self, found: int, known: int) -> None:
        self.found = found
        self.known = known
        super().__init__(
            f"The graph has schema version {found}, this program knows up to {known}.",
            "Install a newer demarche, or point NEO4J_URI at another database.",
        )


class SchemaMissingError(DemarcheDatabaseError):
    """Raised when something is written to a database that has no schema yet."""

    def __init__(self) -> None:
        super().__init__(
            "The database has no schema of this program yet.",
            "Run 'demarche up' or 'demarche ingest', which apply it, or call cypher.schema.apply_schema.",
        )


class DecisionRefusedError(DemarcheDatabaseError):
    """Raised when a decision about identities contradicts what is known or decided. Nothing was changed."""


class TooMuchChangedError(DemarcheDatabaseError):
    """Raised when the graph is asked for as it was at a moment since which too much has changed."""

    def __init__(self, moment: datetime, changes: int, most: int) -> None:
        self.changes = changes
        since = moment.isoformat(timespec="seconds")
        super().__init__(
            f"Since {since}, {changes} claims, articles and decisions have changed; "
            f"a look back takes in at most {most}.",
            "Ask for a later moment, or raise DEMARCHE_AS_OF_CHANGES: writers wait while one looks back.",
        )


class RebuildRunningError(DemarcheDatabaseError):
    """Raised when the graph is asked for as it was while a rebuild has taken its derived part down."""

    def __init__(self) -> None:
        super().__init__(
            "The graph is being rebuilt.",
            "Wait until 'demarche rebuild' is done; if it was interrupted, run it again.",
        )


class GraphNotEmptyError(DemarcheDatabaseError):
    """Raised when a benchmark is asked of a database that holds something."""

    def __init__(self) -> None:
        super().__init__(
            "The benchmark writes invented articles, and this database is not empty.",
            "Name an empty one: another DEMARCHE_HOME, or another NEO4J_URI.",
        )


# What the local server can meet.


class SettingsIncompleteError(DemarcheDatabaseError):
    """Raised when a setting is missing, or is of no use together with the others."""


class HomeUnusableError(DemarcheDatabaseError):
    """Raised when the data folder or the cache cannot be made, written or locked."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder = folder
        super().__init__(
            f"The folder {folder} cannot be used: {reason}.",
            "Make it writable, or name another one on a local disk in DEMARCHE_HOME (and DEMARCHE_CACHE).",
        )


class DiskFullError(DemarcheDatabaseError):
    """Raised when the disk has no room for the jars or for the database."""

    def __init__(self, folder: Path, needed: int | None = None) -> None:
        self.folder = folder
        amount = "" if needed is None else f"; {needed / 1e6:.0f} MB are needed"
        super().__init__(
            f"The disk under {folder} is full{amount}.",
            "Free some space, or name folders on a larger disk in DEMARCHE_HOME and DEMARCHE_CACHE.",
        )


class DownloadError(DemarcheDatabaseError):
    """Raised when a jar of the local server cannot be fetched. What was fetched is kept for the next try."""


class ChecksumError(DownloadError):
    """Raised when a jar is not the one in the lock file, even when fetched once more. It is not used."""


class PortTakenError(DemarcheDatabaseError):
    """Raised when another program listens on a port that the local server was to use."""

    def __init__(self, port: int, setting: str, holder: str | None = None) -> None:
        self.port = port
        by = f" by {holder}" if holder else ""
        super().__init__(
            f"Port {port} of this machine is taken{by}.",
            f"Stop that program, or set {setting} to another port (0 takes any free one).",
        )


class ServerStartError(DemarcheDatabaseError):
    """Raised when the local server does not come up, or went down by itself; `log` holds its last words."""


class StoreDamagedError(ServerStartError):
    """Raised when the local server runs but cannot open its files."""
