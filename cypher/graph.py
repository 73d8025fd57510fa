"""The open graph: typed reads and managed writes over the official driver, in one sync and one async form.

    with open_graph(endpoint) as graph:
        people = graph.fetch(persons_by_name, name="Silva")

Reads run in read transactions with a timeout. Writes run in one managed transaction, which the driver repeats
when a transient error (a deadlock, a leader change) ends it: so a write function must do nothing but write.
Errors of the driver leave here as `cypher.errors`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar, cast

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    AsyncDriver,
    AsyncGraphDatabase,
    AsyncManagedTransaction,
    AsyncSession,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Query,
    Session,
    unit_of_work,
)
from neo4j import Transaction as UnmanagedTransaction
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from cypher.catalog import Read, SchemaStatement, Write
from cypher.translation import translated_errors

if TYPE_CHECKING:
    from cypher.connect import Endpoint

Row = TypeVar("Row")
Result = TypeVar("Result")
Statement = Read[Row] | Write[Row] | SchemaStatement[Row]

READ_SECONDS = 15.0
"""A read that takes longer is ended by the server: an answer this late helps nobody who waits for a page."""
WRITE_SECONDS = 300.0
"""A batch of articles, or one step of a rebuild, that takes longer is ended and rolled back."""
SCHEMA_SECONDS = 900.0
"""An index over a large graph takes minutes to fill."""
STREAM_SECONDS = 3600.0
"""An export may take this long."""
REPEAT_SECONDS = 60.0
"""For so long a transaction is repeated that met a deadlock, or a server that is away."""

POOL_SIZE = 100
"""The most connections that one program has open at once; who needs one more waits for it."""

_PAUSES = (0.0, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds before a read is asked again, of a server that is away or changes its leader: a minute in all."""

_OPTIONS: dict[str, Any] = {
    "max_connection_pool_size": POOL_SIZE,
    "notifications_min_severity": NotificationMinimumSeverity.OFF,
    "connection_timeout": 10.0,
    "connection_acquisition_timeout": 30.0,
    "max_transaction_retry_time": REPEAT_SECONDS,
    "user_agent": "demarche",
}


class Transaction:
    """One open transaction: what a write function gets to work with."""

    __slots__ = ("_transaction",)

    def __init__(self, transaction: ManagedTransaction | UnmanagedTransaction) -> None:
        self._transaction = transaction

    def fetch(self, statement: Statement[Row], **params: Any) -> list[Row]:
        """All rows of a statement, typed."""
        return list(self.stream(statement, **params))

    def stream(self, statement: Statement[Row], **params: Any) -> Iterator[Row]:
        """Rows one by one, in bounded memory. No other statement may run in between."""
        statement.check(params)
        for record in self._transaction.run(_cypher(statement), params):
            yield statement.row(record)

    def fetch_one(self, statement: Statement[Row], **params: Any) -> Row | None:
        """The first row, or None."""
        rows = self.fetch(statement, **params)
        return rows[0] if rows else None

    def run(self, statement: Write[Any] | SchemaStatement[Any], **params: Any) -> None:
        """Run a statement for its effect; wait until it has happened."""
        statement.check(params)
        self._transaction.run(_cypher(statement), params).consume()


class Graph:
    """A Neo4j database, open for typed reads and managed writes. Safe to share between threads."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database
        self._bookmarks = GraphDatabase.bookmark_manager()  # on a cluster, we read what we wrote

    def fetch(self, statement: Read[Row], *, timeout: float = READ_SECONDS, **params: Any) -> list[Row]:
        """All rows of a read; `timeout` in seconds."""
        statement.check(params)

        @unit_of_work(timeout=timeout)
        def work(transaction: ManagedTransaction) -> list[Row]:
            return Transaction(transaction).fetch(statement, **params)

        with translated_errors(), self._session() as session:
            return session.execute_read(work)

    def fetch_one(self, statement: Read[Row], *, timeout: float = READ_SECONDS, **params: Any) -> Row | None:
        """The first row of a read, or None; `timeout` in seconds."""
        rows = self.fetch(statement, timeout=timeout, **params)
        return rows[0] if rows else None

    def stream(
        self, statement: Read[Row], *, timeout: float = STREAM_SECONDS, **params: Any
    ) -> Iterator[Row]:
        """Rows one by one, in bounded memory, for exports. A broken connection ends it."""
        statement.check(params)
        with translated_errors(), self._session(READ_ACCESS) as session:
            transaction = session.begin_transaction(timeout=timeout)
            with transaction:
                yield from Transaction(transaction).stream(statement, **params)

    def transaction(self, work: Callable[[Transaction], Result], *, timeout: float = WRITE_SECONDS) -> Result:
        """Run a write function in one transaction: all of it happens, or nothing. It may be run again."""

        @unit_of_work(timeout=timeout)
        def managed(transaction: ManagedTransaction) -> Result:
            return work(Transaction(transaction))

        with translated_errors(), self._session() as session:
            return session.execute_write(managed)

    def snapshot(self, work: Callable[[Transaction], Result], *, timeout: float = WRITE_SECONDS) -> Result:
        """Run several reads in one read transaction."""

        @unit_of_work(timeout=timeout)
        def managed(transaction: ManagedTransaction) -> Result:
            return work(Transaction(transaction))

        with translated_errors(), self._session() as session:
            return session.execute_read(managed)

    @contextmanager
    def rolled_back(self, *, timeout: float = WRITE_SECONDS) -> Iterator[Transaction]:
        """One transaction in which anything can be tried: nobody else sees it, and it is rolled back."""
        with translated_errors(), self._session() as session:
            transaction = session.begin_transaction(timeout=timeout)
            # Not `with transaction`, which would commit. Closing one that was not committed rolls it back.
            with closing(transaction):
                yield Transaction(transaction)

    def change_schema(self, statement: SchemaStatement[Row], **params: Any) -> list[Row]:
        """Run a schema statement in a transaction of its own, as the server asks of them."""

        def work(transaction: Transaction) -> list[Row]:
            if statement.row_type is not None:
                return transaction.fetch(statement, **params)
            transaction.run(statement, **params)
            return []

        return self.transaction(work, timeout=SCHEMA_SECONDS)

    def explain(self, text: str, params: dict[str, Any]) -> tuple[str, ...]:
        """The columns of a statement, if the server accepts it; nothing is run."""
        with translated_errors(), self._session() as session:
            result = session.run(Query(cast("Any", f"EXPLAIN {text}"), timeout=READ_SECONDS), params)
            columns = tuple(result.keys())
            result.consume()
            return columns

    def check_connection(self) -> None:
        """Return if the database answers; raise what `cypher.errors` has for it if not."""
        with translated_errors():
            self._driver.verify_connectivity()

    def _session(self, access: str = WRITE_ACCESS) -> Session:
        return self._driver.session(
            database=self._database, bookmark_manager=self._bookmarks, default_access_mode=access
        )


class AsyncTransaction:
    """One open transaction of the async graph."""

    __slots__ = ("_transaction",)

    def __init__(self, transaction: AsyncManagedTransaction) -> None:
        self._transaction = transaction

    async def fetch(self, statement: Read[Row] | Write[Row], **params: Any) -> list[Row]:
        """All rows of a statement, typed."""
        statement.check(params)
        result = await self._transaction.run(_cypher(statement), params)
        return [statement.row(record) async for record in result]

    async def fetch_one(self, statement: Read[Row] | Write[Row], **params: Any) -> Row | None:
        """The first row, or None."""
        rows = await self.fetch(statement, **params)
        return rows[0] if rows else None

    async def run(self, statement: Write[Any], **params: Any) -> None:
        """Run a statement for its effect; wait until it has happened."""
        statement.check(params)
        result = await self._transaction.run(_cypher(statement), params)
        await result.consume()


class AsyncGraph:
    """The same as `Graph` for the event loop of the API."""

    def __init__(self, driver: AsyncDriver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database
        self._bookmarks = AsyncGraphDatabase.bookmark_manager()
        self._losses = 0

    @property
    def losses(self) -> int:
        """How often the database was found away, or a connection to it broken off."""
        return self._losses

    @contextmanager
    def _losses_counted(self) -> Iterator[None]:
        try:
            yield
        except (ServiceUnavailable, SessionExpired):
            self._losses += 1
            raise

    async def fetch(self, statement: Read[Row], *, timeout: float = READ_SECONDS, **params: Any) -> list[Row]:
        """All rows of a read; `timeout` in seconds."""
        statement.check(params)
        query = Query(_cypher(statement), timeout=timeout)
        # One statement needs no transaction around it: this asks the server once, a managed transaction three
        # times. So what a managed one repeats by itself is repeated here.
        with translated_errors():
            for pause in _PAUSES:
                try:
                    return await self._rows(statement, query, params)
                except (DriverError, Neo4jError) as error:
                    if not error.is_retryable():
                        raise
                await asyncio.sleep(pause)
            return await self._rows(statement, query, params)

    async def _rows(self, statement: Read[Row], query: Query, params: dict[str, Any]) -> list[Row]:
        with self._losses_counted():
            async with self._session(READ_ACCESS) as session:
                return [statement.row(record) async for record in await session.run(query, params)]

    async def fetch_one(
        self, statement: Read[Row], *, timeout: float = READ_SECONDS, **params: Any
    ) -> Row | None:
        """The first row of a read, or None; `timeout` in seconds."""
        rows = await self.fetch(statement, timeout=timeout, **params)
        return rows[0] if rows else None

    async def stream(
        self, statement: Read[Row], *, timeout: float = STREAM_SECONDS, **params: Any
    ) -> AsyncIterator[Row]:
        """Rows one by one, in bounded memory, for exports. A broken connection ends it."""
        statement.check(params)
        with translated_errors():
            async with self._session(READ_ACCESS) as session:
                transaction = await session.begin_transaction(timeout=timeout)
                async with transaction:
                    result = await transaction.run(_cypher(statement), params)
                    async for record in result:
                        yield statement.row(record)

    async def transaction(
        self, work: Callable[[AsyncTransaction], Awaitable[Result]], *, timeout: float = WRITE_SECONDS
    ) -> Result:
        """Run a write function in one transaction: all of it happens, or nothing. It may be run again."""

        @unit_of_work(timeout=timeout)
        async def managed(transaction: AsyncManagedTransaction) -> Result:
            return await work(AsyncTransaction(transaction))

        with translated_errors():
            async with self._session() as session:
                return await session.execute_write(managed)

    async def snapshot(
        self, work: Callable[[AsyncTransaction], Awaitable[Result]], *, timeout: float = READ_SECONDS
    ) -> Result:
        """Run several reads in one read transaction."""

        @unit_of_work(timeout=timeout)
        async def managed(transaction: AsyncManagedTransaction) -> Result:
            return await work(AsyncTransaction(transaction))

        with translated_errors():
            async with self._session() as session:
                return await session.execute_read(managed)

    async def check_connection(self) -> None:
        """Return if the database answers; raise what `cypher.errors` has for it if not."""
        with translated_errors(), self._losses_counted():
            await self._driver.verify_connectivity()

    def _session(self, access: str = WRITE_ACCESS) -> AsyncSession:
        return self._driver.session(
            database=self._database, bookmark_manager=self._bookmarks, default_access_mode=access
        )


@contextmanager
def open_graph(endpoint: Endpoint, *, repeat_seconds: float = REPEAT_SECONDS) -> Iterator[Graph]:
    """The graph at an endpoint, closed at the end. A transaction that a transient error ended is repeated
    for `repeat_seconds`.
    """
    options = {**_OPTIONS, "max_transaction_retry_time": repeat_seconds}
    with GraphDatabase.driver(endpoint.uri, auth=endpoint.auth, **options) as driver:
        yield Graph(driver, endpoint.database)


@asynccontextmanager
async def open_async_graph(endpoint: Endpoint) -> AsyncIterator[AsyncGraph]:
    """The graph at an endpoint for an event loop, closed at the end."""
    async with AsyncGraphDatabase.driver(endpoint.uri, auth=endpoint.auth, **_OPTIONS) as driver:
        yield AsyncGraph(driver, endpoint.database)


def _cypher(statement: Statement[Any]) -> Any:
    # The driver asks for a LiteralString, so that nobody glues statements together. Ours come from files.
    return statement.statement.text
