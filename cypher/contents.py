"""The derived graph as plain sets, stored and expected: what can be compared whole.

Properties are JSON with sorted keys, so that nodes and edges can be counted and compared as tuples.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from cypher.catalog import Read
from cypher.derivation.acquaintance import MetWith
from cypher.derivation.bonds import bond_of, post_of
from cypher.derivation.decisions import Decision, WhoIsWho
from cypher.derivation.dyads import dyads, window
from cypher.derivation.evidence import LiveArticle, LiveClaim
from cypher.derivation.identities import Identity
from cypher.derivation.meetings import Meeting
from cypher.derivation.whole import Derived, derive
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
    """The derived graph as it follows from live articles and decisions, worked out from nothing."""

    def __init__(self, articles: Iterable[LiveArticle], decisions: Iterable[Decision] = ()) -> None:
        who = WhoIsWho(decisions)
        shared: dict[Any, Any] = {}
        self._articles = [_sharing(who.article(article), shared) for article in articles]
        self._derived = derive(self._articles)
        self._redirects = who.redirects()

    def nodes(self) -> Iterator[Node]:
        """All nodes, one by one; also what is derived of articles and claims."""
        yield from _nodes(self._derived)
        for old, new in self._redirects.items():
            yield _node(("Redirect",), {"id": old, "target": new})
        for article in self._articles:
            for claim in article.claims:
                if bond := bond_of(claim):
                    yield _node(("Claim",), {"id": claim.id, "bond": bond, "post": post_of(claim)})

    def edges(self) -> Iterator[Edge]:
        """All edges, one by one."""
        return _edges(self._derived, self._articles)

    def contents(self) -> Contents:
        """All of them, held in memory whole."""
        return Contents(Counter(self.nodes()), Counter(self.edges()))


def stored_nodes(graph: Graph) -> Iterator[Node]:
    """The nodes of the derived graph as they are in the database, one by one."""
    return (_node(row.labels, row.properties) for row in graph.stream(derived_nodes))


def stored_edges(graph: Graph) -> Iterator[Edge]:
    """The edges of the derived graph as they are in the database, one by one."""
    return (_edge(row.type, row.source, row.target, row.properties) for row in graph.stream(derived_edges))


def stored_contents(graph: Graph) -> Contents:
    """The derived graph as it is in the database, held in memory whole."""
    return Contents(Counter(stored_nodes(graph)), Counter(stored_edges(graph)))


def expected_contents(articles: Iterable[LiveArticle], decisions: Iterable[Decision] = ()) -> Contents:
    """The derived graph as it follows from these live articles and decisions, held in memory whole."""
    return Expected(articles, decisions).contents()


def expectations_of_ledger(graph: Graph) -> Expected:
    """The derived graph as it follows from the ledger of this database, to be asked for one by one."""
    return Expected(articles_of_ledger(graph), graph.fetch(all_decisions))


def expected_of_ledger(graph: Graph) -> Contents:
    """The derived graph as it follows from the ledger of this database, held in memory whole."""
    return expectations_of_ledger(graph).contents()


def articles_of_ledger(graph: Graph) -> Iterator[LiveArticle]:
    """All live articles of the ledger, by id."""
    after = ""
    while page := graph.fetch(live_articles, after=after, limit=PAGE):
        yield from (record.live() for record in page)
        after = page[-1].id


def _sharing(article: LiveArticle, shared: dict[Any, Any]) -> LiveArticle:
    """The same article; rows that others have as well, equal in all, are held once for all of them."""
    claims = (
        replace(claim, names=tuple(shared.setdefault(name, name) for name in claim.names))
        for claim in article.claims
    )
    entities = tuple(shared.setdefault(entity, entity) for entity in article.entities)
    return replace(article, entities=entities, claims=tuple(claims))


def _nodes(derived: Derived) -> Iterator[Node]:
    for entity in derived.identities:
        yield _node((entity.label, "Entity"), entity_properties(entity))
    for meeting in derived.meetings:
        yield _node(("Meeting",), meeting_properties(meeting))
    for article, story in derived.stories.items():
        yield _node(("Article",), {"id": article, "story": story})
    for dyad in derived.dyads:
        yield _node(("Dyad",), {"id": dyad})


def _edges(derived: Derived, articles: Iterable[LiveArticle]) -> Iterator[Edge]:
    for article in articles:
        for entity, count in mention_counts(article).items():
            yield _edge("MENTIONS", article.id, entity, {"count": count})
        for claim in article.claims:
            yield from _claim_edges(claim)
    yield from _country_edges(derived.identities)
    for meeting in derived.meetings:
        yield from _meeting_edges(meeting)
    yield from (_met_with_edge(edge) for edge in derived.met_with)
    for bond in derived.bonds:
        yield _edge(bond.kind, bond.source, bond.target, bond_properties(bond))


def _claim_edges(claim: LiveClaim) -> Iterator[Edge]:
    for name in claim.names:
        yield _edge("NAMES", claim.id, name.entity, name_properties(name))
    if claim.kind == "meeting":
        for dyad in dyads(claim):
            yield _edge("ABOUT", claim.id, dyad, asdict(window(claim)))


def _country_edges(identities: Iterable[Identity]) -> Iterator[Edge]:
    for entity in identities:
        if entity.country and entity.label in ("Party", "Place"):
            yield _edge("OF" if entity.label == "Party" else "IN", entity.id, entity.country, {})


def _meeting_edges(meeting: Meeting) -> Iterator[Edge]:
    for seat in meeting.seats:
        yield _edge("ATTENDED", seat.entity, meeting.id, seat_properties(seat, meeting))
    for claim in meeting.claims:
        yield _edge("SUPPORTS", claim, meeting.id, {})
    if meeting.place:
        yield _edge("HELD_IN", meeting.id, meeting.place, venue_properties(meeting))


def _met_with_edge(edge: MetWith) -> Edge:
    return _edge("MET_WITH", edge.source, edge.target, met_with_properties(edge))


def _node(labels: Iterable[str], properties: dict[str, Any]) -> Node:
    return (":".join(sorted(labels)), str(properties.get("id")), _text(properties))


def _edge(kind: str, source: str, target: str, properties: dict[str, Any]) -> Edge:
    return (kind, source, target, _text(properties))


def _text(properties: dict[str, Any]) -> str:
    return json.dumps(properties, sort_keys=True, default=str, ensure_ascii=False)
