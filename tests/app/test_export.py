"""The whole graph over REST and by command, and that Neo4j takes back what was written for it."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from cypher.connect import Endpoint
from cypher.formats import FORMATS
from tests.app.conftest import client_of
from tests.app.test_manners import check_problem
from tests.command_line import CommandLine

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("form", FORMATS)
async def test_rest_and_command_give_the_same_export(
    api: httpx.AsyncClient, news: Endpoint, tmp_path: Path, form: str
) -> None:
    answer = await api.get(f"/v1/export?format={form}")
    file = tmp_path / "graph"
    CommandLine.on(news, tmp_path).run("export", "--format", form, "--output", str(file))

    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == FORMATS[form].media_type
    assert FORMATS[form].ending in answer.headers["content-disposition"]
    assert answer.content == file.read_bytes()
    assert len(answer.content) > 200


async def test_lines_name_every_edge_between_nodes_that_are_there(api: httpx.AsyncClient) -> None:
    lines = [json.loads(line) for line in (await api.get("/v1/export")).text.splitlines()]
    nodes = {(line["kind"], line["id"]) for line in lines if line["type"] == "node"}
    edges = [line for line in lines if line["type"] == "edge"]

    assert ("Person", "Q9000001") in nodes
    assert {(one["source_kind"], one["source"]) for one in edges} <= nodes
    assert {(one["target_kind"], one["target"]) for one in edges} <= nodes


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
