"""The bench of the API asks every kind of question, of the API and of the bare driver alike."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
import pytest_asyncio

from app import bench_growth
from app.bench_api import measure
from app.bench_growth import compare
from app.bench_questions import Loaded, questions_about
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.invented.loading import RECORDED
from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.ledger import record_readings
from cypher.opening import bring_up_to_date


@pytest_asyncio.fixture
async def loaded(clean_database: Endpoint) -> Loaded:
    """A graph that holds a small world."""
    world = World(people=60)
    with open_graph(clean_database) as graph:
        bring_up_to_date(graph)
        record_readings(graph, list(world_news(world, 20)), RECORDED)
    return Loaded(clean_database, world, 20)


async def test_every_kind_of_question_is_measured(loaded: Loaded, tmp_path: Path) -> None:
    found = await measure(loaded, tmp_path, rounds=2, seconds=0.1, connections=2)

    assert [one.question for one in found] == list(questions_about(loaded))
    for one in found:
        for latency in (one.api_alone, one.bare_alone, one.api_together, one.bare_together):
            assert 0 < latency.p50 <= latency.p99
            assert latency.per_second > 0
        assert one.ratio > 0


async def test_growth_compares_answers_of_one_size(
    loaded: Loaded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A graph beside itself: every question has one of its own size."""
    monkeypatch.setattr(bench_growth, "CANDIDATES", 20)
    monkeypatch.setattr(bench_growth, "PROFILED", 3)
    grown = await compare(loaded, loaded, tmp_path, rounds=3)

    kinds = [one.question.partition(" of ")[0] for one in grown]
    assert list(dict.fromkeys(kinds)) == list(questions_about(loaded))
    assert any("paths of" in one.question for one in grown)
    for one in grown:
        assert one.pairs
        assert one.bytes_small == one.bytes_large > 0
        assert min(one.accesses_small, one.accesses_large) > 0
        assert one.times is None or one.times > 0
    assert doctest.testmod(bench_growth).failed == 0
