"""Errors of the driver become errors of this room, in this one place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from cypher.errors import (
    ConstraintViolatedError,
    DatabaseUnavailableError,
    LoginRefusedError,
    QueryTimeoutError,
    StatementError,
    WritersBusyError,
)

# A transaction whose time is up meets the last of these where it goes on to ask for a lock.
_TIMED_OUT = ("TransactionTimedOut", "LockAcquisitionTimeout", "LockClientStopped")


@contextmanager
def translated_errors() -> Iterator[None]:
    """Let only errors of `cypher.errors` out of the block; the driver's own stays as the cause."""
    try:
        yield
    except AuthError as error:
        raise LoginRefusedError() from error
    except (ServiceUnavailable, SessionExpired, ConfigurationError) as error:
        raise DatabaseUnavailableError() from error
    except ConstraintError as error:
        raise ConstraintViolatedError(error.message or "") from error
    except Neo4jError as error:
        if _timed_out(error):
            raise QueryTimeoutError() from error
        if error.is_retryable():
            raise DatabaseUnavailableError() from error
        raise StatementError(error.code or "", error.message or "") from error
    except DriverError as error:
        raise DatabaseUnavailableError() from error


@contextmanager
def waiting_for_writers() -> Iterator[None]:
    """A block that only waits for the turn to write: if its time runs out, no statement was too slow."""
    try:
        yield
    except Neo4jError as error:
        if _timed_out(error):
            raise WritersBusyError() from error
        raise


def _timed_out(error: Neo4jError) -> bool:
    return any(part in (error.code or "") for part in _TIMED_OUT)
