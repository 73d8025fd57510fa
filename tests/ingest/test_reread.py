"""Re-reading puts the claims of a better reader in the place of the old ones, and says what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cypher.connect import Endpoint
from cypher.graph import Graph, open_graph
from cypher.ledger import record_readings, retract_article
from cypher.opening import bring_up_to_date
from cypher.reads.counts import GRAPH_SIZE
from cypher.verify import verify
from ingest.extractor import extractor
from ingest.records import Article, Reading
from ingest.reread import Difference, articles_left, articles_to_reread, as_lines, read_again
from ingest.run import pipeline_reader, results
from ingest.settings import DEFAULT_MODEL
from ingest.sources import Item
from ingest.stored import article_of
from ingest.write import to_rows

MET = "President William Ruto of Kenya met Indian Prime Minister Narendra Modi in Nairobi."
NOBODY = "The harvest of the north was good, said the ministry of agriculture."
ARTICLES = [
    Article("a", MET, published=date(2025, 3, 3), language="en"),
    Article("b", NOBODY, published=date(2025, 3, 3), language="en"),
    Article("c", MET.replace("met", "called"), published=date(2025, 3, 4), language="en"),
]
RECEIVED = datetime(2025, 3, 5, tzinfo=UTC)


@pytest.fixture
def graph(clean_database: Endpoint) -> Iterator[Graph]:
    """A ledger of articles in which an older reader found nothing, and of which `c` was taken back."""
    with open_graph(clean_database) as opened:
        bring_up_to_date(opened)
        blind = [Reading(article, entities=(), claims=()) for article in ARTICLES]
        record_readings(opened, [to_rows(reading, RECEIVED, "older") for reading in blind], RECEIVED)
        retract_article(opened, "c", datetime.now(UTC))
        yield opened


def reread(graph: Graph, home: Path, *, dry_run: bool = False, most: int | None = None) -> list[Difference]:
    current = extractor(DEFAULT_MODEL)
    stored = list(articles_to_reread(graph, current, 2))[:most]
    items: Sequence[Item] = [article_of(article) for article in stored]
    found = results(items, pipeline_reader(home, DEFAULT_MODEL), frozenset({"en"}), 2)
    pairs = zip(stored, found, strict=True)
    told = list(read_again(graph, pairs, DEFAULT_MODEL, 2, dry_run=dry_run))
    return [one for one in told if isinstance(one, Difference)]


def test_what_is_read_again_is_as_if_it_had_been_read_so_at_first(graph: Graph, tmp_path: Path) -> None:
    """In place, stopped in between or not; what was taken back stays taken back."""
    reread(graph, tmp_path, most=1)
    assert articles_left(graph, extractor(DEFAULT_MODEL)) == 1
    reread(graph, tmp_path)

    assert articles_left(graph, extractor(DEFAULT_MODEL)) == 0
    assert verify(graph) == ()
    assert graph.fetch(GRAPH_SIZE)[0].meetings == 1


def test_a_diff_says_what_is_gone_and_what_is_new(graph: Graph, tmp_path: Path) -> None:
    """A dry run says the same and changes nothing. Read once more, nothing is left to say."""
    dry = reread(graph, tmp_path, dry_run=True)
    wet = reread(graph, tmp_path)

    assert dry == wet
    assert [(told.article, len(told.gone), len(told.new) > 0) for told in wet] == [
        ("a", 0, True),
        ("b", 0, False),
    ]
    assert any(line.startswith("+ a: meeting held") for line in as_lines(wet[0]))
    assert reread(graph, tmp_path) == []
