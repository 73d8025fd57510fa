"""Who met both, who connects, what is to come, who is new, who hosts, how much, how often, what changed."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio

from app.main import create_app
from app.settings import AppSettings
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.ledger import record_readings, retract_article
from cypher.opening import bring_up_to_date
from tests.app.builders import (
    ACCRA,
    KWAME,
    LABOUR,
    LEA,
    MIRELA,
    PARTY,
    RECORDED_AT,
    TOMAS,
    UNION,
    more_news,
)
from tests.app.conftest import client_of, settings_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def api(clean_database_for_module: Endpoint) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the API over `more_news`."""
    with open_graph(clean_database_for_module) as graph:
        bring_up_to_date(graph)
        record_readings(graph, more_news(), RECORDED_AT)
    async with client_of(create_app(AppSettings(), settings_of(clean_database_for_module))) as client:
        yield client


async def ask(api: httpx.AsyncClient, path: str, **params: Any) -> Any:
    answer = await api.get(f"/v1{path}", params={name.rstrip("_"): value for name, value in params.items()})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def ids(api: httpx.AsyncClient, path: str, **params: Any) -> list[str]:
    return [one["id"] for one in (await ask(api, path, **params))["items"]]


async def days(api: httpx.AsyncClient, path: str, **params: Any) -> list[str | None]:
    return [one["latest"] for one in (await ask(api, path, **params))["items"]]


async def test_who_met_both(api: httpx.AsyncClient) -> None:
    (found,) = (await ask(api, "/common", a=LEA.name, b=KWAME.id))["items"]

    assert found["id"] == TOMAS.id
    assert (found["with_a"]["last"], found["with_b"]["last"]) == ("2024-05-02", "2024-07-18")
    assert await ids(api, "/common", a=LEA.id, b=KWAME.id, country="NOR") == []


async def test_who_connects_two_countries_is_of_neither(api: httpx.AsyncClient) -> None:
    (found,) = (await ask(api, "/brokers", a="Norway", b="Ghana"))["items"]

    assert (found["id"], found["countries"]) == (TOMAS.id, ["URY"])
    assert (found["contacts_a"], found["contacts_b"]) == (1, 1)
    assert await ids(api, "/brokers", a="URY", b="GHA") == []


async def test_what_is_to_come_begins_with_the_nearest(api: httpx.AsyncClient) -> None:
    assert await days(api, "/upcoming", since="2024-01-01") == ["2024-10-01"]
    assert await days(api, "/upcoming", since="2024-10-02") == []
    assert await days(api, "/upcoming", since="2024-01-01", person=TOMAS.id) == []
    assert await days(api, "/upcoming") == []


async def test_a_meeting_of_no_day_comes_last_in_every_list(api: httpx.AsyncClient) -> None:
    assert (await days(api, "/meetings"))[-1] is None
    assert (await days(api, f"/persons/{MIRELA.id}/timeline"))[-1] is None
    assert (await days(api, "/countries/NOR/meetings"))[-1] is None
    assert None not in await days(api, "/meetings", since="2000-01-01")


async def test_a_meeting_of_no_day_can_be_paged_to(api: httpx.AsyncClient) -> None:
    whole = await ids(api, "/meetings")
    found, cursor = [], None
    while True:
        page = await ask(api, "/meetings", limit=3, **({"cursor": cursor} if cursor else {}))
        found += [one["id"] for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break

    assert found == whole


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"new_since": "2024-08-01"}, {MIRELA.id}),
        ({"new_until": "2024-05-02"}, {LEA.id}),
        ({"quiet_since": "2024-08-01"}, {LEA.id, KWAME.id}),
        ({"party": LABOUR.name}, {KWAME.id}),
        ({"place": "Accra"}, {MIRELA.id, KWAME.id}),
        ({"host": "Uruguay"}, {LEA.id}),
        ({"topic": "trade"}, {MIRELA.id}),
        ({"format": "phone"}, {KWAME.id}),
        ({"since": "2024-07-01", "country": "GHA"}, {KWAME.id}),
        ({"since": "2024-01-01", "least_sources": 2}, {LEA.id}),
    ],
)
async def test_contacts_can_be_narrowed_in_every_way(
    api: httpx.AsyncClient, filters: dict[str, str], found: set[str]
) -> None:
    assert set(await ids(api, f"/persons/{TOMAS.id}/contacts", **filters)) == found


async def test_contacts_by_status_are_those_whom_one_is_to_meet(api: httpx.AsyncClient) -> None:
    (found,) = (await ask(api, f"/persons/{LEA.id}/contacts", status="planned"))["items"]

    assert (found["id"], found["meetings"], found["last"]) == (KWAME.id, 1, "2024-10-01")
    assert found["last_meeting"]["evidence"][0]["sentence"] == (
        "Brandt is to meet Asante in Accra on 1 October."
    )


async def test_contacts_in_a_period_count_its_meetings_alone(api: httpx.AsyncClient) -> None:
    """And come page by page, as the others do."""
    path = f"/persons/{TOMAS.id}/contacts"
    first = await ask(api, path, since="2024-07-01", limit=1)
    second = await ask(api, path, since="2024-07-01", limit=1, cursor=first["next"])

    assert [(one["id"], one["meetings"]) for one in first["items"] + second["items"]] == [
        (MIRELA.id, 1),
        (KWAME.id, 1),
    ]
    assert second["next"] is None


async def test_new_contacts_are_a_matter_of_all_meetings(api: httpx.AsyncClient) -> None:
    answer = await api.get(f"/v1/persons/{TOMAS.id}/contacts?new_since=2024-01-01&place=Accra")

    assert (answer.status_code, answer.json()["errors"][0]["where"]) == (422, "query.new_since")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"topic": "fisheries"}, ["2024-08-02"]),
        ({"host": "Ghana", "status": "held"}, ["2024-08-02", "2024-08-02", "2024-07-18"]),
        ({"organization": "Coastal Union"}, ["2024-08-02"]),
        ({"party": "Labour Front", "status": "held", "format": "in_person"}, ["2024-07-18"]),
        ({"country": "URY", "with_country": "Ghana", "format": "in_person"}, ["2024-07-18"]),
        ({"least_sources": 2}, ["2024-05-02"]),
    ],
)
async def test_meetings_can_be_narrowed_in_every_way(
    api: httpx.AsyncClient, filters: dict[str, str], found: list[str]
) -> None:
    assert await days(api, "/meetings", **filters) == found


@pytest.mark.parametrize("filters", ["with_country=GHA", "country=GHA&with_country=Ghana"])
async def test_a_pair_needs_two_countries(api: httpx.AsyncClient, filters: str) -> None:
    assert (await api.get(f"/v1/meetings?{filters}")).status_code == 422


async def test_a_city_has_its_meetings_and_a_summit_what_was_held_beside_it(api: httpx.AsyncClient) -> None:
    place = await ask(api, "/places/Accra")
    there = await ask(api, "/places/Accra/meetings", status="held")
    (with_union,) = await ids(api, "/meetings", organization=UNION.id)
    summit = await ids(api, f"/meetings/{with_union}/summit")

    assert (place["id"], place["country"], place["meetings"]) == (ACCRA.id, "GHA", 4)
    assert there["place"] == {"id": ACCRA.id, "name": "Accra"}
    assert [one["latest"] for one in there["items"]] == ["2024-08-02", "2024-08-02", "2024-07-18"]
    assert set(summit) == {one["id"] for one in there["items"][:2]}


async def test_host_and_guest_of_two_countries(api: httpx.AsyncClient) -> None:
    balance = await ask(api, "/countries/URY/balance", with_="Ghana")
    contacts = (await ask(api, "/countries/URY/contacts"))["items"]

    assert (balance["meetings"], balance["hosted"], balance["visited"], balance["balance"]) == (1, 0, 1, -1)
    assert [(one["id"], one["meetings"], one["hosted"], one["elsewhere"]) for one in contacts] == [
        ("GHA", 1, 0, 0),
        ("NOR", 1, 1, 0),
        ("ROU", 1, 0, 1),
    ]
    assert await ids(api, "/countries/URY/contacts", new_since="2024-08-01") == ["ROU"]
    assert await ids(api, "/countries/URY/contacts", quiet_since="2024-06-01") == ["NOR"]


async def test_party_to_party(api: httpx.AsyncClient) -> None:
    answer = await ask(api, f"/parties/{PARTY.id}/contacts")

    assert [(one["id"], one["contacts"], one["last"]) for one in answer["items"]] == [
        (LABOUR.id, 1, "2024-07-18")
    ]


async def test_the_shortest_ways_and_longer_ones_if_asked_for(api: httpx.AsyncClient) -> None:
    shortest = (await ask(api, "/paths", from_=LEA.id, to=KWAME.id))["paths"]
    ways = (await ask(api, "/paths", from_=LEA.id, to=KWAME.id, only_shortest="false"))["paths"]

    assert [way["length"] for way in ways] == [2, 3]
    assert shortest == ways[:1]


@pytest.mark.parametrize(("path", "depth"), [("/paths?from=Q1&to=Q2", 7), ("/graph?around=URY", 4)])
async def test_a_depth_beyond_the_limit_has_an_error_of_its_own(
    api: httpx.AsyncClient, path: str, depth: int
) -> None:
    answer = await api.get(f"/v1{path}&depth={depth}")

    assert (answer.status_code, answer.json()["type"]) == (422, "urn:demarche:problem:depth-too-large")


async def test_the_network_of_countries(api: httpx.AsyncClient) -> None:
    answer = await ask(api, "/graph/countries")

    links = {(one["source"], one["target"], one["kind"]): one["weight"] for one in answer["links"]}
    assert [one["id"] for one in answer["nodes"]] == ["GHA", "NOR", "ROU", "URY"]
    assert links["NOR", "URY", "partner_of"] == 1
    assert links["GHA", "URY", "met"] == 2


@pytest.mark.parametrize(
    ("filters", "series"),
    [
        ({"unit": "week", "since": "2024-07-01"}, [("2024-W29", 1), ("2024-W31", 2)]),
        ({"unit": "year", "country": "Uruguay"}, [("2024", 4)]),
        ({"unit": "year", "country": "URY", "with_country": "GHA", "format": "in_person"}, [("2024", 1)]),
        ({"unit": "month", "party": LABOUR.id}, [("2024-06", 1), ("2024-07", 1)]),
        ({"unit": "month", "person": "Popa"}, [("2024-08", 1)]),
        ({"unit": "month", "topic": "fisheries"}, [("2024-08", 1)]),
    ],
)
async def test_series_by_country_pair_party_person_and_topic(
    api: httpx.AsyncClient, filters: dict[str, str], series: list[tuple[str, int]]
) -> None:
    items = (await ask(api, "/stats/meetings", **filters))["items"]

    assert [(one["period"], one["meetings"]) for one in items] == series


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("country", [("URY", 4), ("GHA", 2)]),
        ("pair", [("GHA|URY", 2), ("NOR|URY", 1)]),
        ("topic", [("fisheries", 1), ("trade", 1)]),
        ("party", [(PARTY.id, 4), (LABOUR.id, 2)]),
        ("status", [("held", 5)]),
        ("format", [("in_person", 4), ("phone", 1)]),
    ],
)
async def test_series_of_the_largest_groups(
    api: httpx.AsyncClient, by: str, groups: list[tuple[str, int]]
) -> None:
    items = (await ask(api, "/stats/groups", by=by, unit="year", groups=2))["items"]

    assert {(one["group"], one["meetings"]) for one in items} == set(groups)


async def test_pairs_that_met_most_and_the_heat_map(api: httpx.AsyncClient) -> None:
    persons = await ask(api, "/stats/persons", limit=2)
    rest = await ask(api, "/stats/persons", limit=2, cursor=persons["next"])
    heat = await ask(api, "/stats/countries", format="in_person")

    assert len({(one["a"]["id"], one["b"]["id"]) for one in persons["items"] + rest["items"]}) == 4
    assert [(one["a"]["id"], one["b"]["id"], one["meetings"]) for one in heat["items"]] == [
        ("GHA", "URY", 1),
        ("NOR", "URY", 1),
        ("ROU", "URY", 1),
    ]
    # Of Romania the graph knows somebody, and no name.
    assert [one["name"] for one in heat["countries"]] == ["Ghana", "Norway", "Romania", "Uruguay"]


async def test_sources_show_what_they_gave_and_how_fresh_they_are(api: httpx.AsyncClient) -> None:
    items = (await ask(api, "/stats/sources"))["items"]

    assert [(one["publisher"], one["articles"], one["meetings"], one["last_published"]) for one in items] == [
        ("Example Post", 4, 5, "2024-07-25"),
        ("=Coastal Times", 1, 3, "2024-08-03"),
        ("Sample Courier", 1, 1, "2024-05-04"),
    ]


async def test_search_has_pages(api: httpx.AsyncClient) -> None:
    whole = await ids(api, "/search", q="brandt")
    first = await ask(api, "/search", q="brandt", limit=1)
    second = await ask(api, "/search", q="brandt", limit=1, cursor=first["next"])

    assert [one["id"] for one in first["items"] + second["items"]] == whole
    assert second["next"] is None


async def test_articles_and_sentences_can_be_searched(api: httpx.AsyncClient) -> None:
    assert "summit" in await ids(api, "/search/articles", q="title sumit")
    (sentence,) = (await ask(api, "/search/sentences", q="fisheries"))["items"]

    assert sentence["article"] == "summit"
    assert sentence["meeting"] == (await ids(api, "/meetings", organization=UNION.id))[0]


@pytest.mark.parametrize(
    ("path", "filters", "found"),
    [
        ("/search/articles", {"q": "talks"}, "talks-1 talks-2"),
        ("/search/sentences", {"q": "talks"}, "called-off summit talks-2"),
        ("/search/sentences", {"q": "talks", "since": "2024-08-01"}, "summit"),
        ("/search/articles", {"q": "title", "until": "2024-05-03"}, "talks-1"),
        ("/search", {"q": "l", "kind": "party"}, LABOUR.id),
    ],
)
async def test_what_is_sought_is_not_crowded_out_by_other_matches(
    api: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, path: str, filters: dict[str, str], found: str
) -> None:
    """Sentences by titles, a kind by other kinds, a month by all other news: as if one match were many."""
    monkeypatch.setattr("app.routes.search._WEIGHED", 1)
    items = (await ask(api, path, **filters))["items"]

    assert items
    assert {one.get("article") or one["id"] for one in items} <= set(found.split())


@pytest.mark.parametrize("name", ["Popa", "popa m", "Pópa", "Poppa", "Попа", "포파", "波帕"])
async def test_a_name_is_found_in_any_script(api: httpx.AsyncClient, name: str) -> None:
    """Also where it takes few letters, of which none could be wrong."""
    assert await ids(api, "/search", q=name) == [MIRELA.id]


async def test_pairs_of_people_are_counted_in_a_period(api: httpx.AsyncClient) -> None:
    async def pairs(**period: str) -> set[tuple[str, ...]]:
        items = (await ask(api, "/stats/persons", **period))["items"]
        return {(*sorted((one["a"]["id"], one["b"]["id"])), str(one["meetings"])) for one in items}

    july = {(TOMAS.id, KWAME.id, "1")}
    assert await pairs(since="2024-07-01", until="2024-07-31") == july
    ever = await pairs()
    # Nobody says when these two had met before, so that they are in no period.
    assert await pairs(since="1900-01-01") == ever - {(MIRELA.id, LEA.id, "1")}
    assert july < ever

    first = await ask(api, "/stats/persons", since="1900-01-01", limit=1)
    second = await ask(api, "/stats/persons", since="1900-01-01", limit=1, cursor=first["next"])
    assert first["items"] != second["items"]


@pytest.mark.parametrize("accept", ["text/csv", "application/json;q=0.1, text/csv"])
async def test_lists_are_tables_for_those_who_prefer_csv(api: httpx.AsyncClient, accept: str) -> None:
    answer = await api.get("/v1/stats/sources", headers={"Accept": accept})
    rows = list(csv.DictReader(io.StringIO(answer.text)))

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert [row["articles"] for row in rows] == ["4", "1", "1"]
    # What a spreadsheet would run as a formula is quoted.
    assert rows[1]["publisher"] == "'=Coastal Times"


async def test_a_table_leads_to_its_next_page(api: httpx.AsyncClient) -> None:
    """And shows what is nested in columns of their own."""
    answer = await api.get("/v1/meetings.csv?place=Accra&limit=3&status=held&status=planned")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    following = await api.get(answer.links["next"]["url"])

    assert [row["place_name"] for row in rows] == ["Accra"] * 3
    assert rows[0]["participants"] == "Kwame Asante; Lea Brandt"
    assert rows[0]["participants_ids"] == f"{KWAME.id}; {LEA.id}"
    assert following.headers["content-type"].startswith("text/csv")
    assert len(list(csv.DictReader(io.StringIO(following.text)))) == 1


async def test_an_empty_table_has_its_columns(api: httpx.AsyncClient) -> None:
    answer = await api.get("/v1/stats/meetings.csv?since=1990-01-01&until=1990-12-31")

    assert answer.text == "period,meetings,independent_sources\r\n"


async def test_changes_can_be_followed(api: httpx.AsyncClient, clean_database_for_module: Endpoint) -> None:
    """Without a gap or a repetition, also past the end. The last test here, as it changes the graph."""
    found, cursor = [], None
    while True:
        page = await ask(api, "/changes", limit=4, **({"cursor": cursor} if cursor else {}))
        found += page["items"]
        cursor = page["resume"]
        if page["next"] is None:
            break
    assert len({one["claim"] for one in found}) == len(found) == 13
    assert (await ask(api, "/changes", limit=4, cursor=cursor))["items"] == []

    with open_graph(clean_database_for_module) as graph:
        retract_article(graph, "called-off", RECORDED_AT - timedelta(days=1))

    (change,) = (await ask(api, "/changes", limit=4, cursor=cursor))["items"]
    assert (change["change"], change["article"], change["meeting"]) == ("retracted", "called-off", None)
    later = await ask(api, "/changes", since=change["at"])
    assert [one["claim"] for one in later["items"]] == [change["claim"]]
