"""Requests made from the OpenAPI document, well formed and not: answers are as documented, never a 500."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from app.main import create_app
from app.settings import AppSettings
from cypher.connect import Endpoint
from tests.app.conftest import settings_of

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]

schema = schemathesis.openapi.from_dict(create_app(AppSettings()).openapi())


@pytest.fixture(scope="module")
def url(news: Endpoint) -> Iterator[str]:
    """The API over `some_news`, listening on a free port of this machine."""
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(AppSettings(), settings_of(news)), port=0, log_config=None, access_log=False
        )
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    asyncio.run(_started(server))
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=20)


async def _started(server: uvicorn.Server) -> None:
    async with asyncio.timeout(30):
        while not server.started:
            await asyncio.sleep(0.05)


@schema.parametrize()
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.filter_too_much,
        HealthCheck.too_slow,
    ],
)
def test_every_request_gets_a_documented_answer(case: schemathesis.Case, url: str) -> None:
    case.call_and_validate(base_url=url, checks=CHECKS, timeout=10)
