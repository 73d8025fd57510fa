"""Opening the graph for the API: at once if it is there, and again and again while it is away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog

from app.errors import DatabaseAway
from app.questions import Questions
from app.settings import AppSettings
from cypher.connect import Endpoint, database
from cypher.errors import DatabaseUnavailableError, LoginRefusedError
from cypher.graph import AsyncGraph, open_async_graph, open_graph
from cypher.schema import apply_schema
from cypher.settings import DatabaseSettings

log = structlog.get_logger("demarche.api")

_RETRY_SECONDS = 2.0


class GraphDoor:
    """The open graph, and whether its schema stands."""

    def __init__(self, endpoint: Endpoint, graph: AsyncGraph, settings: AppSettings) -> None:
        self.endpoint = endpoint
        self.graph = graph
        self.questions = Questions(graph, settings.question_seconds, settings.answer_seconds)
        self._has_schema = False

    async def apply_schema(self) -> bool:
        """Bring the schema up to date; False if the database is away. Other errors need a person."""
        try:
            await asyncio.to_thread(_apply_schema, self.endpoint)
        except (DatabaseUnavailableError, LoginRefusedError) as error:
            log.warning("the database is away", reason=error.message)
            return False
        self._has_schema = True
        return True

    async def apply_schema_when_there(self) -> None:
        """Try until the database comes."""
        while not await self.apply_schema():
            await asyncio.sleep(_RETRY_SECONDS)

    async def check_ready(self) -> None:
        """Return if the graph can be asked; raise `DatabaseAway` or an error of `cypher` if not."""
        if not self._has_schema:
            raise DatabaseAway
        await self.questions.check_connection()


def _apply_schema(endpoint: Endpoint) -> None:
    with open_graph(endpoint) as graph:
        apply_schema(graph)


@asynccontextmanager
async def open_graph_door(
    settings: AppSettings, database_settings: DatabaseSettings
) -> AsyncIterator[GraphDoor]:
    """The graph of these settings with its schema applied, for as long as the block runs.

    A local database is started if need be. One that NEO4J_URI names may still be away: then requests are told
    so, and the schema is applied when it comes.
    """
    with database(database_settings) as endpoint:
        async with open_async_graph(endpoint) as graph:
            door = GraphDoor(endpoint, graph, settings)
            waiting = None
            if not await door.apply_schema():
                waiting = asyncio.create_task(door.apply_schema_when_there())
            try:
                yield door
            finally:
                if waiting is not None:
                    waiting.cancel()
                    with suppress(asyncio.CancelledError):
                        await waiting
