"""The questions of the API as tools for assistants, and the picture of a network."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any
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


QUESTIONS: dict[str, tuple[dict[str, Any], bool]] = {
    "search": ({"words": "brandt"}, False),
    "search_sentences": ({"words": "Montevideo"}, True),
    "person": ({"who": LEA.id}, False),
    "people": ({"country": "Norway"}, False),
    "whom_did_they_meet": ({"who": LEA.id}, True),
    "did_they_meet": ({"a": LEA.id, "b": TOMAS.id}, True),
    "whom_both_met": ({"a": LEA.id, "b": TOMAS.id}, False),
    "meetings": ({"country": "URY", "with_country": "NOR"}, True),
    "meetings_over_time": ({"unit": "year"}, False),
    "upcoming": ({"since": "2024-09-01"}, True),
    "partners": ({"country": "Uruguay"}, True),
    "representatives": ({"country": "URY"}, True),
    "contacts_of_country": ({"country": "URY"}, False),
    "who_connects": ({"a": "URY", "b": "NOR"}, False),
    "who_meets_most": ({}, False),
    "ways_between": ({"one": LEA.id, "other": TOMAS.id}, False),
    "why": ({"kind": "met_with", "source": LEA.id, "target": TOMAS.id}, True),
    "article": ({"id": "visit"}, False),
}
"""What each tool is asked, and whether it quotes what it says. `meeting` is asked about one that is found."""


async def test_every_tool_answers_and_quotes_what_it_says(app_over_news: FastAPI) -> None:
    async with Client(server_of(client_of(app_over_news))) as assistant:
        tools = {tool.name for tool in (await assistant.list_tools()).tools}
        answers = {
            name: await assistant.call_tool(name, arguments) for name, (arguments, _) in QUESTIONS.items()
        }
        found = answers["meetings"].structured_content
        assert found is not None
        answers["meeting"] = await assistant.call_tool("meeting", {"id": found["items"][0]["id"]})

    assert answers.keys() == tools
    assert [name for name, answer in answers.items() if answer.is_error] == []
    quoting = {name for name, (_, quotes) in QUESTIONS.items() if quotes} | {"meeting"}
    assert [name for name in quoting if "sentence" not in str(answers[name].structured_content)] == []


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


async def test_names_run_neither_into_each_other_nor_over_nodes_nor_out_of_the_picture() -> None:
    """Around somebody with very many neighbours, as around others."""
    nodes = [Node(id=f"{n:03}", name=f"Amina Okonkwo {n:03}", kind="person") for n in range(120)]
    links = [
        NetworkLink(source="000", target=node.id, kind="met_with", weight=1, label=None) for node in nodes[1:]
    ]
    drawing = drawing_of(nodes, links, ["000"])

    written = [node for node in drawing.nodes if node.is_labelled]
    assert 20 < len(written) < 120
    boxes = {node.id: (node.x, node.y + node.radius, 3.5 * len(node.label)) for node in written}
    for node in written:
        x, top, half = boxes[node.id]
        assert half <= x <= drawing.width - half
        for other in written:
            apart = abs(x - boxes[other.id][0]) >= half + boxes[other.id][2]
            assert other is node or apart or abs(top - boxes[other.id][1]) >= 15
        if node.is_centre:
            continue
        for other in drawing.nodes:
            beside = abs(x - other.x) >= half + other.radius
            assert other is node or beside or not top - other.radius < other.y < top + 15 + other.radius


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
