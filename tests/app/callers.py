"""Callers who ask the API all the time, while its database comes and goes."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx

from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.ledger import record_readings
from cypher.opening import bring_up_to_date
from cypher.settings import DatabaseSettings
from tests.app.builders import RECORDED_AT, some_news

LONGEST_SECONDS = 30.0
"""Nobody hangs: an answer or a refusal comes within this time, on a busy machine too."""


@dataclass
class Seen:
    """What the callers have got: the latest states, wrong answers, and the longest wait in seconds."""

    statuses: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    refused: int = 0
    longest: float = 0.0

    async def all_well(self, answers: int = 20, seconds: float = 60.0) -> None:
        """Return as soon as so many answers in a row, from now on, are none that says that it is away."""
        self.statuses.clear()
        async with asyncio.timeout(seconds):
            while self.statuses[-answers:] != [200] * answers:
                await asyncio.sleep(0.02)


def on_a_port_of_its_own(settings: DatabaseSettings) -> DatabaseSettings:
    """Settings of a server that comes back where it was."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return settings.model_copy(update={"uri": None, "neo4j_bolt_port": free.getsockname()[1]})


def fill(endpoint: Endpoint) -> None:
    """Record `some_news` in an empty database."""
    with open_graph(endpoint) as graph:
        bring_up_to_date(graph)
        record_readings(graph, some_news(), RECORDED_AT)


@asynccontextmanager
async def callers(client: httpx.AsyncClient, right: Mapping[str, object], each: int) -> AsyncIterator[Seen]:
    """So many callers for each path, who know the right answer, for as long as the block runs."""
    seen = Seen()
    stop = asyncio.Event()

    async def ask(path: str) -> None:
        while not stop.is_set():
            asked = time.monotonic()
            async with asyncio.timeout(LONGEST_SECONDS):
                answer = await client.get(path)
            seen.longest = max(seen.longest, time.monotonic() - asked)
            seen.statuses.append(answer.status_code)
            if answer.status_code in (503, 504) and "retry-after" in answer.headers:
                seen.refused += 1
            elif answer.status_code != 200 or answer.json() != right[path]:
                seen.wrong.append(answer.text)
            await asyncio.sleep(0.02)

    async with asyncio.TaskGroup() as load:
        for path in right:
            for _ in range(each):
                load.create_task(ask(path))
        try:
            yield seen
        finally:
            stop.set()
