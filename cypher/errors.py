"""What can go wrong behind this door. Each message says what to do next; none holds a password."""

from __future__ import annotations


class CypherError(Exception):
    """Raised, as one of its kinds below, when the database cannot do what was asked."""


class DatabaseUnavailableError(CypherError):
    """Raised when the database does not answer, or broke off and stayed away through all repeats."""

    def __init__(self) -> None:
        super().__init__(
            "The database does not answer. Start it with 'demarche up', or check NEO4J_URI, and try again."
        )


class LoginRefusedError(CypherError):
    """Raised when the database refuses our user name or password."""

    def __init__(self) -> None:
        super().__init__("The database refused the login. Check NEO4J_USERNAME and NEO4J_PASSWORD.")


class QueryTimeoutError(CypherError):
    """Raised when a statement took longer than it may. Nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "The database took too long. Ask for less (a shorter time, a smaller page), or try again."
        )


class ConstraintViolatedError(CypherError):
    """Raised when a write would have broken a constraint. Nothing was changed."""

    def __init__(self, detail: str) -> None:
        self.detail = detail
        super().__init__(f"The write was refused: {detail} Run 'demarche verify' to see what is wrong.")


class StatementError(CypherError):
    """Raised when the database does not accept a statement: our fault, or a database too old."""

    def __init__(self, code: str, detail: str) -> None:
        self.code = code
        self.detail = detail
        super().__init__(f"The database did not accept a statement ({code}): {detail} Please report this.")


class SchemaTooNewError(CypherError):
    """Raised when the graph was written by a newer version of this program."""

    def __init__(self, found: int, known: int) -> None:
        self.found = found
        self.known = known
        super().__init__(
            f"The graph has schema version {found}, this program knows up to {known}. "
            "Install a newer demarche, or point NEO4J_URI at another database."
        )
