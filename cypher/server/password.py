"""The password of the local server, and the first login that sets it."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError
from pydantic import SecretStr

from cypher.errors import LoginRefusedError
from cypher.server.layout import usable

USER = "neo4j"
# What a new server knows; it accepts nothing but a change of the password until that is done.
_INITIAL = "neo4j"
_OWNER_ONLY = stat.S_IRUSR | stat.S_IWUSR
_CONNECT_SECONDS = 5.0


def read_password(file: Path) -> SecretStr:
    """The password in the file; raises OSError if there is none."""
    return SecretStr(file.read_text(encoding="ascii").strip())


def ensure_password(file: Path) -> SecretStr:
    """The password in the file, which is made if need be; afterwards only its owner can read it."""
    with usable(file.parent):
        if not file.exists() or not file.read_text(encoding="ascii").strip():
            new = file.with_suffix(".new")
            new.unlink(missing_ok=True)
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
            with os.fdopen(descriptor, "w", encoding="ascii") as handle:
                handle.write(secrets.token_urlsafe(24) + "\n")
            new.replace(file)
        file.chmod(_OWNER_ONLY)
        return read_password(file)


def local_driver(uri: str, password: str) -> Driver:
    """A driver that gives up soon: the server is on this machine, and the caller asks again."""
    return GraphDatabase.driver(
        uri,
        auth=(USER, password),
        connection_timeout=_CONNECT_SECONDS,
        connection_acquisition_timeout=_CONNECT_SECONDS,
        max_transaction_retry_time=0,
        telemetry_disabled=True,
    )


def log_in(uri: str, password: SecretStr, file: Path) -> None:
    """Make sure that the server knows the password, setting it on a new server.

    Raises LoginRefusedError if it knows neither this password nor the initial one, and the driver's errors
    if it does not answer yet.
    """
    try:
        with local_driver(uri, password.get_secret_value()) as driver:
            driver.verify_connectivity()
    except AuthError:
        _set_password(uri, password, file)


def _set_password(uri: str, password: SecretStr, file: Path) -> None:
    statement = "ALTER CURRENT USER SET PASSWORD FROM $initial TO $password"
    parameters = {"initial": _INITIAL, "password": password.get_secret_value()}
    try:
        with local_driver(uri, _INITIAL) as driver:
            driver.execute_query(statement, parameters, database_="system")
    except AuthError as error:
        raise LoginRefusedError(
            f"Put the password that this graph was made with back into {file}; "
            "or move the folder 'data' beside it away and ingest again."
        ) from error
