"""The kit for the Neo4j Browser is whole: its guide names every question, its schema every property."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from neo4j import GraphDatabase

from cypher.browser import SAVED
from cypher.connect import Endpoint
from cypher.decisions import Proposal, decide
from cypher.graph import Graph
from cypher.inbox import Submission, receive_article
from cypher.ledger import record_readings
from tests.app.builders import LEA, LENA, more_news

FOLDER = Path(__file__).parents[2] / "cypher" / "browser"

PROPERTIES = """
MATCH (node) UNWIND [label IN labels(node) WHERE size(labels(node)) = 1 OR label = 'Entity'] AS kind
UNWIND keys(node) AS property
RETURN DISTINCT kind, property
UNION
MATCH ()-[edge]->()
UNWIND keys(edge) AS property
RETURN DISTINCT type(edge) AS kind, property
"""


def described() -> dict[str, set[str]]:
    """The properties that `schema.md` describes, by label and type of edge."""
    found: dict[str, set[str]] = {}
    kinds: list[str] = []
    for line in (FOLDER / "schema.md").read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            continue
        first, second = re.split(r"(?<!\w)\|", line)[1:3]
        kinds = re.findall(r"`(\w+)`", first) or kinds
        for kind in kinds:
            found.setdefault(kind, set()).update(re.findall(r"`(\w+)`", second))
    return found


def test_the_schema_says_what_every_property_means(graph: Graph, clean_database: Endpoint) -> None:
    """Of a graph with news, a decision, and an article that waits; an article in the inbox is one as well."""
    now = datetime.now(UTC)
    record_readings(graph, more_news(), now)
    decide(graph, Proposal("merge", LEA.id, LENA.id, reason="a misprint", decided_by="desk"), now)
    receive_article(graph, Submission("waits", "text", "0"), now)
    known = described()
    known["Submission"] |= known["Article"]
    anchors = {f"anchor_{digit:x}" for digit in range(16)}

    with GraphDatabase.driver(clean_database.uri, auth=clean_database.auth) as driver:
        records, _, _ = driver.execute_query(PROPERTIES)

    missing = [
        (kind, name)
        for kind, name in records
        if name not in known.get(kind, ()) and not (kind == "Article" and name in anchors)
    ]
    assert missing == []


def test_the_guide_names_every_question_with_what_it_shows() -> None:
    rows = re.findall(r"^\| `(\w+)\.cypher` \| (.+) \|$", (FOLDER / "guide.md").read_text("utf-8"), re.M)

    assert rows == [(name, statement.purpose) for name, statement in sorted(SAVED.items())]
