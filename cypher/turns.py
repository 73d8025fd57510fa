"""Writers take turns: one at a time changes the ledger, and each change has a moment of its own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from cypher.catalog import Write
from cypher.errors import SchemaMissingError, WritersBusyError
from cypher.graph import Graph, Transaction
from cypher.translation import waiting_for_writers

Result = TypeVar("Result")

TURNS = 6
"""How often a writer waits for its turn, each time as long as a transaction may take."""


@dataclass(frozen=True, slots=True)
class WriteLock:
    """The lock that makes writers wait for each other, and what its holder should know.

    `moment` is that of the last change; `decided` says whether anything was ever decided about identities.
    """

    wiping: bool
    moment: datetime | None
    decided: bool


take_write_lock = Write("take_write_lock", WriteLock)
note_moment = Write[None]("note_moment")


def in_turn(graph: Graph, work: Callable[[Transaction], Result]) -> Result:
    """Run a write that begins with `take_lock` in one transaction, again if its turn did not come.

    The server gives its lock to any of those who wait, not to the first. On a machine that is too slow for
    its eight workers, one of them waited in vain for five minutes, now and then. Raises `WritersBusyError`
    when it did so for all its turns.
    """
    for _ in range(TURNS - 1):
        with suppress(WritersBusyError):
            return graph.transaction(work)
    return graph.transaction(work)


def take_lock(transaction: Transaction) -> WriteLock:
    """Wait for the turn to write to the ledger, which lasts until the transaction ends.

    Raises `WritersBusyError` when the transaction's time is up before.
    """
    with waiting_for_writers():
        lock = transaction.fetch_one(take_write_lock)
    if lock is None:
        raise SchemaMissingError
    return lock


def next_moment(lock: WriteLock, now: datetime) -> datetime:
    """When a change counts as known: later than all before it, so that who reads on misses nothing."""
    return now if lock.moment is None or now > lock.moment else lock.moment + timedelta(microseconds=1)
