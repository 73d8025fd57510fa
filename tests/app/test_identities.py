"""Decisions about identities over REST, ids that were merged away, and the graph as it was."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import pytest_asyncio

from app.main import create_app
from app.settings import AppSettings
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.ledger import record_readings
from cypher.opening import bring_up_to_date
from tests.app.builders import (
    KWAME,
    LEA,
    LENA,
    RECORDED_AT,
    TOMAS,
    entity,
    meeting,
    reading,
    some_news,
)
from tests.app.conftest import client_of, settings_of
from tests.app.test_manners import check_problem

pytestmark = pytest.mark.asyncio(loop_scope="function")

AFTER_THE_NEWS = (RECORDED_AT + timedelta(seconds=1)).isoformat().replace("+00:00", "Z")


@pytest_asyncio.fixture
async def api_to_change(clean_database: Endpoint) -> AsyncIterator[httpx.AsyncClient]:
    """A client of an API over news that the test may decide about."""
    with open_graph(clean_database) as graph:
        bring_up_to_date(graph)
        record_readings(graph, some_news(), RECORDED_AT)
    async with client_of(create_app(AppSettings(), settings_of(clean_database))) as client:
        yield client


def merge() -> dict[str, str]:
    return {"kind": "merge", "entity": LEA.id, "other": LENA.id, "reason": "a misprint"}


async def test_a_merge_moves_the_old_id_and_undoing_it_brings_it_back(
    api_to_change: httpx.AsyncClient,
) -> None:
    before = (await api_to_change.get(f"/v1/persons/{LENA.id}")).json()

    made = await api_to_change.post("/v1/identities/decisions", json=merge())
    assert made.status_code == 201
    decision = made.json()
    assert (decision["kind"], decision["reason"], decision["revoked_at"]) == ("merge", "a misprint", None)
    assert (await api_to_change.post("/v1/identities/decisions", json=merge())).json() == decision

    moved = await api_to_change.get(f"/v1/persons/{LENA.id}/contacts?limit=7")
    assert moved.status_code == 308
    assert moved.headers["location"] == f"/v1/persons/{LEA.id}/contacts?limit=7"
    met = await api_to_change.get("/v1/met", params={"a": LENA.id, "b": TOMAS.id}, follow_redirects=True)
    assert met.json()["a"]["id"] == LEA.id
    person = (await api_to_change.get(f"/v1/persons/{LEA.id}")).json()
    assert LENA.name in person["aliases"]
    listed = (await api_to_change.get("/v1/identities/decisions", params={"entity": LENA.id})).json()
    assert [one["id"] for one in listed["items"]] == [decision["id"]]

    undone = await api_to_change.delete(f"/v1/identities/decisions/{decision['id']}?by=desk")
    assert undone.json()["revoked_by"] == "desk"
    assert (await api_to_change.get(f"/v1/persons/{LENA.id}")).json() == before
    assert (await api_to_change.get("/v1/identities/decisions")).json()["items"] == []
    every = (await api_to_change.get("/v1/identities/decisions?undone=true")).json()["items"]
    assert [one["revoked_at"] is not None for one in every] == [True]


async def test_a_contradiction_is_a_conflict_and_an_unknown_decision_is_not_known(
    api_to_change: httpx.AsyncClient,
) -> None:
    apart = {"kind": "keep_apart", "entity": LEA.id, "other": LENA.id}
    assert (await api_to_change.post("/v1/identities/decisions", json=apart)).status_code == 201

    check_problem(await api_to_change.post("/v1/identities/decisions", json=merge()), 409)
    check_problem(await api_to_change.delete("/v1/identities/decisions/d:none"), 404)
    check_problem(await api_to_change.get("/v1/identities/decisions/d:none"), 404)
    check_problem(await api_to_change.post("/v1/identities/decisions", json={"kind": "merge"}), 422)


async def test_a_read_can_be_asked_as_of_a_moment(api_to_change: httpx.AsyncClient) -> None:
    now = await api_to_change.get(f"/v1/persons/{LENA.id}")
    await api_to_change.post("/v1/identities/decisions", json=merge())
    await api_to_change.delete("/v1/articles/talks-1")

    then = await api_to_change.get(f"/v1/persons/{LENA.id}", params={"as_of": AFTER_THE_NEWS})
    assert then.json() == now.json()
    assert then.headers["as-of"] == "2024-08-01T12:30:01+00:00"
    article = await api_to_change.get("/v1/articles/talks-1", params={"as_of": AFTER_THE_NEWS})
    assert article.json()["state"] == "read"
    nothing = await api_to_change.get("/v1/persons", params={"as_of": "2020-01-01T00:00:00Z"})
    assert nothing.json()["items"] == []
    moved = await api_to_change.get(f"/v1/persons/{LENA.id}")
    assert moved.status_code == 308


async def test_a_moment_that_cannot_be_looked_back_at_is_refused(
    api_to_change: httpx.AsyncClient, clean_database: Endpoint
) -> None:
    to_come = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    check_problem(await api_to_change.get("/v1/persons", params={"as_of": to_come}), 422)
    check_problem(await api_to_change.get("/v1/persons", params={"as_of": "2024-01-01T00:00:00"}), 422)
    check_problem(
        await api_to_change.get("/v1/articles", params={"as_of": AFTER_THE_NEWS, "state": "waiting"}), 422
    )
    settings = settings_of(clean_database).model_copy(update={"as_of_changes": 3})
    async with client_of(create_app(AppSettings(), settings)) as careful:
        refused = await careful.get("/v1/persons", params={"as_of": "2020-01-01T00:00:00Z"})
    check_problem(refused, 422)
    assert refused.json()["type"] == "urn:demarche:problem:too-much-changed"


async def test_candidates_come_with_score_and_reason_until_it_is_decided(
    api_to_change: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = (await api_to_change.get("/v1/identities/candidates")).json()["items"]
    # A long page is looked up part by part.
    monkeypatch.setattr("app.routes.identities._TOGETHER", 1)
    assert (await api_to_change.get("/v1/identities/candidates")).json()["items"] == found
    pair = {"merge", LEA.id, LENA.id}
    (candidate,) = [
        one for one in found if one["other"] and {"merge", one["entity"]["id"], one["other"]["id"]} == pair
    ]
    assert 0.75 <= candidate["score"] < 1
    assert "both of NOR" in candidate["reason"]

    apart = {"kind": "keep_apart", "entity": LENA.id, "other": LEA.id}
    assert (await api_to_change.post("/v1/identities/decisions", json=apart)).status_code == 201
    about = (await api_to_change.get("/v1/identities/candidates", params={"person": LEA.id})).json()
    assert about == {"items": [], "next": None}


async def test_a_surname_alone_is_a_candidate_and_asked_for_by_it_all_bearers_are_named(
    clean_database: Endpoint,
) -> None:
    """An article that says "Asante" and no more leaves somebody of that name alone beside Kwame Asante."""
    alone = entity("person:xx:asante", "person", "Asante")
    brief = reading(
        "brief", "2024-06-20", [LEA, alone], meeting("Lea Brandt met Asante.", LEA, alone, on="2024-06-19")
    )
    with open_graph(clean_database) as graph:
        bring_up_to_date(graph)
        record_readings(graph, [*some_news(), brief], RECORDED_AT)

    async with client_of(create_app(AppSettings(), settings_of(clean_database))) as client:
        named = await client.get("/v1/persons/Asante")
        found = (await client.get("/v1/identities/candidates", params={"person": alone.id})).json()["items"]

    assert named.status_code == 409
    assert {one["id"] for one in named.json()["candidates"]} == {alone.id, KWAME.id}
    assert [(one["entity"]["id"], one["other"]["id"]) for one in found] == [(KWAME.id, alone.id)]
    assert found[0]["reason"].startswith("'Asante' is a surname of Kwame Asante; nobody else is known by it")
