"""The questions of the API as tools for assistants, and the picture of a network."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi import FastAPI
from mcp import Client

from app.assistants import server_of
from app.models.answers import NetworkLink, Node
from app.pages.drawing import drawing_of, picture
from cypher.connect import Endpoint
from tests.app.builders import LEA, TOMAS
from tests.app.conftest import client_of
from tests.command_line import CommandLine

pytestmark = pytest.mark.asyncio(loop_scope="function")


async def test_a_tool_says_what_the_api_says_with_its_evidence(app_over_news: FastAPI) -> None:
    async with Client(server_of(client_of(app_over_news))) as assistant:
        names = {tool.name: tool for tool in (await assistant.list_tools()).tools}
        met = await assistant.call_tool("did_they_meet", {"a": "Lea Brandt", "b": TOMAS.id})
        coming = await assistant.call_tool("upcoming", {"person": LEA.id, "since": "2024-09-01"})

    assert {"search", "person", "whom_did_they_meet", "did_they_meet", "meetings", "why"} <= set(names)
    assert all(tool.description for tool in names.values())
    assert met.structured_content is not None
    assert (met.structured_content["met"], met.structured_content["times"]) == (True, 1)
    sentences = [one["sentence"] for one in met.structured_content["meetings"][0]["evidence"]]
    assert "Lea Brandt met Tomás Ibarra in Montevideo on Thursday." in sentences
    assert coming.structured_content is not None
    assert [one["status"] for one in coming.structured_content["items"]] == ["planned"]


async def test_a_refused_question_tells_the_assistant_what_to_do(app_over_news: FastAPI) -> None:
    async with Client(server_of(client_of(app_over_news))) as assistant:
        answer = await assistant.call_tool("person", {"who": "Brandt"})
        too_many = await assistant.call_tool("meetings", {"limit": 5_000})

    assert answer.is_error
    assert "Perhaps:" in str(answer.content)
    assert LEA.id in str(answer.content)
    assert too_many.is_error


def network() -> tuple[list[Node], list[NetworkLink]]:
    nodes = [Node(id=key, name=f"<{key}>", kind="person") for key in "abcdef"]
    ties = [("a", "b", 9), ("a", "c", 1), ("b", "c", 1), ("d", "e", 2)]
    links = [
        NetworkLink(source=one, target=other, kind="met_with", weight=weight, label=None)
        for one, other, weight in ties
    ]
    return nodes, links


async def test_the_same_network_is_drawn_the_same_whatever_its_order() -> None:
    nodes, links = network()

    drawn = drawing_of(nodes, links, ["a"])

    assert drawn == drawing_of(nodes[::-1], links[::-1], ["a"])
    assert all(0 <= node.x <= drawn.width and 0 <= node.y <= drawn.height for node in drawn.nodes)
    assert len({(node.x, node.y) for node in drawn.nodes}) == len(nodes)
    assert max(drawn.links, key=lambda link: link.width).weight == 9


async def test_a_picture_is_a_whole_file_whose_names_are_text() -> None:
    root = ElementTree.fromstring(picture(drawing_of(*network(), ["a"]), "Around <a>"))

    texts = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert sorted(str(text) for text in texts) == [f"<{key}>" for key in "abcdef"]


async def test_the_command_draws_whom_somebody_met(news: Endpoint, tmp_path: Path) -> None:
    file = tmp_path / "lea.svg"

    done = CommandLine.on(news, tmp_path).run("draw", "Lea Brandt", "--output", str(file))

    assert done.code == 0, done.errors
    assert "Tomás Ibarra" in file.read_text(encoding="utf-8")
