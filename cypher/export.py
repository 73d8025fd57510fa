"""The whole graph, for programs without Neo4j: every node with its outgoing edges, in the order of the ids.

What the formats of `cypher.formats` write comes from here, one node after the other, so that memory does not
grow with the graph, and two exports of one graph are equal, byte for byte.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Protocol

from cypher.catalog import Read, Row
from cypher.formats import jsonl
from cypher.formats.shape import Edge, Node


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


EXPORTS = {
    Read("export_articles", ExportedNode): ("Article",),
    Read("export_claims", ExportedNode): ("Claim",),
    Read("export_entities", ExportedNode): ("Person", "Country", "Party", "Organization", "Place"),
    Read("export_meetings", ExportedNode): ("Meeting",),
    Read("export_decisions", ExportedNode): ("Decision",),
    Read("export_redirects", ExportedNode): ("Redirect",),
}
"""The reads in the order of an export, each with the kinds of nodes that it gives."""
KINDS = tuple(kind for kinds in EXPORTS.values() for kind in kinds)

# Book-keeping of the ledger. The names in a claim, and an article's claims and entities, are edges as well.
INTERNAL = frozenset(
    {
        *("bond", "derived", "digest", "entities", "meeting", "names", "passages", "sketch", "stated"),
        *(f"anchor_{place:x}" for place in range(16)),
    }
)


class Source(Protocol):
    """The graph, or a transaction in which it is as it was (`cypher.past`)."""

    def stream(self, statement: Read[Row], **params: Any) -> Iterator[Row]:
        """Rows one by one."""


def exported(source: Source, kinds: Container[str] = KINDS) -> Iterator[Node]:
    """Every node with its edges: articles, claims, people and the like, meetings, decisions of who is who.

    With `kinds`, only nodes of these, and of their edges those that lead to one of these.
    """
    for statement, found in EXPORTS.items():
        if any(kind in kinds for kind in found):
            nodes = (_node(row) for row in source.stream(statement))
            yield from (_among(kinds, node) for node in nodes if node.kind in kinds)


def export_lines(source: Source) -> Iterator[str]:
    """Every node and edge as one line of JSON. Memory does not grow with the graph."""
    return jsonl.lines(exported(source))


def _among(kinds: Container[str], node: Node) -> Node:
    edges = tuple(edge for edge in node.edges if edge.target_kind in kinds)
    return node if len(edges) == len(node.edges) else replace(node, edges=edges)


def _node(row: ExportedNode) -> Node:
    return Node(
        kind=_kind(row.labels),
        id=row.properties["id"],
        properties=_public(row.properties),
        edges=tuple(
            Edge(edge.kind, edge.target, _kind(edge.target_labels), _public(edge.properties))
            for edge in row.edges
        ),
    )


def _kind(labels: Iterable[str]) -> str:
    return min((label for label in labels if label != "Entity"), default="Entity")


def _public(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: properties[name] for name in sorted(properties) if name not in INTERNAL}
