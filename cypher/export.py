"""The whole graph, for programs without Neo4j: every node with its outgoing edges, in the order of the ids.

What the formats of `cypher.formats` write comes from here, one node after the other, so that memory does not
grow with the graph, and two exports of one graph are equal, byte for byte.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
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


ENTITIES = ("Person", "Country", "Party", "Organization", "Place")
EXPORTS = {
    Read("export_articles", ExportedNode): ("Article",),
    Read("export_claims", ExportedNode): ("Claim",),
    Read("export_entities", ExportedNode): ENTITIES,
    Read("export_meetings", ExportedNode): ("Meeting",),
    Read("export_decisions", ExportedNode): ("Decision",),
    Read("export_redirects", ExportedNode): ("Redirect",),
}
"""The reads in the order of an export, each with the kinds of nodes that it gives."""
KINDS = tuple(kind for kinds in EXPORTS.values() for kind in kinds)

IDS_AT_ONCE = 1_000
"""How many nodes of a part of the graph are asked for at once."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of the graph: what was in a period (both days inclusive), with a country and a person.

    It has the meetings that may have been in the period, in which both took part; the partnerships, offices
    and memberships that were said in the period and name both; the articles that say all that; and everyone
    and every place that occurs in it. `country` is an ISO 3166 alpha-3 code, `person` an id.
    """

    since: date | None = None
    until: date | None = None
    country: str | None = None
    person: str | None = None

    def touches(self, edge: Edge) -> bool:
        """Whether an edge that sums up a time (MET_WITH, PARTNER_OF) has something of this period in it."""
        first, last = edge.properties.get("first"), edge.properties.get("last")
        return not (
            (self.since is not None and last is not None and last < self.since)
            or (self.until is not None and first is not None and first > self.until)
        )


@dataclass(frozen=True, slots=True)
class SelectedId:
    """The id of a meeting or claim of a part of the graph."""

    id: str


@dataclass(frozen=True, slots=True)
class BesideRow:
    """Something that belongs to meetings and claims: its label and id."""

    label: str
    id: str


SELECTED_MEETINGS = Read("export_selected_meetings", SelectedId)
SELECTED_CLAIMS = Read("export_selected_claims", SelectedId)
BESIDE = Read("export_beside", BesideRow)
ARTICLES_WITH = Read("export_articles_with", ExportedNode)
CLAIMS_WITH = Read("export_claims_with", ExportedNode)
ENTITIES_WITH = Read("export_entities_with", ExportedNode)
MEETINGS_WITH = Read("export_meetings_with", ExportedNode)

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


def exported(
    source: Source, kinds: Container[str] = KINDS, selection: Selection | None = None
) -> Iterator[Node]:
    """Every node with its edges: articles, claims, people and the like, meetings, decisions of who is who.

    With `kinds`, only nodes of these, and of their edges those that lead to one of these. With a selection,
    only its nodes and the edges between them; memory grows with how many these are, by their ids.
    """
    if selection is not None:
        yield from _exported_part(source, kinds, selection)
        return
    for statement, found in EXPORTS.items():
        if any(kind in kinds for kind in found):
            nodes = (_node(row) for row in source.stream(statement))
            yield from (_among(kinds, node) for node in nodes if node.kind in kinds)


def _exported_part(source: Source, kinds: Container[str], selection: Selection) -> Iterator[Node]:
    ids = _selected(source, selection)
    reads = {
        ("Article",): (ARTICLES_WITH, {}),
        ("Claim",): (CLAIMS_WITH, {}),
        ENTITIES: (
            ENTITIES_WITH,
            {"country": selection.country, "since": selection.since, "until": selection.until},
        ),
        ("Meeting",): (MEETINGS_WITH, {}),
    }
    for found, (statement, params) in reads.items():
        wanted = sorted(key for kind in found if kind in kinds for key in ids[kind])
        for some in _batches(wanted):
            for row in source.stream(statement, ids=some, **params):
                node = _node(row)
                edges = tuple(
                    edge
                    for edge in node.edges
                    if edge.target in ids[edge.target_kind]
                    and edge.target_kind in kinds
                    and selection.touches(edge)
                )
                yield replace(node, edges=edges)


def _selected(source: Source, selection: Selection) -> dict[str, set[str]]:
    """The ids of a part of the graph by kind of node."""
    params = {
        "person": selection.person,
        "country": selection.country,
        "since": selection.since,
        "until": selection.until,
    }
    ids: dict[str, set[str]] = defaultdict(set)
    ids["Meeting"] = {row.id for row in source.stream(SELECTED_MEETINGS, **params)}
    ids["Claim"] = {row.id for row in source.stream(SELECTED_CLAIMS, **params)}
    claims = sorted(ids["Claim"])
    for some in _batches(sorted(ids["Meeting"])):
        _add_beside(source, ids, meetings=some, claims=[])
    for some in _batches(claims):
        _add_beside(source, ids, meetings=[], claims=some)
    return ids


def _add_beside(source: Source, ids: dict[str, set[str]], *, meetings: list[str], claims: list[str]) -> None:
    for row in source.stream(BESIDE, meetings=meetings, claims=claims):
        ids[row.label].add(row.id)


def _batches(ids: list[str]) -> Iterator[list[str]]:
    return (ids[start : start + IDS_AT_ONCE] for start in range(0, len(ids), IDS_AT_ONCE))


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
