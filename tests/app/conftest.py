"""The API over a real Neo4j: take `api` to ask it about the small world of `builders.some_news`."""

from __future__ import annotations

import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import httpx
import pytest
import pytest_asyncio
import uvicorn
from fastapi import FastAPI

from app.main import create_app
from app.settings import AppSettings
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.ledger import record_readings
from cypher.opening import bring_up_to_date
from cypher.settings import DatabaseSettings
from tests.app.builders import RECORDED_AT, some_news

_START_SECONDS = 60
PATIENT = AppSettings(question_seconds=60, answer_seconds=90)
"""A server that has just started plans every question anew: on a busy machine that alone takes seconds."""


def settings_of(endpoint: Endpoint) -> DatabaseSettings:
    """Settings that name a server which runs."""
    return DatabaseSettings(
        uri=endpoint.uri, username=endpoint.user, password=endpoint.password, database=endpoint.database
    )


@asynccontextmanager
async def client_of(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client of an API that runs in this process."""
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            yield client


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The address of an API that listens on a free port of this machine, in a thread of its own."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + _START_SECONDS
    while not server.started:
        assert thread.is_alive() and time.monotonic() < deadline, "the API does not start"
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture(scope="module")
def news(clean_database_for_module: Endpoint) -> Endpoint:
    """A database that holds `some_news`."""
    with open_graph(clean_database_for_module) as graph:
        bring_up_to_date(graph)
        record_readings(graph, some_news(), RECORDED_AT)
    return clean_database_for_module


@pytest.fixture
def app_over_news(news: Endpoint) -> FastAPI:
    """The API over `some_news`, assembled and not started."""
    return create_app(PATIENT, settings_of(news))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def api(news: Endpoint) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the API over `some_news`; tests that change the graph take `api_to_change`."""
    async with client_of(create_app(PATIENT, settings_of(news))) as client:
        yield client
