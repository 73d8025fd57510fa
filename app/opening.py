"""Opening the graph for the API: at once if it is there, and again and again while it is away."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Container, Generator, Iterable
from contextlib import AbstractContextManager, aclosing, asynccontextmanager, suppress
from datetime import datetime
from typing import IO, Any, TypeVar

import structlog
from fastapi.concurrency import contextmanager_in_threadpool

from app.errors import DatabaseAway, LookBackBusy, StillWriting
from app.questions import PastQuestions, Questions, Watch
from app.settings import AppSettings
from app.streaming import taken_in_threads
from cypher.connect import database
from cypher.errors import (
    DatabaseUnavailableError,
    DemarcheDatabaseError,
    LoginRefusedError,
    RebuildRunningError,
)
from cypher.export import KINDS, Selection, exported
from cypher.formats.shape import PIECE, Node
from cypher.formats.spool import IN_MEMORY
from cypher.graph import AsyncGraph, Graph, Transaction, open_async_graph, open_graph
from cypher.ledger import is_being_derived
from cypher.opening import bring_up_to_date
from cypher.past import as_of
from cypher.settings import DatabaseSettings

Result = TypeVar("Result")

log = structlog.get_logger("demarche.api")

_RETRY_SECONDS = 2.0
_DERIVATION_SECONDS = 1.0
"""How often to see whether the graph is being derived anew. A rebuild gives notice for longer."""
_DERIVATION_END_SECONDS = 0.1
"""How often to see whether that has ended, as long as callers are refused for it."""
LOOK_BACK_SECONDS = 60.0
"""How long an export of the graph as it was may take; writers wait meanwhile."""
_PATIENCE_SECONDS = 10.0
"""How long the start waits for the schema. Usually it stands after some milliseconds."""


class GraphDoor:
    """The open graph: questions, writes, and whether its schema stands."""

    def __init__(
        self,
        reads: AsyncGraph,
        writes: Graph,
        settings: AppSettings,
        as_of_changes: int,
        watch: Watch,
        browser: str | None = None,
    ) -> None:
        #: Where the Neo4j Browser opens, if that is known.
        self.browser = browser
        self.questions = Questions(reads, settings.question_seconds, settings.answer_seconds, watch)
        self._watch = watch
        self._reads = reads
        self._writes = writes
        self._is_being_derived = False
        self._answer_seconds = settings.answer_seconds
        self._has_schema = False
        self._question_seconds = settings.question_seconds
        self._as_of_changes = as_of_changes
        self._look_back = asyncio.Semaphore(1)

    @asynccontextmanager
    async def questions_as_of(self, moment: datetime) -> AsyncIterator[Questions]:
        """Questions to the graph as it was at a moment (UTC). Raises `LookBackBusy`, and as `as_of` does.

        Writers wait while one looks back, so that it is one at a time, for as long as one question may take.
        """
        async with self._one_look_back():
            past = self._past(moment, self._question_seconds)
            async with contextmanager_in_threadpool(past) as transaction:
                yield PastQuestions(transaction, self._watch)

    @asynccontextmanager
    async def _one_look_back(self) -> AsyncIterator[None]:
        try:
            await asyncio.wait_for(self._look_back.acquire(), self._answer_seconds)
        except TimeoutError:
            raise LookBackBusy from None
        try:
            yield
        finally:
            self._look_back.release()

    def _past(self, moment: datetime, seconds: float) -> AbstractContextManager[Transaction]:
        return as_of(self._writes, moment, most_changes=self._as_of_changes, timeout=seconds)

    def _as_it_was(
        self,
        write: Callable[[Iterable[Node]], Generator[bytes]],
        kinds: Container[str],
        selection: Selection | None,
        moment: datetime,
    ) -> Generator[bytes]:
        # Into a file first: writers wait for the look back, and must not wait for a caller who reads slowly.
        file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - held open
        with self._past(moment, LOOK_BACK_SECONDS) as transaction:
            file.writelines(write(exported(transaction, kinds, selection)))
        file.seek(0)
        return _in_pieces(file)

    async def write(self, work: Callable[..., Result], *args: Any) -> Result:
        """Run a function of `cypher` that writes, with the graph before its other arguments.

        Writes take their turn at the lock of the ledger, so they wait in a thread, not in the event loop.
        A caller waits no longer than for a question. What is under way then may still happen, so `work` must
        be such that doing it again changes nothing.
        """
        with self._watch(work.__name__):
            try:
                async with asyncio.timeout(self._answer_seconds):
                    return await asyncio.to_thread(work, self._writes, *args)
            except TimeoutError:
                raise StillWriting from None

    async def exported(
        self,
        write: Callable[[Iterable[Node]], Generator[bytes]],
        kinds: Container[str] = KINDS,
        selection: Selection | None = None,
        moment: datetime | None = None,
    ) -> AsyncGenerator[bytes]:
        """The nodes of these kinds, of a part of the graph or of all of it, in pieces of a format.

        They are read in a thread as the caller takes them.

        With a moment (UTC), as they were then; raises as `questions_as_of` does, with the first piece.
        """
        if moment is None:
            self.check_whole()
            pieces = write(exported(self._writes, kinds, selection))
        else:
            async with self._one_look_back():
                pieces = await asyncio.to_thread(self._as_it_was, write, kinds, selection, moment)
        async with aclosing(taken_in_threads(pieces)) as taken:
            async for piece in taken:
                yield piece

    async def apply_schema(self) -> bool:
        """Bring schema and graph up to date; False if the database is away. Other errors need a person."""
        try:
            await asyncio.to_thread(bring_up_to_date, self._writes)
            await self.look_at_derivation()  # which may have been part of it, and is over
        except (DatabaseUnavailableError, LoginRefusedError) as error:
            log.warning("the database is away", reason=error.message)
            return False
        self._has_schema = True
        return True

    async def apply_schema_when_there(self) -> None:
        """Try until the database comes."""
        while not await self.apply_schema():
            await asyncio.sleep(_RETRY_SECONDS)

    async def look_at_derivation(self) -> None:
        """See whether any program is deriving the graph anew, so that only a part of it is there."""
        row = await self._reads.fetch_one(is_being_derived)
        self._is_being_derived = row is not None and row.being_derived

    async def watch_derivation(self) -> None:
        """Go on looking; while the database is away, what was seen last holds."""
        while True:
            # By itself, a read waits longer and longer for a database that is away, and so would see it late.
            with suppress(DemarcheDatabaseError, TimeoutError):
                async with asyncio.timeout(self._answer_seconds):
                    await self.look_at_derivation()
            await asyncio.sleep(_DERIVATION_END_SECONDS if self._is_being_derived else _DERIVATION_SECONDS)

    def check_whole(self) -> None:
        """Return if the derived graph is whole; raise `RebuildRunningError` if not."""
        if self._is_being_derived:
            raise RebuildRunningError

    @property
    def has_schema(self) -> bool:
        """Whether the schema stands, so that the graph can be asked and written."""
        return self._has_schema

    @property
    def losses(self) -> int:
        """How often the database was found away. It may have lost its plans since the last time."""
        return self._reads.losses

    async def check_ready(self) -> None:
        """Return if the graph can be asked; raise `DatabaseAway` or an error of `cypher` if not."""
        if not self._has_schema:
            raise DatabaseAway
        await self.questions.check_connection()


def _in_pieces(file: IO[bytes]) -> Generator[bytes]:
    with file:
        while piece := file.read(PIECE):
            yield piece


@asynccontextmanager
async def open_graph_door(
    settings: AppSettings, database_settings: DatabaseSettings, watch: Watch
) -> AsyncIterator[GraphDoor]:
    """The graph of these settings with its schema applied, for as long as the block runs.

    A local database is started if need be. One that NEO4J_URI names may still be away: then requests are told
    so, and the schema is applied when it comes.
    """
    with database(database_settings) as endpoint, open_graph(endpoint) as writes:
        async with open_async_graph(endpoint) as reads:
            door = GraphDoor(
                reads, writes, settings, database_settings.as_of_changes, watch, endpoint.browser
            )
            # The driver repeats for a minute before it says that the database is away. Nobody waits for that.
            watching = asyncio.create_task(door.watch_derivation())
            applying = asyncio.create_task(door.apply_schema_when_there())
            done, _ = await asyncio.wait({applying}, timeout=_PATIENCE_SECONDS)
            if done:
                applying.result()  # an error that a person must mend ends the start
            try:
                yield door
            finally:
                for task in (applying, watching):
                    task.cancel()
                    with suppress(asyncio.CancelledError):
                        await task
