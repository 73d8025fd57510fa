"""Questions across subjects: search, reasons, ways, networks, series."""

from __future__ import annotations

import httpx
import pytest

from tests.app.builders import ACCRA, KWAME, LEA, LENA, MIRELA, MONTEVIDEO, PARTY, TOMAS

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("Ibarra", TOMAS.id),
        ("ibara", TOMAS.id),
        ("TOMAS", TOMAS.id),
        ("Томас", TOMAS.id),
        ("asan", KWAME.id),
        ("norway", "NOR"),
        ("Kingdom of Norway", "NOR"),
        ("frente", PARTY.id),
        ("accra", ACCRA.id),
        ("Mondevideu", MONTEVIDEO.id),
    ],
)
async def test_search_finds_names_beginnings_and_small_misspellings(
    api: httpx.AsyncClient, q: str, first: str
) -> None:
    answer = (await api.get("/v1/search", params={"q": q})).json()

    assert answer["items"][0]["id"] == first


async def test_search_puts_first_of_whom_most_is_known(api: httpx.AsyncClient) -> None:
    answer = (await api.get("/v1/search?q=brandt")).json()

    assert [one["id"] for one in answer["items"]] == [LEA.id, LENA.id]


async def test_search_can_be_narrowed_by_kind(api: httpx.AsyncClient) -> None:
    answer = (await api.get("/v1/search?q=accra&kind=person&kind=country")).json()

    assert answer["items"] == []


@pytest.mark.parametrize("q", ["!!!", '"', "~", "*:*", "AND", "a AND", "name:x OR (", "\\", "/", "[a TO b]"])
async def test_search_knows_no_query_language(api: httpx.AsyncClient, q: str) -> None:
    """Signs of the index's own language are neither errors nor commands."""
    answer = await api.get("/v1/search", params={"q": q})

    assert answer.status_code in (200, 422)


@pytest.mark.parametrize(
    ("kind", "source", "target", "sentences"),
    [
        (
            "met_with",
            LEA.id,
            "Ibarra",
            {
                "Lea Brandt met Tomás Ibarra in Montevideo on Thursday.",
                "Brandt and Ibarra held talks in the Uruguayan capital.",
            },
        ),
        ("met_with", KWAME.id, TOMAS.id, {"Asante received Ibarra in Accra on 18 July."}),
        ("partner_of", "Uruguay", "NOR", {"Norway and Uruguay are strategic partners."}),
        ("represents", TOMAS.id, "URY", {"Ibarra has been foreign minister of Uruguay."}),
        ("member_of", "Ibarra", "Frente Claro", {"Ibarra chairs the Frente Claro."}),
    ],
)
async def test_every_kind_of_edge_is_explained(
    api: httpx.AsyncClient, kind: str, source: str, target: str, sentences: set[str]
) -> None:
    answer = (await api.get("/v1/why", params={"kind": kind, "from": source, "to": target})).json()

    assert {one["sentence"] for one in answer["items"]} == sentences


async def test_a_meeting_and_who_attended_it_are_explained(api: httpx.AsyncClient) -> None:
    (meeting,) = (await api.get("/v1/meetings?status=planned")).json()["items"]
    by_id = (await api.get(f"/v1/why?meeting={meeting['id']}")).json()
    attended = (await api.get(f"/v1/why?kind=attended&from={LEA.name}&to={meeting['id']}")).json()

    assert by_id["items"] == attended["items"]
    assert [one["sentence"] for one in by_id["items"]] == ["Brandt is to meet Asante in Accra on 1 October."]


async def test_reasons_come_page_by_page(api: httpx.AsyncClient) -> None:
    asked = f"/v1/why?kind=met_with&from={LEA.id}&to={TOMAS.id}&limit=1"
    first = (await api.get(asked)).json()
    second = (await api.get(f"{asked}&cursor={first['next']}")).json()

    assert {one["article"] for one in first["items"] + second["items"]} == {"talks-1", "talks-2"}
    assert second["next"] is None


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (f"kind=met_with&from={LEA.id}&to={KWAME.id}", 404),
        (f"kind=met_with&from={LEA.id}", 422),
        ("", 422),
        (f"kind=met_with&from={LEA.id}&to={TOMAS.id}&meeting=m:1", 422),
        (f"kind=likes&from={LEA.id}&to={TOMAS.id}", 422),
        ("meeting=m:none", 404),
    ],
)
async def test_what_is_not_there_is_not_explained(api: httpx.AsyncClient, asked: str, status: int) -> None:
    assert (await api.get(f"/v1/why?{asked}")).status_code == status


async def test_the_shortest_way_leads_over_people_who_met(api: httpx.AsyncClient) -> None:
    answer = (await api.get(f"/v1/paths?from={LEA.id}&to=Kwame Asante")).json()

    (way,) = answer["paths"]
    assert way["length"] == 2
    assert [one["id"] for one in way["persons"]] == [LEA.id, TOMAS.id, KWAME.id]
    assert [one["last"] for one in way["steps"]] == ["2024-05-02", "2024-07-18"]


@pytest.mark.parametrize("asked", [f"from={LEA.id}&to={KWAME.id}&depth=1", f"from={LEA.id}&to={MIRELA.id}"])
async def test_no_way_is_an_empty_answer(api: httpx.AsyncClient, asked: str) -> None:
    assert (await api.get(f"/v1/paths?{asked}")).json()["paths"] == []


async def test_the_network_around_a_person_has_nodes_and_links(api: httpx.AsyncClient) -> None:
    answer = (await api.get(f"/v1/graph?around={TOMAS.id}")).json()

    links = {(one["source"], one["target"], one["kind"]) for one in answer["links"]}
    assert {one["id"] for one in answer["nodes"]} == {TOMAS.id, LEA.id, KWAME.id, "URY", PARTY.id}
    assert links == {
        (TOMAS.id, LEA.id, "met_with"),
        (TOMAS.id, KWAME.id, "met_with") if TOMAS.id < KWAME.id else (KWAME.id, TOMAS.id, "met_with"),
        (TOMAS.id, "URY", "represents"),
        (TOMAS.id, PARTY.id, "member_of"),
        (PARTY.id, "URY", "of"),
    }
    assert answer["complete"] is True


async def test_a_deeper_network_reaches_further(api: httpx.AsyncClient) -> None:
    answer = (await api.get(f"/v1/graph?around={LEA.name}&depth=2")).json()

    assert {one["id"] for one in answer["nodes"]} == {LEA.id, TOMAS.id, KWAME.id, "URY", PARTY.id}


async def test_a_network_that_is_cut_says_so(api: httpx.AsyncClient) -> None:
    answer = (await api.get(f"/v1/graph?around={TOMAS.id}&nodes=3")).json()

    assert len(answer["nodes"]) == 3
    assert answer["complete"] is False


@pytest.mark.parametrize(
    ("asked", "series"),
    [
        ("", [("2024-05", 1), ("2024-06", 1), ("2024-07", 1)]),
        ("unit=year", [("2024", 3)]),
        ("unit=day&since=2024-06-01", [("2024-06-09", 1), ("2024-07-18", 1)]),
        ("country=Norway", [("2024-05", 1)]),
        ("status=planned&status=cancelled", [("2024-07", 1), ("2024-10", 1)]),
    ],
)
async def test_meetings_are_counted_by_period(
    api: httpx.AsyncClient, asked: str, series: list[tuple[str, int]]
) -> None:
    answer = (await api.get(f"/v1/stats/meetings?{asked}")).json()

    assert [(one["period"], one["meetings"]) for one in answer["items"]] == series


async def test_the_size_of_the_graph(api: httpx.AsyncClient) -> None:
    size = (await api.get("/v1/stats/size")).json()

    assert (size["articles"], size["claims"], size["persons"], size["meetings"]) == (5, 9, 5, 5)
    assert (size["contacts"], size["partnerships"], size["parties"]) == (2, 1, 1)
