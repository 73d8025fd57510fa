"""The graph as the routes see it: reads with a bound on how long a caller waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from fastapi.concurrency import run_in_threadpool

from app.errors import DatabaseAway
from cypher.catalog import Read
from cypher.graph import AsyncGraph, Transaction

Row = TypeVar("Row")

Watch = Callable[[str], AbstractContextManager[None]]
"""Stands around every query of this name: counts it, times it, traces it."""


class Questions:
    """Asks the graph, and gives up in time.

    The driver itself repeats a read for a minute while the database is away. That suits a worker; a caller
    of the API learns after `answer_seconds` that there is no answer, and may come again.
    """

    is_past = False

    def __init__(
        self, graph: AsyncGraph, question_seconds: float, answer_seconds: float, watch: Watch
    ) -> None:
        self._graph = graph
        self._question_seconds = question_seconds
        self._answer_seconds = answer_seconds
        self._watch = watch

    def patient(self, seconds: float) -> Questions:
        """The same graph for one who lets the database work so long on a question."""
        return Questions(self._graph, seconds, 2 * seconds, self._watch)

    async def rows(self, read: Read[Row], **params: Any) -> list[Row]:
        """All rows of a read."""
        with self._watch(read.name):
            try:
                async with asyncio.timeout(self._answer_seconds):
                    return await self._graph.fetch(read, timeout=self._question_seconds, **params)
            except TimeoutError:
                raise DatabaseAway from None

    async def row(self, read: Read[Row], **params: Any) -> Row | None:
        """The first row of a read, or None."""
        rows = await self.rows(read, **params)
        return rows[0] if rows else None

    async def check_connection(self) -> None:
        """Return if the database answers in time."""
        try:
            async with asyncio.timeout(self._answer_seconds):
                await self._graph.check_connection()
        except TimeoutError:
            raise DatabaseAway from None


class PastQuestions(Questions):
    """Asks the graph as it was: in a transaction that has taken back what came since (`cypher.past`)."""

    is_past = True

    def __init__(self, transaction: Transaction, watch: Watch) -> None:
        self._transaction = transaction
        self._watch = watch

    async def rows(self, read: Read[Row], **params: Any) -> list[Row]:
        """All rows of a read; the transaction bounds how long all of them may take together."""
        with self._watch(read.name):
            return await run_in_threadpool(lambda: self._transaction.fetch(read, **params))
