"""What the API says about countries and parties."""

from __future__ import annotations

import httpx
import pytest

from tests.app.builders import MIRELA, PARTY, TOMAS

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_partners_come_with_their_relation_and_sentence(api: httpx.AsyncClient) -> None:
    answer = (await api.get("/v1/countries/URY/partners")).json()

    (partner,) = answer["items"]
    assert answer["country"] == {"id": "URY", "name": "Uruguay"}
    assert (partner["id"], partner["kinds"], partner["claims"]) == ("NOR", ["strategic_partnership"], 1)
    assert (partner["first"], partner["last"]) == ("2024-05-03", "2024-05-03")
    assert [one["sentence"] for one in partner["evidence"]] == ["Norway and Uruguay are strategic partners."]
    assert partner["evidence"][0]["status"] == "stated"


@pytest.mark.parametrize(
    ("on", "reported"),
    [("", [False]), ("?on=2024-05-03", [True]), ("?on=2030-01-01", [False]), ("?on=2024-05-02", None)],
)
async def test_who_represents_a_country_on_a_day(
    api: httpx.AsyncClient, on: str, reported: list[bool] | None
) -> None:
    """Nobody says that Ibarra left office; before it is said first he does not hold it."""
    answer = (await api.get(f"/v1/countries/Uruguay/representatives{on}")).json()

    assert answer["country"] == {"id": "URY", "name": "Uruguay"}
    assert [one["reported"] for one in answer["items"]] == (reported or [])
    for one in answer["items"]:
        assert (one["id"], one["title"], one["terms"]) == (TOMAS.id, "Foreign Minister", ["2024-05-03/.."])
        assert (one["since"], one["until"], one["independent_sources"]) == ("2024-05-03", None, 1)
        assert [each["sentence"] for each in one["evidence"]] == [
            "Ibarra has been foreign minister of Uruguay."
        ]


@pytest.mark.parametrize(
    ("filters", "partners"),
    [
        ("kind=strategic_partnership", ["NOR"]),
        ("kind=alliance", []),
        ("with=Norway", ["NOR"]),
        ("with=GHA", []),
    ],
)
async def test_partners_can_be_narrowed_by_relation_and_to_one_country(
    api: httpx.AsyncClient, filters: str, partners: list[str]
) -> None:
    answer = (await api.get(f"/v1/countries/URY/partners?{filters}")).json()

    assert [one["id"] for one in answer["items"]] == partners


@pytest.mark.parametrize("key", ["NOR", "nor", "NO", "Norway", "Kingdom of Norway", "norway"])
async def test_a_country_goes_by_code_and_name(api: httpx.AsyncClient, key: str) -> None:
    assert (await api.get(f"/v1/countries/{key}")).json()["id"] == "NOR"


@pytest.mark.parametrize("key", ["FRA", "France", "Atlantis", "XXX"])
async def test_a_country_that_no_article_names_is_404(api: httpx.AsyncClient, key: str) -> None:
    assert (await api.get(f"/v1/countries/{key}")).status_code == 404


async def test_a_country_that_only_its_people_are_known_of_answers(api: httpx.AsyncClient) -> None:
    """No article names Romania, but somebody of it was to meet somebody."""
    country = (await api.get("/v1/countries/Romania")).json()
    meetings = (await api.get("/v1/countries/ROU/meetings")).json()
    people = (await api.get("/v1/persons?country=ROU")).json()
    network = (await api.get("/v1/graph?around=ROU")).json()

    assert (country["id"], country["name"], country["aliases"]) == ("ROU", "Romania", [])
    assert (country["partners"], country["articles"]) == (0, 0)
    assert [one["status"] for one in meetings["items"]] == ["cancelled"]
    assert [one["id"] for one in people["items"]] == [MIRELA.id]
    for path in ("countries/ROU/partners", "countries/ROU/representatives", "countries/ROU/contacts"):
        assert (await api.get(f"/v1/{path}")).json()["items"] == []
    assert (network["nodes"], network["links"]) == ([{"id": "ROU", "name": "Romania", "kind": "country"}], [])
    assert (await api.get("/v1/brokers?a=ROU&b=Norway")).json()["a"] == {"id": "ROU", "name": "Romania"}


async def test_countries_are_listed_by_code(api: httpx.AsyncClient) -> None:
    first = (await api.get("/v1/countries?limit=2")).json()
    rest = (await api.get(f"/v1/countries?limit=2&cursor={first['next']}")).json()

    assert [one["id"] for one in first["items"] + rest["items"]] == ["GHA", "NOR", "URY"]
    assert rest["next"] is None


async def test_a_country_meets_by_those_who_speak_for_it(api: httpx.AsyncClient) -> None:
    answer = (await api.get("/v1/countries/Ghana/meetings")).json()

    assert answer["country"]["id"] == "GHA"
    assert [one["latest"] for one in answer["items"]] == ["2024-10-01", "2024-07-18", "2024-06-09"]


async def test_meetings_of_two_countries(api: httpx.AsyncClient) -> None:
    answer = (await api.get("/v1/countries/GHA/meetings?with=Norway")).json()

    assert [one["latest"] for one in answer["items"]] == ["2024-10-01"]


async def test_a_party_has_a_country_and_members(api: httpx.AsyncClient) -> None:
    (listed,) = (await api.get("/v1/parties?country=Uruguay")).json()["items"]
    party = (await api.get("/v1/parties/Frente Claro")).json()
    members = (await api.get(f"/v1/parties/{PARTY.id}/persons")).json()

    assert listed == party
    assert (party["id"], party["country"], party["members"]) == (PARTY.id, "URY", 1)
    assert members["party"] == {"id": PARTY.id, "name": "Frente Claro"}
    assert [one["id"] for one in members["items"]] == [TOMAS.id]


async def test_parties_of_another_country_are_left_out(api: httpx.AsyncClient) -> None:
    assert (await api.get("/v1/parties?country=NOR")).json()["items"] == []


@pytest.mark.parametrize("path", ["/v1/parties/Nobody", "/v1/parties/party:x:y/persons"])
async def test_an_unknown_party_is_404(api: httpx.AsyncClient, path: str) -> None:
    assert (await api.get(path)).status_code == 404
