"""What the API says while the database is away, and that it recovers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from app.main import create_app
from app.settings import AppSettings
from cypher.connect import Endpoint, database
from cypher.graph import open_graph
from cypher.ledger import _begin_wipe, _take_down, rebuild
from cypher.settings import DatabaseSettings
from tests.app.builders import LEA
from tests.app.callers import callers, fill, on_a_port_of_its_own
from tests.app.conftest import client_of, settings_of
from tests.gate import Gate

ASKED = ("/v1/countries/NOR", f"/v1/persons/{LEA.id}/contacts", "/v1/meetings", "/v1/search?q=brandt")
QUICK = AppSettings(answer_seconds=1.0, retry_after_seconds=7)


@asynccontextmanager
async def api_behind_gate(
    endpoint: Endpoint, *, is_open: bool, app_settings: AppSettings = QUICK
) -> AsyncIterator[tuple[httpx.AsyncClient, Gate]]:
    host, _, port = endpoint.uri.partition("://")[2].partition(":")
    gate = Gate(host, int(port))
    await gate.open()
    if not is_open:
        await gate.shut()
    settings = DatabaseSettings(
        uri=f"bolt://127.0.0.1:{gate.port}", username=endpoint.user, password=endpoint.password
    )
    try:
        async with client_of(create_app(app_settings, settings)) as client:
            yield client, gate
    finally:
        await gate.shut()


async def until(client: httpx.AsyncClient, path: str, status: int, seconds: float = 20) -> None:
    async with asyncio.timeout(seconds):
        while (await client.get(path)).status_code != status:
            await asyncio.sleep(0.1)


async def test_while_the_database_is_away_callers_learn_when_to_come_back(news: Endpoint) -> None:
    async with api_behind_gate(news, is_open=True) as (client, gate):
        assert (await client.get("/v1/countries/NOR")).status_code == 200
        assert (await client.get("/readyz")).status_code == 200

        await gate.shut()
        away = await client.get("/v1/countries/NOR")
        assert away.status_code == 503
        assert away.headers["retry-after"] == "7"
        assert away.json()["type"] == "urn:demarche:problem:database-away"
        assert (await client.get("/readyz")).status_code == 503
        assert (await client.get("/healthz")).status_code == 200
        assert "demarche_database_up 0.0" in (await client.get("/metrics")).text

        await gate.open()
        await until(client, "/v1/countries/NOR", 200)
        await until(client, "/readyz", 200)


async def test_the_questions_are_planned_again_after_the_database_was_away(
    news: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that was started anew has lost its plans."""
    monkeypatch.setattr("app.warming.PATHS", ("/v1/persons/Q1",))

    async def planned(client: httpx.AsyncClient, times: int) -> None:
        count = f'demarche_query_seconds_count{{outcome="ok",statement="person"}} {times}.0'
        async with asyncio.timeout(30):
            while count not in (await client.get("/metrics")).text:
                await asyncio.sleep(0.1)

    warm = QUICK.model_copy(update={"warm_up": True})
    async with api_behind_gate(news, is_open=True, app_settings=warm) as (client, gate):
        await planned(client, 1)
        await gate.shut()
        await until(client, "/readyz", 503)
        await gate.open()
        await planned(client, 2)


async def test_the_api_starts_without_its_database_and_is_ready_when_it_comes(news: Endpoint) -> None:
    async with api_behind_gate(news, is_open=False) as (client, gate):
        assert (await client.get("/healthz")).status_code == 200
        assert (await client.get("/readyz")).status_code == 503
        assert (await client.get("/v1/countries/NOR")).status_code == 503

        await gate.open()
        await until(client, "/readyz", 200)
        assert (await client.get("/v1/countries/NOR")).status_code == 200


async def test_while_a_real_database_stops_and_starts_no_answer_is_wrong_and_none_is_lost(
    neo4j_settings: DatabaseSettings, tmp_path: Path
) -> None:
    """Callers who ask all the time get the right answer, or learn when to come again."""
    own = on_a_port_of_its_own(neo4j_settings.model_copy(update={"home": tmp_path / "home"}))
    server = database(own)
    endpoint = await asyncio.to_thread(server.__enter__)
    fill(endpoint)
    try:
        # A new server takes seconds to plan a question; one that is broken off each time is never planned.
        # To stop and start takes longer, so that some callers learn of it.
        settings = AppSettings(answer_seconds=4.0)
        async with client_of(create_app(settings, settings_of(endpoint))) as client:
            for path in ASKED:
                await until(client, path, 200, 60)
            right = {path: (await client.get(path)).json() for path in ASKED}
            async with callers(client, right, each=2) as seen:
                await asyncio.to_thread(server.__exit__, None, None, None)
                await until(client, "/readyz", 503, 60)
                server = database(own)
                await asyncio.to_thread(server.__enter__)
                # The database is back: everyone has answers again.
                await until(client, "/readyz", 200, 60)
                await seen.all_well()
    finally:
        await asyncio.to_thread(server.__exit__, None, None, None)

    assert all(right.values())
    assert right["/v1/countries/NOR"]["id"] == "NOR"
    assert seen.wrong == []
    assert seen.refused


async def test_no_question_is_answered_from_a_part_of_the_graph(news: Endpoint) -> None:
    """While it is taken down, and while it is put up again, by whatever program; the audit can be asked."""
    app = create_app(AppSettings(), settings_of(news))
    with open_graph(news) as graph:
        async with client_of(app) as client:

            async def answer(path: str) -> int:
                await app.state.door.look_at_derivation()
                return (await client.get(f"/v1{path}")).status_code

            assert await answer(f"/persons/{LEA.id}/contacts") == 200
            graph.transaction(_begin_wipe)
            refused = await answer(f"/persons/{LEA.id}/contacts")
            _take_down(graph)

            assert (refused, await answer("/meetings"), await answer("/audit")) == (503, 503, 200)
            await asyncio.to_thread(rebuild, graph)
            assert await answer(f"/persons/{LEA.id}/contacts") == 200
