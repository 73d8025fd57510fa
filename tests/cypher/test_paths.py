"""The shortest ways between people are those that a search through the whole graph of them finds."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
import rustworkx

from cypher.graph import Graph
from cypher.ledger import record_readings
from cypher.reads.network import SHORT_PATHS, SHORTEST_PATHS
from tests.cypher.worlds import NOW, article, day, met

MANY = 1_000
PATIENT = 60.0
"""Seconds that a question may take: on a busy machine, planning it is the longer part."""

RING = [f"person:aaa:p{number:02}" for number in range(14)]
"""People of whom each met the two beside them, and some met others."""
SHORTCUTS = [(0, 5), (0, 9), (1, 4), (1, 5), (2, 9), (3, 10), (6, 12)]
STRANGER = "person:bbb:stranger"


@pytest.fixture
def people(graph: Graph) -> rustworkx.PyGraph[str, None]:
    """A graph of people, also as one to calculate with; the two of one more pair met nobody else."""
    pairs = [(number, (number + 1) % len(RING)) for number in range(len(RING))] + SHORTCUTS
    named = [(RING[one], RING[other]) for one, other in pairs] + [(STRANGER, "person:bbb:friend")]
    claims = (met(one, other, on=day(number)) for number, (one, other) in enumerate(named))
    record_readings(graph, [article(f"a:{number}", claim) for number, claim in enumerate(claims)], NOW)
    found: rustworkx.PyGraph[str, None] = rustworkx.PyGraph()
    found.add_nodes_from(RING)
    found.add_edges_from([(one, other, None) for one, other in pairs])
    return found


def test_all_shortest_ways_are_found_and_the_first_of_them_within_a_limit(
    graph: Graph, people: rustworkx.PyGraph[str, None]
) -> None:
    lengths = set()
    for one, other in random.Random(1).sample(list(combinations(range(len(RING)), 2)), 40):
        ways = sorted(
            [RING[node] for node in way] for way in rustworkx.all_shortest_paths(people, one, other)
        )
        lengths.add(len(ways[0]) - 1)
        assert ids_of(graph, RING[one], RING[other], limit=MANY) == ways
        assert ids_of(graph, RING[one], RING[other], limit=2) == ways[:2]
        if len(ways[0]) > 2:
            assert ids_of(graph, RING[one], RING[other], limit=MANY, depth=len(ways[0]) - 2) == []
    assert {1, 2, 3, 4} <= lengths


def test_each_step_says_how_the_two_met(graph: Graph, people: rustworkx.PyGraph[str, None]) -> None:
    row = graph.fetch_one(
        SHORTEST_PATHS, timeout=PATIENT, source=RING[13], target=RING[10], depth=6, limit=MANY
    )

    assert row is not None
    way = next(way for way in row.paths if [one.id for one in way.persons] == [*RING[13:9:-1]])
    assert [step.first for step in way.steps] == [day(number).isoformat() for number in (12, 11, 10)]
    assert [one.name for one in way.persons] == ["P13", "P12", "P11", "P10"]


def test_longer_ways_come_behind_the_shortest(graph: Graph, people: rustworkx.PyGraph[str, None]) -> None:
    row = graph.fetch_one(SHORT_PATHS, timeout=PATIENT, source=RING[0], target=RING[5], depth=6, limit=3)

    assert row is not None
    assert [way.length for way in row.paths] == [1, 2, 3]


@pytest.mark.parametrize(("target", "known"), [(STRANGER, True), ("person:bbb:nobody", False)])
def test_no_way_to_strangers_and_to_nobody(
    graph: Graph, people: rustworkx.PyGraph[str, None], target: str, known: bool
) -> None:
    row = graph.fetch_one(SHORTEST_PATHS, timeout=PATIENT, source=RING[0], target=target, depth=6, limit=MANY)

    assert row is not None
    assert (row.target_id is not None, row.paths) == (known, ())


def ids_of(graph: Graph, source: str, target: str, limit: int, depth: int = 6) -> list[list[str]]:
    """The ids along each way."""
    row = graph.fetch_one(
        SHORTEST_PATHS, timeout=PATIENT, source=source, target=target, depth=depth, limit=limit
    )
    assert row is not None
    return [[one.id for one in way.persons] for way in row.paths]
