"""The graph in the formats of other programs. Each format is one small module of one shape:

`write(nodes)` takes nodes one by one and gives pieces of bytes as it goes. What must be known before a row
can be written (which columns there are) is found while rows wait in a temporary file, not in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass

from cypher.formats import geojson, graphml, jsonl, jsonld, tables
from cypher.formats.shape import Node


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is for, its media type, how a file of it ends, and what writes it."""

    purpose: str
    media_type: str
    ending: str
    write: Callable[[Iterable[Node]], Generator[bytes]]


FORMATS = {
    "jsonl": Format(
        "each node, followed by its edges, as lines of JSON", "application/jsonl", "jsonl", jsonl.write
    ),
    "csv": Format("a table for each kind of node and edge, in a zip", "application/zip", "zip", tables.plain),
    "neo4j": Format(
        "the same tables as 'neo4j-admin database import' takes them, in a zip",
        "application/zip",
        "zip",
        tables.neo4j,
    ),
    "graphml": Format(
        "for Gephi, yEd, NetworkX and igraph", "application/graphml+xml", "graphml", graphml.write
    ),
    "jsonld": Format("linked data in the words of schema.org", "application/ld+json", "jsonld", jsonld.write),
    "geojson": Format(
        "the places of meetings as points on a map", "application/geo+json", "geojson", geojson.write
    ),
}
