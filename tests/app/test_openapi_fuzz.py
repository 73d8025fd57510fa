"""Requests made from the OpenAPI document, well formed and not: answers are as documented, never a 500.

Not among the checks is that a request which fits the document is never refused: it may hold a cursor that
this API did not make, or a period that ends before it begins.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    allow_header_conformance,
    content_type_conformance,
    ignored_auth,
    missing_required_header,
    negative_data_rejection,
    response_headers_conformance,
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
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
    allow_header_conformance,
    missing_required_header,
    ignored_auth,
]

DOCUMENT = create_app(AppSettings()).openapi()

CONFIGURATION = Path(__file__).with_name("schemathesis.toml")

schema = schemathesis.openapi.from_dict(DOCUMENT, config=schemathesis.Config.from_path(CONFIGURATION))


IN_TIME = AppSettings(question_seconds=7, answer_seconds=9)
"""A caller waits less than the ten seconds after which these tests give up."""


@pytest.fixture(scope="module")
def url(news: Endpoint) -> Iterator[str]:
    """The API over `some_news`, listening on a free port of this machine."""
    server = uvicorn.Server(
        uvicorn.Config(create_app(IN_TIME, settings_of(news)), port=0, log_config=None, access_log=False)
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
    max_examples=15,
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


def test_requests_that_follow_each_other_get_documented_answers(url: str, tmp_path: Path) -> None:
    """The links of the document are followed: what was made is looked at, taken back, looked for again."""
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(DOCUMENT))
    command = Path(sys.executable).with_name("schemathesis")
    found = subprocess.run(
        [
            *(command, "--config-file", CONFIGURATION, "run", document),
            *("--url", url, "--phases", "stateful", "--max-examples", "40", "--seed", "1"),
            *("--checks", "all", "--exclude-checks", "positive_data_acceptance"),
            *("--request-timeout", "10", "--generation-database", "none", "--no-color"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert found.returncode == 0, found.stdout + found.stderr
    covered = re.search(r"(\d+) covered", found.stdout)
    assert covered
    assert int(covered[1]) > 4
