"""Lines of JSON: every node, followed by its outgoing edges.

{"type": "node", "kind": "Person", "id": "Q7747", "properties": {"name": ...}}
{"type": "edge", "kind": "MET_WITH", "source": "Q23530", "source_kind": "Person",
 "target": "Q7747", "target_kind": "Person", "properties": {"meetings": 3, ...}}
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator

from cypher.formats.shape import Node, as_json, pieces


def write(nodes: Iterable[Node]) -> Generator[bytes]:
    """The lines as bytes."""
    return pieces(f"{line}\n" for line in lines(nodes))


def lines(nodes: Iterable[Node]) -> Iterator[str]:
    """Every node and edge as one line, without its end."""
    for node in nodes:
        yield as_json({"type": "node", "kind": node.kind, "id": node.id, "properties": node.properties})
        for edge in node.edges:
            yield as_json(
                {
                    "type": "edge",
                    "kind": edge.kind,
                    "source": node.id,
                    "source_kind": node.kind,
                    "target": edge.target,
                    "target_kind": edge.target_kind,
                    "properties": edge.properties,
                }
            )
