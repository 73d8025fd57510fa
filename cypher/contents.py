"""The derived graph as plain sets, stored and expected: what can be compared whole.

Properties are JSON with sorted keys, so that nodes and edges can be counted and compared as tuples.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cypher.catalog import Read
from cypher.derivation.bonds import bond_of, post_of
from cypher.derivation.decisions import Decision, WhoIsWho
from cypher.derivation.dyads import dyads, window
from cypher.derivation.evidence import LiveArticle, LiveClaim
from cypher.derivation.identities import Identity
from cypher.derivation.in_parts import Part, Survey
from cypher.derivation.meetings import Meeting
from cypher.graph import Graph
from cypher.identification import all_decisions
from cypher.neighbourhood import (
    bond_properties,
    entity_properties,
    meeting_properties,
    mention_counts,
    met_with_properties,
    name_properties,
    seat_properties,
    venue_properties,
)
from cypher.records import ArticleRecord
from cypher.storable import shallow

PAGE = 1000
"""Articles fetched at once."""

Node = tuple[str, str, str]
"""Label, id, properties."""
Edge = tuple[str, str, str, str]
"""Type, id of the source, id of the target, properties."""


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A derived node."""

    labels: tuple[str, ...]
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """A derived edge."""

    type: str
    source: str
    target: str
    properties: dict[str, Any]


derived_nodes = Read("derived_nodes", NodeRow)
derived_edges = Read("derived_edges", EdgeRow)
live_articles = Read("live_articles", ArticleRecord)


@dataclass(frozen=True)
class Contents:
    """All derived nodes and edges. There may be several equal edges, so they are counted."""

    nodes: Counter[Node]
    edges: Counter[Edge]


class Expected:
    """The derived graph as it follows from live articles and decisions, worked out from nothing.

    `articles` gives all of them, in the same order each time that it is called: the derivation works part by
    part (`cypher.derivation.in_parts`), in memory that hardly grows with them.
    """

    def __init__(
        self, articles: Callable[[], Iterable[LiveArticle]], decisions: Iterable[Decision] = ()
    ) -> None:
        self._articles = articles
        self._who = WhoIsWho(decisions)

    def things(self) -> Iterator[Node | Edge]:
        """All nodes, also what is derived of articles and claims, and all edges; one by one."""
        yield from self._redirects()
        for part in self._parts():
            yield from map(_node, nodes_of(part))
            yield from map(_edge, edges_of(part))

    def contents(self) -> Contents:
        """All of them, held in memory whole."""
        contents = Contents(Counter(self._redirects()), Counter())
        for part in self._parts():
            contents.nodes.update(map(_node, nodes_of(part)))
            contents.edges.update(map(_edge, edges_of(part)))
        return contents

    def _parts(self) -> Iterator[Part]:
        return Survey(self._identified()).parts(self._identified())

    def _redirects(self) -> Iterator[Node]:
        redirects = self._who.redirects().items()
        return (_node(NodeRow(("Redirect",), {"id": old, "target": new})) for old, new in redirects)

    def _identified(self) -> Iterator[LiveArticle]:
        """The articles with everyone in them under the id of whom they are."""
        return (self._who.article(article) for article in self._articles())


def stored_things(graph: Graph) -> Iterator[Node | Edge]:
    """The nodes and edges of the derived graph as they are in the database, one by one."""
    yield from stored_nodes(graph)
    yield from stored_edges(graph)


def stored_nodes(graph: Graph) -> Iterator[Node]:
    """The nodes of the derived graph as they are in the database, one by one."""
    return map(_node, graph.stream(derived_nodes))


def stored_edges(graph: Graph) -> Iterator[Edge]:
    """The edges of the derived graph as they are in the database, one by one."""
    return map(_edge, graph.stream(derived_edges))


def stored_contents(graph: Graph) -> Contents:
    """The derived graph as it is in the database, held in memory whole."""
    return Contents(Counter(stored_nodes(graph)), Counter(stored_edges(graph)))


def expectations_of_ledger(graph: Graph) -> Expected:
    """The derived graph as it follows from the ledger of this database, to be asked for one by one."""
    return Expected(lambda: articles_of_ledger(graph), graph.fetch(all_decisions))


def expected_of_ledger(graph: Graph) -> Contents:
    """The derived graph as it follows from the ledger of this database, held in memory whole."""
    return expectations_of_ledger(graph).contents()


def articles_of_ledger(graph: Graph) -> Iterator[LiveArticle]:
    """All live articles of the ledger, by id."""
    after = ""
    while page := graph.fetch(live_articles, after=after, limit=PAGE):
        yield from (record.live() for record in page)
        after = page[-1].id


def nodes_of(part: Part) -> Iterator[NodeRow]:
    """The nodes of a part of the derived graph; of articles and claims, what is derived."""
    derived = part.derived
    for entity in derived.identities:
        yield NodeRow((entity.label, "Entity"), entity_properties(entity))
    for meeting in derived.meetings:
        yield NodeRow(("Meeting",), meeting_properties(meeting))
    for article, story in derived.stories.items():
        yield NodeRow(("Article",), {"id": article, "story": story})
    for dyad in derived.dyads:
        yield NodeRow(("Dyad",), {"id": dyad})
    for teller in part.articles:
        for claim in teller.claims:
            if bond := bond_of(claim):
                yield NodeRow(("Claim",), {"id": claim.id, "bond": bond, "post": post_of(claim)})


def edges_of(part: Part) -> Iterator[EdgeRow]:
    """The edges of a part of the derived graph."""
    derived = part.derived
    for article in part.articles:
        for entity, count in mention_counts(article).items():
            yield EdgeRow("MENTIONS", article.id, entity, {"count": count})
        for claim in article.claims:
            yield from _claim_edges(claim)
    yield from _country_edges(derived.identities)
    for meeting in derived.meetings:
        yield from _meeting_edges(meeting)
    for met in derived.met_with:
        yield EdgeRow("MET_WITH", met.source, met.target, met_with_properties(met))
    for bond in derived.bonds:
        yield EdgeRow(bond.kind, bond.source, bond.target, bond_properties(bond))


def _claim_edges(claim: LiveClaim) -> Iterator[EdgeRow]:
    for name in claim.names:
        yield EdgeRow("NAMES", claim.id, name.entity, name_properties(name))
    if claim.kind == "meeting":
        for dyad in dyads(claim):
            yield EdgeRow("ABOUT", claim.id, dyad, shallow(window(claim)))


def _country_edges(identities: Iterable[Identity]) -> Iterator[EdgeRow]:
    for entity in identities:
        if entity.country and entity.label in ("Party", "Place"):
            yield EdgeRow("OF" if entity.label == "Party" else "IN", entity.id, entity.country, {})


def _meeting_edges(meeting: Meeting) -> Iterator[EdgeRow]:
    for seat in meeting.seats:
        yield EdgeRow("ATTENDED", seat.entity, meeting.id, seat_properties(seat, meeting))
    for claim in meeting.claims:
        yield EdgeRow("SUPPORTS", claim, meeting.id, {})
    if meeting.place:
        yield EdgeRow("HELD_IN", meeting.id, meeting.place, venue_properties(meeting))


def _node(row: NodeRow) -> Node:
    return (":".join(sorted(row.labels)), str(row.properties.get("id")), _text(row.properties))


def _edge(row: EdgeRow) -> Edge:
    return (row.type, row.source, row.target, _text(row.properties))


def _text(properties: dict[str, Any]) -> str:
    return json.dumps(properties, sort_keys=True, default=str, ensure_ascii=False)
