"""Answers in other forms: every form of every route can be read by what it is for, and says the same."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
import xml.etree.ElementTree as ElementTree
from contextlib import closing
from types import UnionType
from typing import Any, Union, get_args, get_origin
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi import FastAPI
from pydantic import BaseModel

from app.main import create_app
from app.models.meetings import MeetingPage
from app.results import SUFFIXES
from app.results.forms import forms_of
from app.results.graphs import DRAWERS
from app.results.kept import KeptDrawing
from app.settings import AppSettings
from app.streaming import BrokenOff
from cypher.connect import Endpoint
from tests.app.builders import ACCRA, LEA, TOMAS
from tests.app.conftest import client_of, settings_of
from tests.app.test_manners import check_problem
from tests.app.test_reads import PATHS

pytestmark = pytest.mark.asyncio(loop_scope="module")

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def read(suffix: str, content: bytes) -> Any:
    """A form as a program reads it; raises if it is not well formed."""
    match suffix:
        case ".csv":
            return list(csv.DictReader(io.StringIO(content.decode()), strict=True))
        case ".jsonl":
            return [json.loads(line) for line in content.splitlines()]
        case ".graphml":
            return ElementTree.fromstring(content)
        case _:
            return json.loads(content)


def with_suffix(path: str, suffix: str) -> str:
    """A path that asks for a form by its end."""
    before, mark, query = path.partition("?")
    return f"{before}{suffix}{mark}{query}"


def example_of(model: type[BaseModel]) -> dict[str, Any]:
    """An answer as the documentation shows it: of the examples of all fields."""
    return {name: _example(field.annotation, field.examples) for name, field in model.model_fields.items()}


def _example(kind: Any, examples: list[Any] | None) -> Any:
    if get_origin(kind) in (Union, UnionType):
        (kind,) = [part for part in get_args(kind) if part is not type(None)]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return example_of(kind)
    if get_origin(kind) is list and not examples:
        return [_example(get_args(kind)[0], None)]
    assert examples, kind
    return examples[0]


@pytest.mark.parametrize("model", DRAWERS, ids=lambda model: model.__name__)
async def test_every_form_holds_what_the_answer_says(model: type[BaseModel]) -> None:
    answer = example_of(model)
    for link in answer.get("links", ()):
        link |= {"source": answer["nodes"][0]["id"], "target": answer["nodes"][0]["id"]}

    for form in forms_of(model):
        found = read(form.suffix, form.write(answer))
        assert len(found), form.suffix


async def test_every_form_of_every_route_can_be_read(api: httpx.AsyncClient) -> None:
    document = (await api.get("/openapi.json")).json()
    documented = {path for path in document["paths"] if not path.endswith("}")}
    seen = set()
    for path in PATHS:
        if urlsplit(f"/v1{path}").path not in documented:
            continue
        answer = await api.get(f"/v1{path}")
        for suffix in SUFFIXES:
            form = await api.get(f"/v1{with_suffix(path, suffix)}")
            if form.status_code == 404:
                continue
            assert form.status_code == answer.status_code == 200, (path, suffix, form.text)
            found = read(suffix, form.content)
            if suffix in (".csv", ".jsonl"):
                assert len(found) == len(answer.json()["items"])
            seen.add(suffix)
    assert seen == set(SUFFIXES)


async def test_lines_are_the_items_of_the_list(api: httpx.AsyncClient) -> None:
    path = f"/v1/persons/{LEA.id}/contacts"
    answer = (await api.get(path)).json()
    lines = await api.get(path, headers={"Accept": "application/jsonl"})

    assert lines.headers["content-type"] == "application/jsonl"
    assert "Accept" in lines.headers["vary"].split(", ")
    assert read(".jsonl", lines.content) == answer["items"] != []


async def test_a_page_in_another_form_leads_to_the_next_and_keeps_its_moment(api: httpx.AsyncClient) -> None:
    page = await api.get("/v1/meetings.jsonl?limit=2&as_of=2025-01-01T00:00:00Z")
    following = await api.get(page.links["next"]["url"])

    assert page.headers["as-of"] == "2025-01-01T00:00:00+00:00"
    assert len(page.content.splitlines()) == 2
    assert not set(page.content.splitlines()) & set(following.content.splitlines())


def with_small_pages(news: Endpoint, whole_limit: int = 1_000) -> FastAPI:
    """The API with pages of two items at most."""
    return create_app(AppSettings(page_limit=2, page_limit_max=2, whole_limit=whole_limit), settings_of(news))


@pytest.mark.parametrize("suffix", SUFFIXES)
async def test_the_whole_of_a_list_is_all_of_its_pages(
    api: httpx.AsyncClient, news: Endpoint, suffix: str
) -> None:
    """And in the same bytes as one page that holds all of it."""
    path = with_suffix("/v1/meetings", suffix)
    one_page = await api.get(f"{path}?limit=500")
    async with client_of(with_small_pages(news)) as client:
        answer = await client.get(f"{path}?whole=true")
        filtered = await client.get(f"{path}?whole=true&country=NOR")

    assert answer.status_code == 200
    assert answer.content == one_page.content
    assert answer.headers["content-type"] == one_page.headers["content-type"]
    assert "next" not in answer.links
    assert filtered.content == (await api.get(f"{path}?limit=500&country=NOR")).content


async def test_a_whole_list_is_refused_as_json_and_as_it_was(api: httpx.AsyncClient) -> None:
    for query in ("meetings?whole=true", "meetings.csv?whole=true&as_of=2025-01-01T00:00:00Z"):
        check_problem(await api.get(f"/v1/{query}"), 422)
    check_problem(await api.get("/v1/meetings.csv?whole=yes"), 422)
    check_problem(await api.get("/v1/persons/Nobody/contacts.csv?whole=true"), 404)
    assert (await api.get("/v1/meetings.csv?whole=false")).content == (
        await api.get("/v1/meetings.csv")
    ).content


async def test_a_whole_list_that_is_too_long_is_refused_or_breaks_off(news: Endpoint) -> None:
    """A graph before it begins; rows, which are under way by then, never look whole."""
    app = with_small_pages(news, whole_limit=3)
    async with client_of(app) as client:
        check_problem(await client.get("/v1/meetings.graphml?whole=true"), 422)
        with pytest.raises(BrokenOff, match="more than 3 items"):
            await client.get("/v1/meetings.csv?whole=true")
        assert not app.state.export_slots.locked()


async def test_a_whole_graph_is_never_all_in_memory() -> None:
    """Forty pages are drawn and written; what they hold at once is a small part of what is written."""
    (form,) = (form for form in forms_of(MeetingPage) if form.suffix == ".jsonld")
    assert form.graph
    tracemalloc.start()
    with closing(KeptDrawing()) as drawing:
        for number in range(40):
            form.graph.draw(drawing, meetings_of_page(number))
        written = sum(len(piece) for piece in form.graph.write(drawing))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert most < written / 5


def meetings_of_page(number: int) -> dict[str, Any]:
    """A page of fifty meetings, each with people and an article of its own."""
    page = example_of(MeetingPage)
    (meeting,) = page["items"]
    (person,), (evidence,) = meeting["participants"], meeting["evidence"]
    page["items"] = [
        {
            **meeting,
            "id": f"m:{key}",
            "participants": [{**person, "id": f"person:aaa:p{key}"}],
            "evidence": [{**evidence, "claim": f"c:{key}", "article": f"a:{key}"}],
        }
        for key in range(50 * number, 50 * number + 50)
    ]
    return page


async def test_contacts_are_a_graph_of_people_who_met(api: httpx.AsyncClient) -> None:
    root = read(".graphml", (await api.get(f"/v1/persons/{LEA.id}/contacts.graphml")).content)

    nodes = {node.get("id") for node in root.iter(f"{GRAPHML}node")}
    edges = [(edge.get("source"), edge.get("target")) for edge in root.iter(f"{GRAPHML}edge")]
    assert nodes == {LEA.id, TOMAS.id}
    assert edges == [tuple(sorted((LEA.id, TOMAS.id)))]


async def test_meetings_are_linked_data_with_who_attended_and_who_says_so(api: httpx.AsyncClient) -> None:
    document = read(".jsonld", (await api.get(f"/v1/persons/{LEA.id}/timeline.jsonld")).content)

    kinds = {one["@type"] for one in document["@graph"]}
    (tomas,) = [one for one in document["@graph"] if one["@id"] == f"wd:{TOMAS.id}"]
    assert kinds == {"Event", "Person", "Place", "Claim", "NewsArticle"}
    assert tomas["name"] == TOMAS.name
    assert tomas["@reverse"]["attendee"]


async def test_places_of_meetings_are_points_with_how_many_there_were(api: httpx.AsyncClient) -> None:
    places = read(".geojson", (await api.get("/v1/meetings.geojson")).content)["features"]
    (accra,) = [one for one in places if one["id"] == ACCRA.id]
    (there,) = [(await api.get(f"/v1/places/{ACCRA.id}/meetings")).json()["items"]]

    assert accra["geometry"]["type"] == "Point"
    assert accra["properties"]["meetings"] == len(there) > 1


async def test_one_thing_has_forms_by_accept_alone(api: httpx.AsyncClient) -> None:
    """A name may end like a form: by the end of its path nothing else is meant."""
    lea = await api.get(f"/v1/persons/{LEA.id}", headers={"Accept": "application/ld+json"})

    assert [one["@type"] for one in read(".jsonld", lea.content)["@graph"]] == ["Person"]
    assert (await api.get(f"/v1/persons/{LEA.id}.jsonld")).status_code == 404


async def test_other_forms_go_through_the_same_door(news: Endpoint) -> None:
    app = create_app(AppSettings(keys="writes"), settings_of(news))
    async with client_of(app) as client:
        for suffix in (".csv", ".jsonl"):
            assert (await client.get(f"/v1/webhooks{suffix}")).status_code == 401
            assert (await client.get(f"/v1/audit{suffix}")).status_code == 401
            assert (await client.get(f"/v1/meetings{suffix}")).status_code == 200
