"""Articles over REST: handed in, looked at, taken back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from urllib.parse import quote

import httpx
import pytest
import pytest_asyncio

from app.main import create_app
from app.settings import AppSettings
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.inbox import lease_articles, set_aside_article
from cypher.ledger import record_readings
from tests.app.builders import LEA, RECORDED_AT, TOMAS, meeting, reading, some_news
from tests.app.conftest import client_of, settings_of

TEXT = "The foreign ministers met in Oslo."


@pytest_asyncio.fixture
async def api_to_change(clean_database: Endpoint) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the API over `some_news`, for one test that changes the graph."""
    async with client_of(create_app(AppSettings(), settings_of(clean_database))) as client:
        with open_graph(clean_database) as graph:
            record_readings(graph, some_news(), RECORDED_AT)
        yield client


async def contacts(api: httpx.AsyncClient) -> list[tuple[str, int]]:
    items = (await api.get(f"/v1/persons/{LEA.id}/contacts")).json()["items"]
    return [(one["id"], one["independent_sources"]) for one in items]


async def test_an_article_is_stored_before_the_answer_and_waits(api_to_change: httpx.AsyncClient) -> None:
    posted = await api_to_change.post(
        "/v1/articles", json={"text": TEXT, "url": "https://news.example.org/1", "published": "2024-05-01"}
    )
    looked = await api_to_change.get(posted.headers["location"])

    assert posted.status_code == 202
    assert posted.json() == {"id": looked.json()["id"], "state": "waiting", "reason": None}
    assert (looked.json()["state"], looked.json()["text"]) == ("waiting", TEXT)
    assert (looked.json()["published"], looked.json()["claims"]) == ("2024-05-01", 0)


async def test_the_same_article_again_is_the_same_article(api_to_change: httpx.AsyncClient) -> None:
    first = await api_to_change.post("/v1/articles", json={"text": TEXT})
    second = await api_to_change.post("/v1/articles", json={"text": TEXT})

    assert first.json() == second.json()
    assert first.headers["location"] == second.headers["location"]
    waiting = (await api_to_change.get("/v1/articles?state=waiting")).json()["items"]
    assert len(waiting) == 1


async def test_an_article_more_than_may_wait_is_refused_until_some_were_read(
    clean_database: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.inbox_room.SECONDS_BETWEEN_LOOKS", 0.0)
    settings = AppSettings(inbox_limit=2)
    async with client_of(create_app(settings, settings_of(clean_database))) as api:
        first = [(await api.post("/v1/articles", json={"text": f"{TEXT} {n}"})).status_code for n in (1, 2)]
        refused = await api.post("/v1/articles", json={"text": TEXT})
        with open_graph(clean_database) as graph:
            lease_articles(graph, 1, datetime.now(UTC), 60)
        taken = await api.post("/v1/articles", json={"text": TEXT})

    assert (first, refused.status_code, taken.status_code) == ([202, 202], 503, 202)
    assert refused.json()["type"] == "urn:demarche:problem:inbox-full"
    assert int(refused.headers["retry-after"]) > 0


async def test_an_article_keeps_the_id_that_it_came_with(api_to_change: httpx.AsyncClient) -> None:
    for key in ["a/b", "2024/05/talks", "ä ö", "a?b#c", "100%", "claims", "..", "a:b"]:
        posted = await api_to_change.post("/v1/articles", json={"text": TEXT, "id": key})
        looked = await api_to_change.get(f"/v1/articles/{quote(key, safe='')}")

        assert posted.json()["id"] == key
        if key != "..":  # clients take two dots for the folder above
            assert posted.headers["location"] == f"/v1/articles/{quote(key, safe='')}"
            assert looked.json()["id"] == key


async def test_the_path_of_claims_takes_nothing_back(
    api_to_change: httpx.AsyncClient,
) -> None:
    assert (await api_to_change.delete("/v1/articles/talks-1/claims")).status_code == 405
    assert (await api_to_change.get("/v1/articles/talks-1")).json()["state"] == "read"


async def test_an_article_that_was_set_aside_says_why(
    api_to_change: httpx.AsyncClient, clean_database: Endpoint
) -> None:
    await api_to_change.post("/v1/articles", json={"text": TEXT, "id": "odd"})
    with open_graph(clean_database) as graph:
        (leased,) = lease_articles(graph, 1, datetime.now(UTC), 60)
        assert (await api_to_change.get("/v1/articles/odd")).json()["state"] == "reading"
        set_aside_article(graph, leased, "It is no news.")

    answer = (await api_to_change.get("/v1/articles/odd")).json()
    (listed,) = (await api_to_change.get("/v1/articles?state=set_aside")).json()["items"]

    assert (answer["state"], answer["reason"]) == ("set_aside", "It is no news.")
    assert (listed["id"], listed["reason"]) == ("odd", "It is no news.")


async def test_what_an_article_states_comes_in_the_order_of_its_text(
    api_to_change: httpx.AsyncClient,
) -> None:
    whole = (await api_to_change.get("/v1/articles/talks-1/claims")).json()
    first = (await api_to_change.get("/v1/articles/talks-1/claims?limit=3")).json()
    rest = (await api_to_change.get(f"/v1/articles/talks-1/claims?limit=3&cursor={first['next']}")).json()

    assert [one["kind"] for one in whole["items"]] == ["meeting", "partnership", "office", "membership"]
    assert first["items"] + rest["items"] == whole["items"]
    told = whole["items"][0]
    assert {(one["id"], one["role"]) for one in told["names"]} == {
        (LEA.id, "participant"),
        (TOMAS.id, "participant"),
        ("place:ury:montevideo", "place"),
    }
    assert (await api_to_change.get(f"/v1/meetings/{told['meeting']}")).status_code == 200


async def test_taking_an_article_back_leaves_what_others_confirm(api_to_change: httpx.AsyncClient) -> None:
    assert await contacts(api_to_change) == [(TOMAS.id, 2)]

    assert (await api_to_change.delete("/v1/articles/talks-1")).status_code == 204
    assert await contacts(api_to_change) == [(TOMAS.id, 1)]
    assert (await api_to_change.get("/v1/countries/URY/partners")).json()["items"] == []
    assert (await api_to_change.get("/v1/why?kind=partner_of&from=URY&to=NOR")).status_code == 404

    assert (await api_to_change.delete("/v1/articles/talks-2")).status_code == 204
    assert await contacts(api_to_change) == []


async def test_taking_back_twice_is_taking_back_once(api_to_change: httpx.AsyncClient) -> None:
    assert (await api_to_change.delete("/v1/articles/talks-1")).status_code == 204
    assert (await api_to_change.delete("/v1/articles/talks-1")).status_code == 204

    article = (await api_to_change.get("/v1/articles/talks-1")).json()
    assert (article["state"], article["claims"]) == ("retracted", 0)
    assert (await api_to_change.get("/v1/articles/talks-1/claims")).json()["items"] == []
    kept = (await api_to_change.get("/v1/articles/talks-1/claims?retracted=true")).json()["items"]
    assert len(kept) == 4
    assert all(one["retracted_at"] for one in kept)


async def test_what_never_came_in_cannot_be_taken_back(api_to_change: httpx.AsyncClient) -> None:
    assert (await api_to_change.delete("/v1/articles/unheard-of")).status_code == 404


async def test_an_article_that_waits_can_be_taken_back(api_to_change: httpx.AsyncClient) -> None:
    await api_to_change.post("/v1/articles", json={"text": TEXT, "id": "too-early"})

    assert (await api_to_change.delete("/v1/articles/too-early")).status_code == 204
    assert (await api_to_change.get("/v1/articles/too-early")).json()["state"] == "retracted"
    again = await api_to_change.post("/v1/articles", json={"text": TEXT, "id": "too-early"})
    assert again.json()["state"] == "waiting"


async def test_articles_are_listed_by_state(api_to_change: httpx.AsyncClient) -> None:
    await api_to_change.delete("/v1/articles/talks-1")

    listed = {
        state: [one["id"] for one in (await api_to_change.get(f"/v1/articles?state={state}")).json()["items"]]
        for state in ("read", "retracted", "nothing_found", "reading")
    }

    assert listed == {
        "read": ["call", "called-off", "talks-2", "visit"],
        "retracted": ["talks-1"],
        "nothing_found": [],
        "reading": [],
    }


async def test_pages_stay_right_while_articles_arrive(
    api_to_change: httpx.AsyncClient, clean_database: Endpoint
) -> None:
    """What was there at the start is seen just once, however much comes between two pages."""
    before = [one["id"] for one in (await api_to_change.get("/v1/meetings")).json()["items"]]
    first = (await api_to_change.get("/v1/meetings?limit=2")).json()
    with open_graph(clean_database) as graph:
        late = [
            reading(f"late-{day}", day, [LEA, TOMAS], meeting("They met again.", LEA, TOMAS, on=day))
            for day in ("2025-01-01", "2024-07-20", "2023-01-01")
        ]
        record_readings(graph, late, RECORDED_AT)
    seen, cursor = [one["id"] for one in first["items"]], first["next"]
    while cursor:
        page = (await api_to_change.get(f"/v1/meetings?limit=2&cursor={cursor}")).json()
        seen += [one["id"] for one in page["items"]]
        cursor = page["next"]

    assert len(seen) == len(set(seen))
    assert [one for one in seen if one in before] == before


async def test_a_field_that_cannot_be_is_named(api_to_change: httpx.AsyncClient) -> None:
    wrong: list[dict[str, object]] = [
        {"published": "tomorrow"},
        {"published": 1714608000},
        {"published": "2024-02-30"},
        {"language": "English"},
        {"id": ""},
        {"id": "a\u0000b"},
        {"id": "x" * 201},
        {"id": "a/claims"},
        {"title": 7},
        {"body": "a field that is not there"},
        {"text": None},
    ]
    for fields in wrong:
        answer = await api_to_change.post("/v1/articles", json={"text": TEXT, **fields})

        assert answer.status_code == 422, fields
        assert answer.json()["errors"][0]["where"].startswith(f"body.{next(iter(fields))}")


async def test_any_text_is_taken_in(api_to_change: httpx.AsyncClient) -> None:
    """Whether it is an article is for the reading to say."""
    for number, text in enumerate(["\u0000", "a\u0000b", "\u202e", "😀" * 1000, " "]):
        posted = await api_to_change.post("/v1/articles", json={"text": text, "id": f"odd-{number}"})

        assert posted.status_code == 202, text
        assert (await api_to_change.get(f"/v1/articles/odd-{number}")).json()["text"] == text
