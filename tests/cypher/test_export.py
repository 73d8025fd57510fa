"""An export is in an order that depends on nothing but the graph."""

from __future__ import annotations

import json

from cypher.export import export_lines
from cypher.graph import Graph
from cypher.ledger import record_readings
from tests.cypher.worlds import NOW, article, office


def test_several_offices_of_one_person_come_in_the_same_order_whichever_was_recorded_first(
    graph: Graph,
) -> None:
    titles = ("Vice President", "King", "President")
    for person, ordered in (("Q1", titles), ("Q2", titles[::-1])):
        for number, title in enumerate(ordered):
            record_readings(graph, [article(f"a:{person}:{number}", office(person, "NOR", title))], NOW)

    edges = [edge for edge in map(json.loads, export_lines(graph)) if edge["kind"] == "REPRESENTS"]
    told = {
        person: [edge["properties"]["title"] for edge in edges if edge["source"] == person]
        for person in ("Q1", "Q2")
    }

    assert told["Q1"] == told["Q2"]
    assert sorted(told["Q1"]) == sorted(titles)
