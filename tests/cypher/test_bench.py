"""The benchmark measures both ways of writing, on an empty graph, and leaves it empty."""

from __future__ import annotations

import pytest

from cypher.bench import bench_graph, bench_loaded_graph, nodes_in_all
from cypher.errors import GraphNotEmptyError
from cypher.graph import Graph
from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.ledger import record_readings
from cypher.verify import verify
from tests.cypher.worlds import NOW, article, met


def test_both_ways_are_measured_and_nothing_stays(graph: Graph) -> None:
    """At each size asked for."""
    small, large = bench_graph(graph, (20, 40))

    assert (small.articles, large.articles) == (20, 40)
    assert all(rate > 0 for rate in (small.recorded_per_second, large.bare_per_second, large.retract_seconds))
    assert large.correct_seconds > 0
    assert graph.fetch(nodes_in_all)[0].nodes == 0


def test_a_graph_that_holds_a_world_is_measured_by_what_is_added(graph: Graph) -> None:
    """The size is that before; what was added stays, corrected and taken back in part, and is sound."""
    world = World(people=30)
    held = list(world_news(world, 40))
    record_readings(graph, held, NOW)

    stage = bench_loaded_graph(graph, world, meetings=40, articles=60)

    assert stage.articles == len(held)
    assert stage.ratio > 0
    assert not [finding for finding in verify(graph) if finding.check == "ledger"]


def test_a_graph_that_holds_something_is_not_touched(graph: Graph) -> None:
    """It may be someone's work."""
    record_readings(graph, [article("a:1", met("Q1", "Q2"))], NOW)

    with pytest.raises(GraphNotEmptyError, match="Name an empty one"):
        bench_graph(graph, (10,))
    assert graph.fetch(nodes_in_all)[0].nodes
