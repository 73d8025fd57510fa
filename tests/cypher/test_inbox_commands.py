"""`demarche inbox` as a person runs it, over a real Neo4j."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.inbox import Submission, lease_articles, receive_article, set_aside_article
from cypher.inbox_commands import commands
from cypher.opening import bring_up_to_date

NOW = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture
def inbox(database_of_commands: Endpoint) -> Endpoint:
    """Settings of a database in whose inbox `odd:1` and `odd:2` were set aside and `new` waits."""
    with open_graph(database_of_commands) as graph:
        bring_up_to_date(graph)
        for key in ("odd:1", "odd:2", "new"):
            receive_article(graph, Submission(key, "They met.", "0"), NOW)
            if key != "new":
                set_aside_article(graph, lease_articles(graph, 1, NOW, 60)[0], "It is no news.")
    return database_of_commands


def ran(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, arguments)
    return result.exit_code, result.output


def shown(*arguments: str) -> tuple[int, int, list[str]]:
    """How many articles wait and were set aside, and the ids in the list."""
    found = json.loads(ran("show", "--json", *arguments)[1])
    return found["waiting"], found["set_aside"], [article["id"] for article in found["articles"]]


def test_what_was_set_aside_is_listed_with_the_reason(inbox: Endpoint) -> None:
    """And what waits, if asked for."""
    assert "  odd:1: It is no news.\n" in ran("show")[1]
    assert shown() == (1, 2, ["odd:1", "odd:2"])
    assert shown("--state", "waiting", "--limit", "5") == (1, 2, ["new"])


def test_what_was_set_aside_waits_again_or_goes(inbox: Endpoint) -> None:
    """One by its id, or all; what is not there to be changed is said with code 1."""
    assert ran("retry", "odd:1") == (0, "wait again 1\n")
    assert shown() == (2, 1, ["odd:2"])
    assert ran("drop", "new")[0] == 0
    assert ran("retry", "--all") == (0, "wait again 1\n")
    assert shown("--state", "waiting") == (2, 0, ["odd:1", "odd:2"])
    code, output = ran("drop", "nowhere")
    assert (code, "nowhere is not there to drop" in output) == (1, True)
    assert ran("retry")[0] == 2
