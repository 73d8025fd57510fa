"""The benchmark measures both ways of writing, on an empty graph, and leaves it empty."""

from __future__ import annotations

import pytest

from cypher.bench import bench_graph, nodes_in_all
from cypher.errors import GraphNotEmptyError
from cypher.graph import Graph
from cypher.ledger import record_readings
from tests.cypher.worlds import NOW, article, met


def test_both_ways_are_measured_and_nothing_stays(graph: Graph) -> None:
    """At each size asked for."""
    small, large = bench_graph(graph, (20, 40))

    assert (small.articles, large.articles) == (20, 40)
    assert all(rate > 0 for rate in (small.recorded_per_second, large.bare_per_second, large.retract_seconds))
    assert graph.fetch(nodes_in_all)[0].nodes == 0


def test_a_graph_that_holds_something_is_not_touched(graph: Graph) -> None:
    """It may be someone's work."""
    record_readings(graph, [article("a:1", met("Q1", "Q2"))], NOW)

    with pytest.raises(GraphNotEmptyError, match="Name an empty one"):
        bench_graph(graph, (10,))
    assert graph.fetch(nodes_in_all)[0].nodes
