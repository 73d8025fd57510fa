"""What the API says about people."""

from __future__ import annotations

import httpx
import pytest

from tests.app.builders import KWAME, LEA, LENA, MIRELA, TOMAS

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_contacts_are_those_met_in_person_with_place_and_evidence(api: httpx.AsyncClient) -> None:
    """Two papers on one meeting make one contact with two sources; a call and a plan make none."""
    answer = (await api.get(f"/v1/persons/{LEA.id}/contacts")).json()

    (contact,) = answer["items"]
    assert answer["person"] == {"id": LEA.id, "name": "Lea Brandt"}
    assert answer["next"] is None
    assert contact["id"] == TOMAS.id
    assert contact["countries"] == ["URY"]
    assert (contact["meetings"], contact["articles"], contact["independent_sources"]) == (1, 2, 2)
    assert (contact["first"], contact["last"]) == ("2024-05-02", "2024-05-02")
    last = contact["last_meeting"]
    assert last["place"] == {"id": "place:ury:montevideo", "name": "Montevideo", "country": "URY"}
    assert [one["article"] for one in last["evidence"]] == ["talks-1", "talks-2"]


async def test_evidence_is_cut_out_of_the_article(api: httpx.AsyncClient) -> None:
    """`text[start:end] == sentence`, as every answer promises."""
    contacts = (await api.get(f"/v1/persons/{TOMAS.id}/contacts")).json()["items"]

    evidence = [one for contact in contacts for one in contact["last_meeting"]["evidence"]]
    assert len(evidence) == 3
    for one in evidence:
        text = (await api.get(f"/v1/articles/{one['article']}")).json()["text"]
        assert text[one["start"] : one["end"]] == one["sentence"]


async def test_contacts_begin_with_the_latest(api: httpx.AsyncClient) -> None:
    contacts = (await api.get(f"/v1/persons/{TOMAS.id}/contacts")).json()["items"]

    assert [(one["id"], one["last"]) for one in contacts] == [
        (KWAME.id, "2024-07-18"),
        (LEA.id, "2024-05-02"),
    ]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("country=GHA", {KWAME.id}),
        ("country=Norway", {LEA.id}),
        ("since=2024-07-01", {KWAME.id}),
        ("until=2024-06-30", {LEA.id}),
        ("since=2024-05-03&until=2024-07-17", set()),
        ("least_sources=2", {LEA.id}),
    ],
)
async def test_contacts_can_be_narrowed(api: httpx.AsyncClient, filters: str, expected: set[str]) -> None:
    answer = (await api.get(f"/v1/persons/{TOMAS.id}/contacts?{filters}")).json()

    assert {one["id"] for one in answer["items"]} == expected


async def test_contacts_come_page_by_page(api: httpx.AsyncClient) -> None:
    first = (await api.get(f"/v1/persons/{TOMAS.id}/contacts?limit=1")).json()
    second = (await api.get(f"/v1/persons/{TOMAS.id}/contacts?limit=1&cursor={first['next']}")).json()

    assert [one["id"] for one in first["items"] + second["items"]] == [KWAME.id, LEA.id]
    assert second["next"] is None


async def test_a_timeline_holds_calls_and_plans_too(api: httpx.AsyncClient) -> None:
    answer = (await api.get(f"/v1/persons/{KWAME.id}/timeline")).json()

    assert [(one["latest"], one["status"], one["format"]) for one in answer["items"]] == [
        ("2024-10-01", "planned", "in_person"),
        ("2024-07-18", "held", "in_person"),
        ("2024-06-09", "held", "phone"),
    ]


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        ("status=planned", ["2024-10-01"]),
        ("format=phone", ["2024-06-09"]),
        ("status=held&format=in_person&format=video", ["2024-07-18"]),
        ("since=2024-07-18&until=2024-07-18", ["2024-07-18"]),
    ],
)
async def test_a_timeline_can_be_narrowed(api: httpx.AsyncClient, filters: str, days: list[str]) -> None:
    answer = (await api.get(f"/v1/persons/{KWAME.id}/timeline?{filters}")).json()

    assert [one["latest"] for one in answer["items"]] == days


async def test_a_person_has_offices_parties_and_counts(api: httpx.AsyncClient) -> None:
    person = (await api.get(f"/v1/persons/{TOMAS.id}")).json()

    assert person["name"] == "Tomás Ibarra"
    assert person["wikidata"] == TOMAS.id
    assert person["country"] == "URY"
    assert person["aliases"] == ["Томас Ибарра"]
    assert [(one["country"], one["title"]) for one in person["offices"]] == [("URY", "Foreign Minister")]
    assert [(one["id"], one["role"]) for one in person["parties"]] == [("party:ury:frente-claro", "Chair")]
    assert (person["contacts"], person["meetings"], person["articles"]) == (2, 3, 4)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("", [KWAME, LEA, LENA, MIRELA, TOMAS]),
        ("country=Norway", [LEA, LENA]),
        ("country=URY", [TOMAS]),
        ("party=Frente Claro", [TOMAS]),
        ("party=Frente Claro&country=NOR", []),
        ("name=brand", [LEA, LENA]),
        ("name=TOMAS", [TOMAS]),
        ("name=Томас", [TOMAS]),
        ("name=bran le&country=NOR", [LEA, LENA]),
    ],
)
async def test_people_are_listed_by_name(
    api: httpx.AsyncClient, filters: str, expected: list[object]
) -> None:
    answer = (await api.get(f"/v1/persons?{filters}")).json()

    assert [one["id"] for one in answer["items"]] == [one.id for one in expected]  # type: ignore[attr-defined]


@pytest.mark.parametrize("filters", ["", "country=NOR", "name=brandt"])
async def test_pages_of_people_join_without_gap_or_repetition(api: httpx.AsyncClient, filters: str) -> None:
    whole = (await api.get(f"/v1/persons?{filters}")).json()["items"]
    found, cursor = [], ""
    while cursor is not None:
        page = (await api.get(f"/v1/persons?{filters}&limit=1{cursor and '&cursor=' + cursor}")).json()
        found += page["items"]
        cursor = page["next"]

    assert found == whole


@pytest.mark.parametrize("key", ["Tomás Ibarra", "tomas ibarra", "Ibarra", "Томас Ибарра", "ibarra, tomás"])
async def test_a_name_that_one_bears_is_as_good_as_an_id(api: httpx.AsyncClient, key: str) -> None:
    answer = await api.get(f"/v1/persons/{key}")

    assert answer.json()["id"] == TOMAS.id


async def test_an_exact_name_goes_before_a_part_of_a_name(api: httpx.AsyncClient) -> None:
    assert (await api.get("/v1/persons/L. Brandt")).json()["id"] == LEA.id


async def test_an_ambiguous_name_gives_the_candidates(api: httpx.AsyncClient) -> None:
    answer = await api.get("/v1/persons/Brandt/contacts")

    assert answer.status_code == 409
    assert {one["id"] for one in answer.json()["candidates"]} == {LEA.id, LENA.id}


async def test_a_misspelt_name_is_not_known_but_has_candidates(api: httpx.AsyncClient) -> None:
    answer = await api.get("/v1/persons/Ibara")

    assert answer.status_code == 404
    assert [one["id"] for one in answer.json()["candidates"]] == [TOMAS.id]


@pytest.mark.parametrize("path", ["", "/contacts", "/timeline"])
@pytest.mark.parametrize("key", ["Q404", "person:nor:nobody", "Nobody", "CUB", "talks-1"])
async def test_an_unknown_person_is_404(api: httpx.AsyncClient, path: str, key: str) -> None:
    answer = await api.get(f"/v1/persons/{key}{path}")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
