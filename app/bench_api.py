"""How fast the API answers, beside the same Cypher through the bare driver, in the same run.

A world of `cypher.invented` is loaded, the API is started as a process of its own, and each kind of
question is asked of random people and countries of that world: first on one connection, API and driver in
turn, then on many at once, for some seconds each. What the bare driver runs are the very statements and
parameters that the API would run. The client of the API here is a few lines over a socket, so that it costs
next to nothing.
"""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
from neo4j import READ_ACCESS, AsyncDriver, AsyncGraphDatabase, NotificationMinimumSeverity

from app.bench_questions import Loaded, questions_about
from app.main import create_app
from app.running import running_api
from app.settings import AppSettings
from cypher.catalog import Read
from cypher.connect import Endpoint
from cypher.settings import DatabaseSettings

START_SECONDS = 180.0
PATIENCE_SECONDS = 120.0
"""A slow answer is what is to be measured, and no reason to stop."""

Asked = tuple[str, dict[str, Any]]
"""A statement and its parameters."""
Ask = Callable[[str], Awaitable[bytes]]
"""Asks the API for a path, and gives the answer."""


@dataclass(frozen=True, slots=True)
class Latency:
    """How long answers took, in milliseconds, and how many came in a second."""

    p50: float
    p99: float
    per_second: float


@dataclass(frozen=True, slots=True)
class Measured:
    """One kind of question: the API and the bare driver, on one connection and on many."""

    question: str
    api_alone: Latency
    bare_alone: Latency
    api_together: Latency
    bare_together: Latency

    @property
    def ratio(self) -> float:
        """How many times longer the API takes than the bare driver, at p50 on one connection."""
        return self.api_alone.p50 / self.bare_alone.p50


async def measure(
    loaded: Loaded, home: Path, *, rounds: int, seconds: float, connections: int
) -> list[Measured]:
    """Measure every kind of question over a graph that holds a world."""
    endpoint = loaded.endpoint
    paths = questions_about(loaded)
    statements = await statements_of(endpoint, [path for several in paths.values() for path in several])
    found = []
    with served(endpoint, home) as url:
        async with bare(endpoint) as driver:
            for question, asked in paths.items():
                found.append(
                    await _measured(
                        question, url, asked, driver, endpoint, statements, rounds, seconds, connections
                    )
                )
    return found


async def _measured(
    question: str,
    url: str,
    paths: Sequence[str],
    driver: AsyncDriver,
    endpoint: Endpoint,
    statements: dict[str, list[Asked]],
    rounds: int,
    seconds: float,
    connections: int,
) -> Measured:
    async def run(path: str) -> None:
        for text, params in statements[path]:
            await _run(driver, endpoint.database, text, params)

    async with connection(url) as get:
        for path in paths:  # whoever asks first pays for plans and caches
            await get(path)
            await run(path)
        alone: list[float] = []
        bare: list[float] = []
        for turn in range(rounds):
            path = paths[turn % len(paths)]
            alone.append(await timed(get, path))
            bare.append(await timed(run, path))
    together = await _together(lambda: connection(url), paths, seconds, connections)

    @asynccontextmanager
    async def caller() -> AsyncIterator[Callable[[str], Awaitable[None]]]:
        yield run

    bare_together = await _together(caller, paths, seconds, connections)
    return Measured(question, latency(alone), latency(bare), together, bare_together)


async def _together(
    connect: Callable[[], Any], paths: Sequence[str], seconds: float, connections: int
) -> Latency:
    """Ask from many connections at once, each as soon as it has its answer."""
    took: list[float] = []
    started = time.perf_counter()

    async def one(number: int) -> None:
        async with connect() as ask:
            turn = number
            while time.perf_counter() - started < seconds:
                took.append(await timed(ask, paths[turn % len(paths)]))
                turn += 1

    await asyncio.gather(*(one(number) for number in range(connections)))
    return latency(took, time.perf_counter() - started)


async def timed(ask: Callable[[str], Awaitable[object]], path: str) -> float:
    started = time.perf_counter()
    await ask(path)
    return time.perf_counter() - started


def latency(took: Sequence[float], elapsed: float | None = None) -> Latency:
    ordered = sorted(took)
    return Latency(
        p50=1000 * ordered[len(ordered) // 2],
        p99=1000 * ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)],
        per_second=len(ordered) / (elapsed or sum(ordered)),
    )


async def statements_of(endpoint: Endpoint, paths: Iterable[str]) -> dict[str, list[Asked]]:
    """What the API asks of the database for each path, as it is asked by a run of it within this process."""
    # A line for each question would bury the result.
    logging.getLogger("demarche.api").setLevel(logging.WARNING)
    patient = AppSettings(question_seconds=PATIENCE_SECONDS, answer_seconds=PATIENCE_SECONDS, warm_up=False)
    app = create_app(patient, _settings(endpoint))
    found: dict[str, list[Asked]] = {}
    asked: list[Asked] = []
    async with app.router.lifespan_context(app):
        rows = app.state.questions.rows

        async def noted(read: Read[Any], **params: Any) -> Any:
            asked.append((read.statement.text, params))
            return await rows(read, **params)

        app.state.questions.rows = noted
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            for path in paths:
                asked.clear()
                answer = await client.get(path)
                _check(path, answer.status_code)
                found[path] = list(asked)
    return found


def _check(path: str, status: int) -> None:
    # Two who never met have no edge to ask about: a question as good as any other.
    if status not in (200, 404):
        raise RuntimeError(f"{path} was answered with {status}")


def _settings(endpoint: Endpoint) -> DatabaseSettings:
    return DatabaseSettings(
        uri=endpoint.uri, username=endpoint.user, password=endpoint.password, database=endpoint.database
    )


@asynccontextmanager
async def bare(endpoint: Endpoint) -> AsyncIterator[AsyncDriver]:
    off = NotificationMinimumSeverity.OFF
    async with AsyncGraphDatabase.driver(
        endpoint.uri, auth=endpoint.auth, notifications_min_severity=off
    ) as driver:
        yield driver


async def _run(driver: AsyncDriver, database: str, text: str, params: dict[str, Any]) -> None:
    async def work(transaction: Any) -> None:
        result = await transaction.run(text, params)
        [record.data() async for record in result]

    async with driver.session(database=database, default_access_mode=READ_ACCESS) as session:
        await session.execute_read(work)


@contextmanager
def served(endpoint: Endpoint, home: Path) -> Iterator[str]:
    """The API as a process of its own over this database."""
    password = endpoint.password.get_secret_value() if endpoint.password else ""
    environment = {
        **os.environ,
        "NEO4J_URI": endpoint.uri,
        "NEO4J_USERNAME": endpoint.user,
        "NEO4J_PASSWORD": password,
        "NEO4J_DATABASE": endpoint.database,
        "DEMARCHE_HOME": str(home / "api"),
        "DEMARCHE_PORT": "0",
        "DEMARCHE_LOG_LEVEL": "warning",
        "DEMARCHE_WARM_UP": "false",
        "DEMARCHE_QUESTION_SECONDS": str(PATIENCE_SECONDS),
        "DEMARCHE_ANSWER_SECONDS": str(PATIENCE_SECONDS),
    }
    command = [sys.executable, "-m", "app.cli", "serve"]
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        deadline = time.monotonic() + START_SECONDS
        while (url := running_api(home / "api")) is None:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the API to be measured did not come up")
            time.sleep(0.2)
        yield url
    finally:
        process.terminate()
        process.wait(START_SECONDS)


@asynccontextmanager
async def connection(url: str) -> AsyncIterator[Ask]:
    """One connection that is kept open, and what asks on it."""
    address = urlsplit(url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port, limit=2**24)

    async def get(path: str) -> bytes:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        status = int(head.split(" ", 2)[1])
        _check(path, status)
        line = next(line for line in head.split("\r\n") if line.startswith("content-length:"))
        return await reader.readexactly(int(line.partition(":")[2]))

    try:
        yield get
    finally:
        writer.close()
