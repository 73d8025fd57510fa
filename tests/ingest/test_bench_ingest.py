"""Measuring the whole way: repeated articles are of other people, and what is measured is recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.opening import bring_up_to_date
from cypher.reads.counts import GRAPH_SIZE
from ingest.bench_ingest import measure_ingest, varied_articles
from ingest.bench_text import made_up_articles
from ingest.records import Article
from ingest.settings import IngestSettings

MET = Article(
    "a",
    "In 2023, President Halima Okoro of Kenya met Bruno Castellan of France. "
    "Okoro thanked Castellan in Nairobi.",
    published=date(2023, 3, 6),
    language="en",
)


def test_a_repeated_article_is_of_other_people_on_another_day() -> None:
    """The same each time, and the first round as it was given."""
    first, second, third = varied_articles([MET], 3)

    assert first == MET
    assert second.text == (
        "In 2024, President Halima Okorodoba of Kenya met Bruno Castellandoba of France. "
        "Okorodoba thanked Castellandoba in Nairobi."
    )
    assert (second.id, second.published) == ("a#1", date(2024, 3, 4))
    assert third.text != second.text
    assert [first, second, third] == list(varied_articles([MET], 3))


def test_the_measure_records_what_it_reads(clean_database: Endpoint, tmp_path: Path) -> None:
    told: list[int] = []
    with open_graph(clean_database) as graph:
        bring_up_to_date(graph)
        speed = measure_ingest(graph, tmp_path, IngestSettings(), made_up_articles(6, 100), 6, 1, told.append)
        recorded = graph.fetch(GRAPH_SIZE)[0].articles

    assert speed.articles == sum(told) == 6
    assert recorded == 6
    assert speed.claims > 0
    assert speed.ratio == speed.seconds / speed.parser_seconds
