"""Feeds of meetings, as a reader of news takes them."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from datetime import timedelta

import httpx
import pytest

from app.main import create_app
from app.routes import feeds
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.ledger import record_readings
from cypher.opening import bring_up_to_date
from tests.app.builders import KWAME, RECORDED_AT, TOMAS, URUGUAY, office, reading, some_news
from tests.app.conftest import PATIENT, client_of, settings_of
from tests.app.test_manners import check_problem

pytestmark = pytest.mark.asyncio(loop_scope="module")

ATOM = "{http://www.w3.org/2005/Atom}"


async def entries(api: httpx.AsyncClient, query: str = "") -> list[dict[str, str | None]]:
    answer = await api.get(f"/v1/feeds/meetings.atom{query}")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.content)
    assert root.findtext(f"{ATOM}updated")
    return [
        {tag: entry.findtext(f"{ATOM}{tag}") for tag in ("id", "title", "updated", "published", "summary")}
        for entry in root.findall(f"{ATOM}entry")
    ]


async def test_a_feed_tells_each_meeting_in_a_line_with_its_sentence(api: httpx.AsyncClient) -> None:
    found = {entry["title"]: entry for entry in await entries(api)}

    (met,) = (
        one for title, one in found.items() if title and title.endswith("met in Montevideo, 2024-05-02")
    )
    assert set(str(met["title"]).partition(" met")[0].split(", ")) == {"Lea Brandt", "Tomás Ibarra"}
    assert met["summary"] == "Lea Brandt met Tomás Ibarra in Montevideo on Thursday."
    assert met["updated"] == "2024-08-01T12:30:00Z"
    assert len({entry["id"] for entry in found.values()}) == len(found) == 5
    assert any("plan to meet in Accra, 2024-10-01" in title for title in found if title)
    assert any("met by phone" in title for title in found if title)


async def test_a_feed_can_be_of_somebody_or_somewhere(api: httpx.AsyncClient) -> None:
    assert len(await entries(api, f"?person={KWAME.id}")) == 3
    assert len(await entries(api, f"?person={TOMAS.id}&status=held&place=Accra")) == 1
    assert len(await entries(api, "?country=ROU")) == 1
    assert len(await entries(api, "?limit=2")) == 2
    assert await entries(api, "?country=ATA") == []
    check_problem(await api.get("/v1/feeds/meetings.atom?person=Brandt"), 409)


async def test_who_has_the_feed_already_gets_304(api: httpx.AsyncClient) -> None:
    first = await api.get("/v1/feeds/meetings.atom")
    again = await api.get("/v1/feeds/meetings.atom", headers={"If-None-Match": first.headers["etag"]})

    assert again.status_code == 304


async def test_a_feed_looks_further_back_where_little_matches(
    api: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = await entries(api)

    monkeypatch.setattr(feeds, "CLAIMS", (1, 2))
    assert len(await entries(api)) < len(everything)
    monkeypatch.setattr(feeds, "CLAIMS", (1, 10_000))
    assert await entries(api) == everything


async def test_what_else_was_recorded_since_hides_no_meeting(
    clean_database: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_graph(clean_database) as graph:
        bring_up_to_date(graph)
        record_readings(graph, some_news(), RECORDED_AT)
        titles = [office(f"Ibarra is minister {n}.", TOMAS, f"Minister {n}", URUGUAY) for n in range(3)]
        later = reading("titles", "2024-08-02", [TOMAS, URUGUAY], *titles)
        record_readings(graph, [later], RECORDED_AT + timedelta(hours=1))
    monkeypatch.setattr(feeds, "CLAIMS", (1,))

    async with client_of(create_app(PATIENT, settings_of(clean_database))) as api:
        assert len(await entries(api)) == 1
