"""Others are told of new meetings: signed, at least once, and never inside of our own network."""

from __future__ import annotations

import hmac
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI

from app.main import create_app
from app.settings import AppSettings
from app.webhooks.sending import Sent, send
from app.webhooks.signing import signature
from app.webhooks.telling import PAUSES, outcome, tell_once
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.ledger import record_readings
from cypher.schema import apply_schema
from cypher.webhooks import DueDelivery
from tests.app.builders import KWAME, LEA, MIRELA, TOMAS, meeting, reading
from tests.app.conftest import client_of, settings_of
from tests.app.test_manners import check_problem
from tests.command_line import CommandLine

# The server looks by itself only once a day here: the tests say when.
SETTINGS = AppSettings(webhooks_private=True, webhook_seconds=86_400)


class Receiver:
    """A server that takes messages and answers as it is told."""

    def __init__(self) -> None:
        self.messages: list[tuple[dict[str, str], bytes]] = []
        self.status = 200
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                outer.messages.append(({k.lower(): v for k, v in self.headers.items()}, body))
                self.send_response(outer.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    Thread(target=receiver.server.serve_forever, daemon=True).start()
    yield receiver
    receiver.server.shutdown()
    receiver.server.server_close()


@pytest.fixture
def app(clean_database: Endpoint) -> FastAPI:
    with open_graph(clean_database) as graph:
        apply_schema(graph)
    return create_app(SETTINGS, settings_of(clean_database))


@pytest_asyncio.fixture
async def api(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(app) as client:
        yield client


def record(endpoint: Endpoint, key: str, *claims: Any) -> None:
    with open_graph(endpoint) as graph:
        people = [LEA, TOMAS, KWAME, MIRELA]
        record_readings(graph, [reading(key, "2024-05-03", people, *claims)], datetime.now(UTC))


def met(one: Any, other: Any, day: str = "2024-05-02", status: str = "held") -> Any:
    return meeting(f"{one.name} met {other.name}.", one, other, on=day, status=status)


async def tell(app: FastAPI) -> int:
    return await tell_once(app.state.door, SETTINGS)


async def test_a_webhook_is_told_once_of_each_new_meeting_that_matches(
    app: FastAPI, api: httpx.AsyncClient, clean_database: Endpoint, receiver: Receiver
) -> None:
    record(clean_database, "before", met(LEA, KWAME))
    made = (await api.post("/v1/webhooks", json={"url": receiver.url, "person": LEA.id})).json()
    record(clean_database, "one", met(LEA, TOMAS), met(KWAME, MIRELA))
    record(clean_database, "two", met(LEA, MIRELA, "2024-05-09"))

    assert [await tell(app), await tell(app)] == [2, 0]
    # A second report of a meeting that is known is no new meeting.
    record(clean_database, "three", met(LEA, TOMAS))
    assert await tell(app) == 0

    told = [json.loads(body) for _, body in receiver.messages]
    assert {one["type"] for one in told} == {"meeting.new"}
    others = [{who["id"] for who in one["data"]["participants"]} - {LEA.id} for one in told]
    assert sorted(others, key=str) == sorted([{TOMAS.id}, {MIRELA.id}], key=str)
    headers, body = receiver.messages[0]
    expected = signature(made["secret"], headers["webhook-id"], headers["webhook-timestamp"], body)
    assert hmac.compare_digest(headers["webhook-signature"], f"v1,{expected}")
    deliveries = (await api.get(f"/v1/webhooks/{made['id']}/deliveries")).json()["items"]
    assert {(one["state"], one["attempts"], one["last_result"]) for one in deliveries} == {
        ("delivered", 1, "answered 200")
    }
    assert made["secret"] not in (await api.get("/v1/webhooks")).text


async def test_a_change_is_told_to_those_who_ask_for_changes(
    app: FastAPI, api: httpx.AsyncClient, clean_database: Endpoint, receiver: Receiver
) -> None:
    record(clean_database, "plan", met(LEA, TOMAS, status="planned"))
    wanted = {"url": receiver.url, "events": ["meeting.changed"], "statuses": ["held"]}
    await api.post("/v1/webhooks", json=wanted)
    record(clean_database, "held", met(LEA, TOMAS))

    assert await tell(app) == 1
    told = json.loads(receiver.messages[0][1])
    assert (told["type"], told["data"]["status"]) == ("meeting.changed", "held")


async def test_what_does_not_get_through_waits_and_keeps_its_id(
    app: FastAPI, api: httpx.AsyncClient, clean_database: Endpoint, receiver: Receiver
) -> None:
    made = (await api.post("/v1/webhooks", json={"url": receiver.url})).json()
    record(clean_database, "one", met(LEA, TOMAS))
    receiver.status = 500

    assert [await tell(app), await tell(app)] == [1, 0]  # the second try has to wait
    (waiting,) = (await api.get(f"/v1/webhooks/{made['id']}/deliveries")).json()["items"]
    assert (waiting["state"], waiting["last_result"]) == ("waiting", "answered 500")

    receiver.status = 410  # no more of it
    await api.post(f"/v1/webhooks/{made['id']}/revive")
    assert await tell(app) == 1
    dead = (await api.get(f"/v1/webhooks/{made['id']}")).json()
    assert (dead["state"], dead["reason"]) == ("dead", "answered 410")
    record(clean_database, "two", met(KWAME, TOMAS))
    assert await tell(app) == 0

    receiver.status = 204
    assert (await api.post(f"/v1/webhooks/{made['id']}/revive")).json()["state"] == "live"
    assert await tell(app) == 2  # nothing was lost meanwhile
    ids = [headers["webhook-id"] for headers, _ in receiver.messages]
    assert len(ids) == 4
    assert len(set(ids)) == 2


async def test_a_try_is_repeated_with_longer_and_longer_pauses_until_it_is_dead() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    failed = Sent(False, False, "answered 500")

    def after(attempts: int) -> Any:
        delivery = DueDelivery(
            "msg_1", "meeting.new", "m:1", now, attempts, "wh_1", "https://x.example", "whsec_"
        )
        return outcome(delivery, failed, now, PAUSES)

    tries = [after(number) for number in range(1, len(PAUSES) + 2)]
    assert [one.due_at - now for one in tries[:-1]] == list(PAUSES) == sorted(PAUSES)
    assert (tries[-1].state, tries[-1].due_at) == ("dead", None)
    assert timedelta(days=3) < sum(PAUSES, timedelta()) < timedelta(days=4)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/x",
        "http://localhost/x",
        "http://169.254.169.254/latest",
        "http://[::1]/x",
        "ftp://example.org/x",
        "https://user:pass@example.org/x",
        "https://",
        "nonsense",
    ],
)
async def test_addresses_inside_of_our_network_are_refused(news: Endpoint, url: str) -> None:
    async with client_of(create_app(AppSettings(), settings_of(news))) as client:
        check_problem(await client.post("/v1/webhooks", json={"url": url}), 422)


async def test_a_name_that_leads_inside_is_refused_when_it_is_used(receiver: Receiver) -> None:
    """What a name means is known only then, and may have changed since."""
    url = receiver.url.replace("127.0.0.1", "localhost")

    sent = await send(url, {}, b"{}", allow_private=False)

    assert sent == Sent(False, False, "the host is not on the public internet")
    assert receiver.messages == []


async def test_a_webhook_that_is_forgotten_is_told_nothing(
    app: FastAPI, api: httpx.AsyncClient, clean_database: Endpoint, receiver: Receiver
) -> None:
    made = (await api.post("/v1/webhooks", json={"url": receiver.url})).json()
    record(clean_database, "one", met(LEA, TOMAS))

    assert (await api.delete(f"/v1/webhooks/{made['id']}")).status_code == 204
    check_problem(await api.delete(f"/v1/webhooks/{made['id']}"), 404)
    assert await tell(app) == 0
    actions = [one["action"] for one in (await api.get("/v1/audit")).json()["items"]]
    assert actions == ["webhook.deleted", "webhook.created"]


def test_webhooks_are_made_listed_revived_and_forgotten_by_command(
    clean_database: Endpoint, tmp_path: Path
) -> None:
    demarche = CommandLine.on(clean_database, tmp_path / "home")

    made = demarche.run(
        "webhooks", "create", "https://example.org/hook", "--country", "NOR", "--status", "held"
    )
    (listed,) = demarche.run("webhooks", "list", "--json").json
    assert made.output.startswith("whsec_")
    assert made.output.strip() not in made.errors
    assert listed["id"] in made.errors
    assert (listed["url"], listed["events"], listed["country"], listed["statuses"], listed["state"]) == (
        "https://example.org/hook",
        ["meeting.new"],
        "NOR",
        ["held"],
        "live",
    )
    assert demarche.run("webhooks", "create", "https://example.org", "--status", "dreamt").code == 2
    assert demarche.run("webhooks", "create", "http://127.0.0.1/hook").code == 2

    assert demarche.run("webhooks", "revive", listed["id"]).code == 0
    assert demarche.run("webhooks", "delete", listed["id"]).code == 0
    assert demarche.run("webhooks", "delete", listed["id"]).code == 1
    assert demarche.run("webhooks", "list", "--json").json == []
