"""Who may come in, to do what, and how often."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from app.keys import KeyRing, new_key
from app.main import create_app
from app.settings import AppSettings
from cypher.audit import AuditEntry
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.keys import API_KEYS, create_api_key, revoke_api_key
from cypher.schema import apply_schema
from tests.app.conftest import settings_of
from tests.app.test_manners import check_problem
from tests.command_line import CommandLine

TEXT = "The foreign ministers met in Oslo."
ELSEWHERE = "192.0.2.7"
OPEN_TO_ALL = AppSettings(host="0.0.0.0", allow_remote=True)


def made_key(endpoint: Endpoint, *scopes: str, expires_at: datetime | None = None) -> tuple[str, str]:
    """The id and the token of a new key."""
    key = new_key()
    audit = AuditEntry(datetime.now(UTC), "command", "key.created", key.id)
    with open_graph(endpoint) as graph:
        apply_schema(graph)
        create_api_key(graph, key.id, f"a key to {scopes}", scopes, key.digest, expires_at, audit)
    return key.id, key.token


def revoke(endpoint: Endpoint, key: str) -> None:
    with open_graph(endpoint) as graph:
        assert revoke_api_key(graph, key, AuditEntry(datetime.now(UTC), "command", "key.revoked", key))


@asynccontextmanager
async def client_from(
    address: str, endpoint: Endpoint, settings: AppSettings
) -> AsyncIterator[httpx.AsyncClient]:
    """A client at an address of its own."""
    app = create_app(settings, settings_of(endpoint))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, client=(address, 4711))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            yield client


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def test_from_elsewhere_nothing_is_had_without_a_key(clean_database: Endpoint) -> None:
    _, reading = made_key(clean_database, "read")
    _, writing = made_key(clean_database, "read", "write")

    async with client_from(ELSEWHERE, clean_database, OPEN_TO_ALL) as client:
        refused = await client.get("/v1/persons")
        check_problem(refused, 401)
        assert refused.headers["www-authenticate"] == 'Bearer realm="demarche"'
        check_problem(await client.post("/v1/articles", json={"text": TEXT}), 401)
        check_problem(await client.get("/metrics"), 401)
        assert (await client.get("/healthz")).status_code == 200
        assert (await client.get("/readyz")).status_code == 200
        assert (await client.get("/openapi.json")).status_code == 200

        assert (await client.get("/v1/persons", headers=bearer(reading))).status_code == 200
        check_problem(await client.post("/v1/articles", json={"text": TEXT}, headers=bearer(reading)), 403)
        check_problem(await client.get("/v1/audit", headers=bearer(reading)), 403)
        posted = await client.post("/v1/articles", json={"text": TEXT}, headers=bearer(writing))
        assert posted.status_code == 202


@pytest.mark.parametrize(
    ("settings", "address", "reads", "writes"),
    [
        (AppSettings(), "127.0.0.1", 200, 202),
        (AppSettings(), ELSEWHERE, 401, 401),  # a proxy on this machine has passed it on
        (AppSettings(keys="writes"), "127.0.0.1", 200, 401),
        (AppSettings(keys="all"), "127.0.0.1", 401, 401),
        (OPEN_TO_ALL.model_copy(update={"keys": "writes"}), ELSEWHERE, 200, 401),
        (OPEN_TO_ALL, "127.0.0.1", 401, 401),
    ],
)
async def test_writing_without_a_key_is_for_this_machine_alone(
    clean_database: Endpoint, settings: AppSettings, address: str, reads: int, writes: int
) -> None:
    async with client_from(address, clean_database, settings) as client:
        assert (await client.get("/v1/persons")).status_code == reads
        assert (await client.post("/v1/articles", json={"text": TEXT})).status_code == writes


async def test_a_key_that_opens_nothing_is_refused_also_where_none_is_needed(
    clean_database: Endpoint,
) -> None:
    key, token = made_key(clean_database, "read")
    _, ended = made_key(clean_database, "read", expires_at=datetime.now(UTC) - timedelta(seconds=1))
    wrong_secret = token[:-4] + ("AAAA" if not token.endswith("AAAA") else "BBBB")
    revoked_key, revoked = made_key(clean_database, "read")
    revoke(clean_database, revoked_key)

    async with client_from("127.0.0.1", clean_database, AppSettings()) as client:
        assert (await client.get("/v1/persons", headers=bearer(token))).status_code == 200
        for other in (
            ended,
            wrong_secret,
            revoked,
            new_key().token,
            "demarche_x",
            "",
        ):
            answer = await client.get("/v1/persons", headers=bearer(other))
            check_problem(answer, 401)
            assert 'error="invalid_token"' in answer.headers["www-authenticate"]
            assert key not in answer.text
        check_problem(await client.get("/v1/persons", headers={"Authorization": "Basic eDp5"}), 401)


async def test_the_database_never_holds_a_secret(clean_database: Endpoint) -> None:
    _, token = made_key(clean_database, "read")

    with open_graph(clean_database) as graph:
        (stored,) = graph.fetch(API_KEYS)

    assert token.rpartition("_")[2] not in str(stored)
    assert token not in str(stored)


async def test_a_key_that_is_taken_back_opens_nothing_after_some_seconds(clean_database: Endpoint) -> None:
    """And the database is not asked at each request."""
    key, token = made_key(clean_database, "read")
    now, asked = 0.0, 0
    with open_graph(clean_database) as graph:

        async def read_keys():  # type: ignore[no-untyped-def]
            nonlocal asked
            asked += 1
            return graph.fetch(API_KEYS)

        ring = KeyRing(read_keys, clock=lambda: now)
        for _ in range(3):
            assert (await ring.holder(token)).id == key
        assert asked == 1
        revoke(clean_database, key)
        now += 6.0
        with pytest.raises(Exception, match="opens nothing"):
            await ring.holder(token)
        assert asked == 2


async def test_who_comes_too_often_is_told_when_to_come_again(clean_database: Endpoint) -> None:
    _, token = made_key(clean_database, "read")
    settings = OPEN_TO_ALL.model_copy(update={"rate_limit": "3/hour", "keys": "writes"})

    async with client_from(ELSEWHERE, clean_database, settings) as client:
        answers = [await client.get("/v1/persons") for _ in range(4)]
        assert [one.status_code for one in answers] == [200, 200, 200, 429]
        check_problem(answers[3], 429)
        assert 0 < int(answers[3].headers["retry-after"]) <= 3_600
        assert answers[0].headers["ratelimit-policy"] == '"default";q=3;w=3600'
        assert answers[0].headers["ratelimit"].startswith('"default";r=2;t=')
        assert answers[3].headers["ratelimit"].startswith('"default";r=0;t=')
        # A key is counted for itself, wherever it comes from; health is not counted.
        assert (await client.get("/v1/persons", headers=bearer(token))).status_code == 200
        assert (await client.get("/healthz")).status_code == 200


async def test_refused_keys_are_counted_for_their_address(clean_database: Endpoint) -> None:
    settings = OPEN_TO_ALL.model_copy(update={"rate_limit": "2/hour"})

    async with client_from(ELSEWHERE, clean_database, settings) as client:
        statuses = [
            (await client.get("/v1/persons", headers=bearer(new_key().token))).status_code for _ in range(3)
        ]

    assert statuses == [401, 401, 429]


async def test_who_changed_what_can_be_read(clean_database: Endpoint) -> None:
    key, token = made_key(clean_database, "read", "write")

    async with client_from(ELSEWHERE, clean_database, OPEN_TO_ALL) as client:
        client.headers.update(bearer(token))
        article = (await client.post("/v1/articles", json={"text": TEXT})).json()["id"]
        await client.delete(f"/v1/articles/{article}", headers={"X-Request-ID": "taken-back-1"})
        found = (await client.get("/v1/audit")).json()["items"]
        first = (await client.get("/v1/audit?limit=1")).json()
        second = (await client.get(f"/v1/audit?limit=2&cursor={first['next']}")).json()
        of_command = (await client.get("/v1/audit?actor=command")).json()["items"]

    assert [(one["action"], one["target"], one["actor"]) for one in found] == [
        ("article.retracted", article, key),
        ("article.received", article, key),
        ("key.created", key, "command"),
    ]
    assert (found[0]["request_id"], found[0]["address"]) == ("taken-back-1", ELSEWHERE)
    assert first["items"] + second["items"] == found
    assert [one["action"] for one in of_command] == ["key.created"]


async def test_pages_of_other_origins_may_only_ask_where_the_settings_say_so(
    clean_database: Endpoint,
) -> None:
    ours, foreign = "https://news.example.org", "https://evil.example.org"
    settings = AppSettings(cors_origins=f"{ours}, https://other.example.org/", keys="all")

    async with client_from("127.0.0.1", clean_database, settings) as client:
        asking = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"}
        allowed = await client.options("/v1/persons", headers={"Origin": ours, **asking})
        refused = await client.options("/v1/persons", headers={"Origin": foreign, **asking})
        without_key = await client.get("/v1/persons", headers={"Origin": ours})

    assert allowed.headers["access-control-allow-origin"] == ours
    assert "access-control-allow-origin" not in refused.headers
    check_problem(without_key, 401)
    assert without_key.headers["access-control-allow-origin"] == ours
    assert "Retry-After" in without_key.headers["access-control-expose-headers"]


def test_keys_are_made_listed_and_taken_back_by_command(clean_database: Endpoint, tmp_path: Path) -> None:
    demarche = CommandLine.on(clean_database, tmp_path / "home")

    made = demarche.run("keys", "create", "dashboard", "--scope", "read", "--days", "30")
    token = made.output.strip()
    key = token.split("_")[1]
    (listed,) = demarche.run("keys", "list", "--json").json
    assert (listed["id"], listed["name"], listed["scopes"]) == (key, "dashboard", ["read"])
    assert listed["state"] == "live"
    assert token not in made.errors

    assert demarche.run("keys", "revoke", key).code == 0
    assert demarche.run("keys", "revoke", key).code == 1
    assert "revoked" in demarche.run("keys", "list").output
