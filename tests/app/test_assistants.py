"""The questions of the API as tools for assistants, and the picture of a network."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi import FastAPI
from mcp import Client
from pydantic import SecretStr

from app.assistants import running, server_of
from app.errors import KeyInTheClear
from app.main import create_app
from app.models.answers import NetworkLink, Node
from app.pages.drawing import as_png, drawing_of, picture
from app.settings import AppSettings
from cypher.connect import Endpoint
from tests.app.builders import LEA, TOMAS
from tests.app.conftest import client_of, serving, settings_of
from tests.app.test_doors import made_key
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


async def test_an_api_that_wants_a_key_gets_it_and_keeps_to_its_limits(news: Endpoint) -> None:
    """Over a socket, as on another machine; without the key, or past the limit, it says what to do."""
    _, token = made_key(news, "read")
    settings = AppSettings(keys="all", rate_limit="2/hour")
    with serving(create_app(settings, settings_of(news))) as url:
        async with Client(server_of(running(url, SecretStr(token)))) as assistant:
            answers = [await assistant.call_tool("person", {"who": LEA.id}) for _ in range(3)]
        async with Client(server_of(running(url, None))) as assistant:
            refused = await assistant.call_tool("person", {"who": LEA.id})
    async with Client(server_of(running(url, None))) as assistant:
        away = await assistant.call_tool("person", {"who": LEA.id})

    assert [answer.is_error for answer in answers] == [False, False, True]
    assert "Retry-After" in str(answers[-1].content)
    assert refused.is_error
    assert "key" in str(refused.content)
    assert "does not answer" in str(away.content)


def test_a_key_goes_to_other_machines_only_encrypted() -> None:
    with pytest.raises(KeyInTheClear):
        running("http://demarche.example.org", SecretStr("k"))

    assert "authorization" in running("https://demarche.example.org", SecretStr("k")).headers


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


async def test_a_drawing_as_png_is_as_large_as_it_says_and_has_its_colours() -> None:
    drawing = drawing_of(*network(), ["a"])

    png = as_png(drawing, "Around a")

    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (2 * drawing.width, 2 * drawing.height)
    assert len(png) > len(as_png(drawing_of(network()[0][:2], []), "Two"))
