"""How commands find the API that runs on this machine: a small file in the data folder, held by a lock.

The file alone proves nothing, for a killed process leaves it behind. The lock does: the system lets go of
it with the process, however that ends.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import portalocker

from app.errors import AppError

STATE_FILE = "api.json"
LOCK_FILE = "api.lock"


class AlreadyRunning(AppError):
    """Raised when another process serves the API of this data folder."""

    def __init__(self, url: str | None) -> None:
        super().__init__(
            f"The API of this data folder runs already{f', at {url}' if url else ''}.",
            "Use that one, stop it first, or name another folder in DEMARCHE_HOME.",
        )


@contextmanager
def only_api(home: Path) -> Iterator[Callable[[str], None]]:
    """Be the one API of this data folder while the block runs.

    Gives the function that tells other commands the address, to be called once the API answers there.
    Raises `AlreadyRunning` where another process is that API.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (home / LOCK_FILE).open("a") as lock:
        try:
            portalocker.lock(lock, portalocker.LOCK_EX | portalocker.LOCK_NB)
        except portalocker.LockException:
            raise AlreadyRunning(_announced_url(home)) from None
        state = home / STATE_FILE
        state.unlink(missing_ok=True)
        try:
            yield lambda url: _announce(state, url)
        finally:
            state.unlink(missing_ok=True)


def running_api(home: Path) -> str | None:
    """The address of the API that serves this data folder, or None where none does."""
    try:
        lock = (home / LOCK_FILE).open("a")
    except OSError:
        return None
    with lock:
        try:
            portalocker.lock(lock, portalocker.LOCK_EX | portalocker.LOCK_NB)
        except portalocker.LockException:
            return _announced_url(home)
        portalocker.unlock(lock)
    return None


def _announce(state: Path, url: str) -> None:
    draft = state.with_suffix(".new")
    draft.write_text(json.dumps({"url": url, "pid": os.getpid()}), encoding="utf-8")
    draft.replace(state)


def _announced_url(home: Path) -> str | None:
    try:
        url = json.loads((home / STATE_FILE).read_text(encoding="utf-8"))["url"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return url if isinstance(url, str) else None
