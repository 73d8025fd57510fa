"""Each question costs as much as its answer: it begins at an id or an index, and never reads all there is.

The plans are those of the questions that the API really asks, with the parameters that it asks them with.
"""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote

import pytest
import pytest_asyncio
from neo4j import Driver, GraphDatabase

import cypher
from app.main import create_app
from app.questions import Questions
from app.settings import AppSettings
from app.warming import PATHS as WARMING
from app.warming import ask
from app.webhooks.telling import tell_once
from cypher.catalog import Read, Row
from cypher.connect import Endpoint
from cypher.export import Selection, exported
from cypher.graph import Graph, open_graph
from tests.app.builders import ACCRA, KWAME, LEA, PARTY, TOMAS
from tests.app.conftest import client_of, settings_of

SCANS = (
    "AllNodesScan",
    "NodeByLabelScan",
    "UnionNodeByLabelsScan",
    "IntersectionNodeByLabelsScan",
    "NodeIndexScan",
    "DirectedAllRelationshipsScan",
    "UndirectedAllRelationshipsScan",
    "DirectedRelationshipTypeScan",
    "UndirectedRelationshipTypeScan",
    "CartesianProduct",
)

WITH_EVERYTHING = {"api_keys", "webhooks"}
"""Their answer is all that there is of a kind, and there are few of it."""

NOT_ASKED_BY_THE_API = {
    "all_decisions", "articles_to_reread", "articles_to_reread_count", "derived_edges", "derived_nodes",
    "inbox_counts", "is_being_derived", "ledger_state", "live_articles", "nodes_in_all", "own_ids",
    "rules_of_graph",
    "export_articles", "export_claims", "export_decisions", "export_entities", "export_meetings",
    "export_redirects",
}  # fmt: skip
"""What commands ask about the whole graph, or in the run of a write."""

PATHS = (
    "/persons",
    "/persons?name=Lea",
    "/persons?country=NOR",
    f"/persons?party={PARTY.id}",
    f"/persons/{LEA.id}",
    "/persons/Q404",
    f"/persons/{LEA.id}/contacts?since=2024-01-01",
    f"/persons/{LEA.id}/contacts",
    f"/persons/{LEA.id}/timeline",
    f"/persons/{LEA.id}/claims",
    "/meetings?since=2024-01-01",
    "/upcoming",
    "/meetings/m:unknown",
    f"/met?a={LEA.id}&b={TOMAS.id}",
    "/countries",
    "/countries/NOR",
    "/countries/NOR/partners",
    "/countries/URY/representatives",
    "/countries/NOR/meetings",
    "/countries/NOR/contacts",
    f"/places/{ACCRA.id}",
    f"/places/{ACCRA.id}/meetings",
    "/places/an-id-of-other-data",
    "/parties",
    f"/parties/{PARTY.id}",
    f"/parties/{PARTY.id}/persons",
    f"/parties/{PARTY.id}/contacts",
    "/search?q=brandt",
    "/search/articles?q=title",
    "/search/sentences?q=talks",
    f"/why?kind=met_with&from={LEA.id}&to={TOMAS.id}",
    "/why?kind=partner_of&from=NOR&to=URY",
    f"/why?kind=represents&from={TOMAS.id}&to=URY",
    f"/why?kind=member_of&from={TOMAS.id}&to={PARTY.id}",
    f"/graph?around={LEA.id}",
    "/graph/countries",
    f"/common?a={LEA.id}&b={KWAME.id}",
    "/brokers?a=NOR&b=GHA",
    f"/paths?from={LEA.id}&to={KWAME.id}",
    f"/paths?from={LEA.id}&to={KWAME.id}&only_shortest=false",
    "/stats/meetings",
    "/stats/meetings?country=NOR",
    f"/stats/meetings?party={PARTY.id}",
    f"/stats/meetings?person={LEA.id}",
    "/stats/groups?by=country",
    "/stats/persons",
    "/stats/persons?since=2024-01-01",
    "/stats/countries",
    "/stats/sources",
    "/stats/size",
    "/changes",
    "/articles",
    "/articles?state=read",
    "/articles?state=waiting",
    "/articles/talks-1",
    "/articles/talks-1/claims",
    "/identities/decisions",
    "/identities/decisions/d:unknown",
    "/identities/candidates",
    f"/identities/candidates?person={LEA.id}",
    "/feeds/meetings.atom?country=NOR",
    "/audit",
)

ASKED_SELDOM = {
    "api_keys", "articles_in_state", "audit_entries", "decision", "deliveries_of_webhook", "entity_with_id",
    "graph_size", "inbox_is_full", "inbox_state", "meeting_once_called", "meetings_at_place",
    "names_of_entities", "profile", "profiles", "profiles_alike", "recorded_lately", "redirects",
    "reports_since", "status_of_article", "submissions_in_state", "venue_of_meeting", "webhook", "webhooks",
}  # fmt: skip
"""What a new server may plan when it is asked first; most of it is asked behind the first read of a path."""

PARTS = (
    Selection(person=LEA.id),
    Selection(country="NOR"),
    Selection(since=date(2024, 5, 1), until=date(2024, 5, 31)),
)

Asked = dict[str, list[tuple[Read[Any], dict[str, Any]]]]


def reads() -> Iterator[Read[Any]]:
    for module in pkgutil.walk_packages(cypher.__path__, "cypher."):
        values = vars(importlib.import_module(module.name)).values()
        yield from (value for value in values if isinstance(value, Read))


READS = sorted({read.name for read in reads()} - NOT_ASKED_BY_THE_API)


@pytest.fixture(scope="module")
def driver(news: Endpoint) -> Iterator[Driver]:
    with GraphDatabase.driver(news.uri, auth=news.auth, notifications_min_severity="OFF") as driver:
        yield driver


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def asked(news: Endpoint) -> Asked:
    """What the API asks of the database to answer all of these paths, by the name of the read."""
    app = create_app(AppSettings(webhooks_private=True, webhook_seconds=86_400), settings_of(news))
    found: Asked = {}
    async with client_of(app) as client:
        questions = app.state.questions
        rows = questions.rows

        async def noted(read: Read[Any], **params: Any) -> Any:
            found.setdefault(read.name, []).append((read, params))
            return await rows(read, **params)

        questions.rows = noted
        for path in PATHS:
            assert (await client.get(f"/v1{path}")).status_code in (200, 404), path
        (meeting,) = (await client.get(f"/v1/places/{ACCRA.id}/meetings?limit=1")).json()["items"]
        here = quote(meeting["id"])
        for path in (
            f"/meetings/{here}/summit",
            f"/why?meeting={here}",
            f"/why?kind=attended&from={KWAME.id}&to={here}",
        ):
            assert (await client.get(f"/v1{path}")).status_code == 200
        apart = {"kind": "keep_apart", "entity": LEA.id, "other": TOMAS.id}
        decision = (await client.post("/v1/identities/decisions", json=apart)).json()
        await client.delete(f"/v1/identities/decisions/{decision['id']}")
        webhook = (await client.post("/v1/webhooks", json={"url": "http://127.0.0.1:9/hook"})).json()
        await client.get(f"/v1/webhooks/{webhook['id']}/deliveries")
        await tell_once(app.state.door, app.state.settings)
        await client.delete(f"/v1/webhooks/{webhook['id']}")
        await client.get("/metrics")
        await client.get("/healthz")
        await client.post("/v1/articles", json={"id": "not-read-yet", "text": "They met."})
        await client.delete("/v1/articles/not-read-yet")
        await client.get("/v1/persons", headers={"Authorization": "Bearer of-nobody"})
    with open_graph(news) as graph:
        for part in PARTS:
            assert list(exported(Noted(graph, found), selection=part))
    return found


class Noted:
    """What an export reads from, with a note of all that it asks."""

    def __init__(self, graph: Graph, found: Asked) -> None:
        self._graph, self._found = graph, found

    def stream(self, statement: Read[Row], **params: Any) -> Iterator[Row]:
        """Rows one by one."""
        self._found.setdefault(statement.name, []).append((statement, params))
        return self._graph.stream(statement, **params)


def plan(driver: Driver, database: str, read: Read[Any], params: dict[str, Any]) -> list[tuple[str, str]]:
    """The operators that a read ran with, each with its details."""
    text: Any = f"PROFILE {read.statement.text}"
    profile = driver.execute_query(text, params, database_=database).summary.profile
    assert profile is not None
    return list(operators(profile))


def operators(step: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each operator of a plan with its details."""
    yield step["operatorType"].split("@")[0], step["args"].get("Details", "")
    for child in step.get("children", ()):
        yield from operators(child)


@pytest.mark.parametrize("name", [name for name in READS if name not in WITH_EVERYTHING])
def test_no_question_reads_all_there_is(driver: Driver, news: Endpoint, asked: Asked, name: str) -> None:
    assert name in asked, "no path of PATHS asks it"
    # A part is chosen in three ways by one read; of all others, one question says how they are read.
    for read, params in asked[name] if name.startswith("export_") else asked[name][-1:]:
        assert not set(SCANS) & {operator for operator, _ in plan(driver, news.database, read, params)}


@pytest.mark.parametrize(
    "name",
    [
        "articles",
        "articles_in_state",
        "meetings_at_place",
        "meetings_in_period",
        "meetings_of",
        "meetings_of_country",
        "meetings_to_come",
        "pairs_of_persons",
        "parties",
        "persons",
        "reports_since",
    ],
)
def test_long_lists_are_read_along_their_index(
    driver: Driver, news: Endpoint, asked: Asked, name: str
) -> None:
    """What comes from an index in order needs no sorting of all that follows the page."""
    read, params = asked[name][-1]

    steps = plan(driver, news.database, read, params)
    assert not [details for operator, details in steps if operator == "Top" and "$limit" in details]


@pytest.mark.asyncio(loop_scope="module")
async def test_what_is_asked_at_the_start_is_planned_as_callers_ask_it(news: Endpoint, asked: Asked) -> None:
    """Neo4j has a plan for each type of the parameters: a question of other types would be planned anew."""
    app = create_app(AppSettings(), settings_of(news))
    planned: Asked = {}
    async with client_of(app):
        questions = NotedQuestions(app.state.questions, planned)
        for path in WARMING:
            await ask(app, questions, path)

    left_out = {name for name in READS if name not in planned and not name.startswith(("export_", "why_"))}
    assert left_out <= ASKED_SELDOM
    for name in ("contacts_of_person", "meetings_of", "meetings_between", "person", "shortest_paths"):
        wanted = kinds(asked[name][-1][1])
        assert wanted in [kinds(params) for _, params in planned[name]], name


@pytest.mark.asyncio(loop_scope="module")
async def test_a_server_that_starts_has_questions_planned_unless_it_is_told_not_to(
    news: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.warming.PATHS", ("/v1/persons/Q1",))
    for warm_up in (True, False):
        # What the server itself asks goes by no door.
        app = create_app(AppSettings(warm_up=warm_up, keys="all"), settings_of(news))
        async with client_of(app):
            async with asyncio.timeout(60):
                while warm_up and 'statement="person"' not in app.state.metrics.exposition().decode():
                    await asyncio.sleep(0.05)
            asked = app.state.metrics.exposition().decode()
        assert ('statement="person"' in asked) == warm_up


class NotedQuestions(Questions):
    """The same questions, with a note of all that is asked."""

    def __init__(self, questions: Questions, found: Asked) -> None:
        self._questions, self._found = questions, found

    async def rows(self, read: Read[Row], **params: Any) -> list[Row]:
        """All rows of a read."""
        self._found.setdefault(read.name, []).append((read, params))
        return await self._questions.rows(read, **params)


def kinds(params: dict[str, Any]) -> dict[str, Any]:
    """What a plan is kept by: the types of its parameters, and whether a text is short."""
    return {
        name: (type(value), len(value) <= 10) if isinstance(value, str) else type(value)
        for name, value in params.items()
    }
