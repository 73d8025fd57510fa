"""The bench of the API asks every kind of question, of the API and of the bare driver alike."""

from __future__ import annotations

from pathlib import Path

from app.bench_api import measure, questions_about
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.invented.loading import RECORDED
from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.ledger import record_readings
from cypher.schema import apply_schema


async def test_every_kind_of_question_is_measured(clean_database: Endpoint, tmp_path: Path) -> None:
    world = World(people=60)
    with open_graph(clean_database) as graph:
        apply_schema(graph)
        record_readings(graph, list(world_news(world, 20)), RECORDED)

    found = await measure(clean_database, tmp_path, world, rounds=2, seconds=0.1, connections=2)

    assert [one.question for one in found] == list(questions_about(world))
    for one in found:
        for latency in (one.api_alone, one.bare_alone, one.api_together, one.bare_together):
            assert 0 < latency.p50 <= latency.p99
            assert latency.per_second > 0
        assert one.ratio > 0
