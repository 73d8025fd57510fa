"""What the API says about meetings."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from cypher.derivation.meetings import id_after
from tests.app.builders import ACCRA, KWAME, LEA, LENA, MIRELA, TOMAS

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def met(api: httpx.AsyncClient, a: str, b: str) -> Any:
    answer = await api.get("/v1/met", params={"a": a, "b": b})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_two_met_when_where_and_says_who(api: httpx.AsyncClient) -> None:
    answer = await met(api, LEA.id, TOMAS.id)

    assert (answer["a"]["id"], answer["b"]["id"]) == (LEA.id, TOMAS.id)
    assert (answer["met"], answer["times"], answer["independent_sources"]) == (True, 1, 2)
    (meeting,) = answer["meetings"]
    assert meeting["date"] == "2024-05-02"
    assert meeting["place"]["name"] == "Montevideo"
    assert {one["publisher"] for one in meeting["evidence"]} == {"Example Post", "Sample Courier"}
    assert answer["calls"] == answer["planned"] == answer["others"] == []


async def test_met_is_the_same_both_ways(api: httpx.AsyncClient) -> None:
    there, back = await met(api, LEA.id, TOMAS.id), await met(api, TOMAS.id, LEA.id)

    assert there["meetings"] == back["meetings"]


async def test_a_call_is_no_meeting_in_person(api: httpx.AsyncClient) -> None:
    answer = await met(api, TOMAS.id, KWAME.id)

    assert answer["times"] == 1
    assert [one["latest"] for one in answer["meetings"]] == ["2024-07-18"]
    assert [one["latest"] for one in answer["calls"]] == ["2024-06-09"]


async def test_a_plan_does_not_count_as_met(api: httpx.AsyncClient) -> None:
    answer = await met(api, LEA.id, KWAME.id)

    assert (answer["met"], answer["times"], answer["first"]) == (False, 0, None)
    assert [one["latest"] for one in answer["planned"]] == ["2024-10-01"]


async def test_a_meeting_is_found_by_the_id_that_a_later_report_would_have_given_it(
    api: httpx.AsyncClient,
) -> None:
    """As it was called while that report was the only one; the answer says how it is called now."""
    (meeting,) = (await met(api, LEA.id, TOMAS.id))["meetings"]
    ids = [id_after(one["claim"]) for one in meeting["evidence"]]
    answers = [(await api.get(f"/v1/meetings/{each}")).json() for each in ids]

    assert meeting["id"] in ids
    assert [answer["id"] for answer in answers] == [meeting["id"]] * 2
    assert [answer["contradicting_sources"] for answer in answers] == [0, 0]


async def test_what_was_called_off_stands_apart(api: httpx.AsyncClient) -> None:
    answer = await met(api, "Lena Brandt", "Mirela Popa")

    assert answer["met"] is False
    assert [one["status"] for one in answer["others"]] == ["cancelled"]


async def test_those_who_have_nothing_in_common_did_not_meet(api: httpx.AsyncClient) -> None:
    answer = await met(api, LEA.id, MIRELA.id)

    assert answer["met"] is False
    assert answer["meetings"] == []


@pytest.mark.parametrize(
    ("a", "b", "status"),
    [(LEA.id, LEA.id, 422), (LEA.id, "Q404", 404), ("Q404", LEA.id, 404), (LEA.id, "Brandt", 409)],
)
async def test_met_needs_two_known_people(api: httpx.AsyncClient, a: str, b: str, status: int) -> None:
    assert (await api.get("/v1/met", params={"a": a, "b": b})).status_code == status


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        ("", ["2024-10-01", "2024-07-30", "2024-07-18", "2024-06-09", "2024-05-02"]),
        ("status=held", ["2024-07-18", "2024-06-09", "2024-05-02"]),
        ("format=phone", ["2024-06-09"]),
        ("since=2024-07-01&until=2024-07-31", ["2024-07-30", "2024-07-18"]),
        ("person=Q9000001", ["2024-07-18", "2024-06-09", "2024-05-02"]),
        ("person=Q9000001&with=Asante", ["2024-07-18", "2024-06-09"]),
        ("person=Q9000001&country=Norway", ["2024-05-02"]),
        ("country=Ghana", ["2024-10-01", "2024-07-18", "2024-06-09"]),
        ("country=Ghana&place=Accra&status=held", ["2024-07-18"]),
        ("place=Accra", ["2024-10-01", "2024-07-18"]),
    ],
)
async def test_meetings_can_be_narrowed(api: httpx.AsyncClient, filters: str, days: list[str]) -> None:
    answer = await api.get(f"/v1/meetings?{filters}")

    assert [one["latest"] for one in answer.json()["items"]] == days


@pytest.mark.parametrize("filters", ["", "status=held", "person=Q9000001", "place=Accra", "country=GHA"])
async def test_pages_of_meetings_join_without_gap_or_repetition(api: httpx.AsyncClient, filters: str) -> None:
    whole = (await api.get(f"/v1/meetings?{filters}")).json()["items"]
    found, cursor = [], ""
    while cursor is not None:
        page = (await api.get(f"/v1/meetings?{filters}&limit=1{cursor and '&cursor=' + cursor}")).json()
        found += page["items"]
        cursor = page["next"]

    assert found == whole


async def test_a_meeting_shows_its_sides_and_its_history(api: httpx.AsyncClient) -> None:
    (listed,) = (await api.get("/v1/meetings?person=Q9000001&country=NOR")).json()["items"]
    meeting = (await api.get(f"/v1/meetings/{listed['id']}")).json()

    sides = [{one["id"] for one in side["participants"]} for side in meeting["sides"]]
    assert sorted(sides, key=min) == [{TOMAS.id}, {LEA.id}]
    assert [(one["said_on"], one["status"], one["article"]) for one in meeting["history"]] == [
        ("2024-05-03", "held", "talks-1"),
        ("2024-05-04", "held", "talks-2"),
    ]
    assert meeting["independent_sources"] == 2


async def test_an_unknown_meeting_is_404(api: httpx.AsyncClient) -> None:
    assert (await api.get("/v1/meetings/m:none")).status_code == 404


async def test_meetings_of_someone_unknown_are_404(api: httpx.AsyncClient) -> None:
    assert (await api.get("/v1/meetings?person=Q404")).status_code == 404


async def test_names_of_people_do_not_name_places(api: httpx.AsyncClient) -> None:
    assert (await api.get(f"/v1/meetings?place={LENA.name}")).status_code == 404
    assert (await api.get(f"/v1/meetings?person={ACCRA.name}")).status_code == 404
