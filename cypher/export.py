"""The graph as lines of JSON, for programs without Neo4j: every node, followed by its outgoing edges.

    {"type": "node", "kind": "Person", "id": "Q7747", "properties": {"name": ...}}
    {"type": "edge", "kind": "MET_WITH", "source": "Q23530", "source_kind": "Person",
     "target": "Q7747", "target_kind": "Person", "properties": {"meetings": 3, ...}}

The order is that of the ids, so that two exports of one graph are equal, line by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cypher.catalog import Read
from cypher.graph import Graph


@dataclass(frozen=True, slots=True)
class ExportedEdge:
    """An edge from the node in whose row it stands."""

    kind: str
    target: str
    target_labels: tuple[str, ...]
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ExportedNode:
    """A node with its outgoing edges."""

    labels: tuple[str, ...]
    properties: dict[str, Any]
    edges: tuple[ExportedEdge, ...]


EXPORTS = tuple(
    Read(name, ExportedNode)
    for name in ("export_articles", "export_claims", "export_entities", "export_meetings")
)

# Book-keeping of the ledger. The names in a claim and the entities in an article are edges as well, and the
# anchors are the beginning of the sketch.
INTERNAL = frozenset(
    {"bond", "derived", "digest", "entities", "names", *(f"anchor_{place:x}" for place in range(16))}
)


def export_lines(graph: Graph) -> Iterator[str]:
    """Every node and edge as one line of JSON. Memory does not grow with the graph."""
    for statement in EXPORTS:
        for node in graph.stream(statement):
            kind, identifier = _kind(node.labels), node.properties["id"]
            yield _line(
                {"type": "node", "kind": kind, "id": identifier, "properties": _public(node.properties)}
            )
            for edge in node.edges:
                yield _line(
                    {
                        "type": "edge",
                        "kind": edge.kind,
                        "source": identifier,
                        "source_kind": kind,
                        "target": edge.target,
                        "target_kind": _kind(edge.target_labels),
                        "properties": _public(edge.properties),
                    }
                )


def _kind(labels: tuple[str, ...]) -> str:
    return min((label for label in labels if label != "Entity"), default="Entity")


def _public(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: properties[name] for name in sorted(properties) if name not in INTERNAL}


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, default=_moment)


def _moment(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
