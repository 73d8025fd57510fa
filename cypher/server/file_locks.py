"""File locks: they vanish with the process that holds them, however it ends."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import portalocker

from cypher.errors import HomeUnusableError
from cypher.server.layout import usable

_POLL_SECONDS = 0.1


# The files of the locks that this process holds.
_held: set[IO[bytes]] = set()


def _let_go_in_child() -> None:
    """Take the locks from a forked child: one that outlives its killed parent must not hold them for it."""
    while _held:
        _held.pop().close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go_in_child)


class LockHeldError(Exception):
    """Raised when another process holds the lock that was asked for."""


@contextmanager
def lock(
    file: Path, *, shared: bool = False, timeout: float = 0, on_wait: Callable[[], None] | None = None
) -> Iterator[None]:
    """Hold a lock on a file while the block runs; wait for it up to `timeout` seconds.

    `on_wait` is called once if another process holds it. The file itself is left in its place, since removing
    it would give two processes a lock on two files of one name.
    """
    kind = portalocker.LockFlags.SHARED if shared else portalocker.LockFlags.EXCLUSIVE
    deadline = time.monotonic() + timeout
    with usable(file.parent):
        handle = file.open("a+b", buffering=0)
    with handle:
        while True:
            try:
                portalocker.lock(handle, kind | portalocker.LockFlags.NON_BLOCKING)
                break
            except portalocker.AlreadyLocked:
                if time.monotonic() >= deadline:
                    raise LockHeldError(str(file)) from None
            except portalocker.LockException as error:
                reason = f"it does not support file locks ({error})"
                raise HomeUnusableError(file.parent, reason) from error
            if on_wait is not None:
                on_wait()
                on_wait = None
            time.sleep(_POLL_SECONDS)
        _held.add(handle)
        try:
            yield
        finally:
            if not handle.closed:  # it is in a forked child
                portalocker.unlock(handle)
            _held.discard(handle)
