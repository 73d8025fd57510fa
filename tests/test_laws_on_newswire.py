"""The laws of the graph over real newswire, as the reader reads it; the corpora stand beside the checkout.

These articles have what invented ones lack: chains of vague dates, people named in many ways, claims without
a day, several meetings in one text.
"""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cypher.connect import Endpoint
from cypher.contents import expected_of_ledger, stored_contents
from cypher.decisions import Proposal, decide, undo_decision
from cypher.graph import Graph, open_graph
from cypher.ledger import rebuild, record_readings, retract_articles
from cypher.rows import ReadingRows
from cypher.schema import apply_schema
from cypher.verify import verify
from ingest.pipeline import read_articles
from ingest.records import Article
from ingest.write import to_rows

CORPORA = Path(__file__).parent.parent.parent / "shared" / "corpora"
FILES = ("dev_articles_a.jsonl", "dev_articles_b.jsonl")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def news() -> list[ReadingRows]:
    """What the reader makes of these articles, shuffled."""
    if not all((CORPORA / name).is_file() for name in FILES):
        pytest.skip("the corpora of newswire are not beside this checkout")
    lines = [line for name in FILES for line in (CORPORA / name).read_text(encoding="utf-8").splitlines()]
    articles = [
        Article(row["id"], row["text"], row.get("title"), published=date.fromisoformat(row["published"]))
        for row in map(json.loads, lines)
    ]
    found = [to_rows(reading, NOW, "test") for reading in read_articles(articles)]
    random.Random(5).shuffle(found)
    return found


def test_order_batches_corrections_retractions_and_decisions_leave_what_the_ledger_says(
    clean_database: Endpoint, news: list[ReadingRows]
) -> None:
    """Laws 1 to 5 but for the parallel one, each compared whole."""
    half = len(news) // 2
    with open_graph(clean_database) as graph:
        apply_schema(graph)
        record_readings(graph, news[:half], NOW)
        first_half = stored_contents(graph)

        for start in range(half, len(news), 7):
            record_readings(graph, news[start : start + 7], NOW)
        whole = stored_contents(graph)
        record_readings(graph, news[::3], NOW)
        assert stored_contents(graph) == whole == expected_of_ledger(graph)

        merged = merge_of_two_who_met(graph)
        assert stored_contents(graph) == expected_of_ledger(graph) != whole
        corrected = [without_last_claim(reading) for reading in news[::5]]
        record_readings(graph, corrected, NOW)
        assert verify(graph) == ()
        undo_decision(graph, merged, NOW)
        record_readings(graph, [later(reading, hours=2) for reading in news[::5]], NOW)
        assert stored_contents(graph) == whole

        retract_articles(graph, [reading.article.id for reading in news[half:]], NOW + timedelta(days=1))
        assert stored_contents(graph) == first_half
        rebuild(graph)
        assert stored_contents(graph) == first_half


def merge_of_two_who_met(graph: Graph) -> str:
    """Say of the first two who met that they are one: what that does to their meetings must be undone too."""
    pair = min(edge[1:3] for edge in stored_contents(graph).edges if edge[0] == "MET_WITH")
    return decide(graph, Proposal("merge", *pair, reason="a test"), NOW).id


def without_last_claim(reading: ReadingRows) -> ReadingRows:
    """A correction that says less."""
    return replace(later(reading, hours=1), claims=reading.claims[:-1])


def later(reading: ReadingRows, hours: int) -> ReadingRows:
    """The same, received later."""
    received = reading.article.received_at + timedelta(hours=hours)
    return replace(reading, article=replace(reading.article, received_at=received))
