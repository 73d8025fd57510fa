"""How large the graph is."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.catalog import Read


@dataclass(frozen=True, slots=True)
class GraphSizeRow:
    """How many things of each kind there are; `contacts` and `partnerships` are edges, one a pair."""

    articles: int
    claims: int
    persons: int
    countries: int
    parties: int
    organizations: int
    places: int
    meetings: int
    contacts: int
    partnerships: int


GRAPH_SIZE = Read("graph_size", GraphSizeRow)
