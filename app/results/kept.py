"""A drawing that is kept in a file: for answers of so many pages that they should not be in memory."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from app.results.graphs import Drawing, End
from cypher.formats.shape import Edge, Node, as_json

_TABLES = """
CREATE TABLE node (number INTEGER PRIMARY KEY, kind TEXT, id TEXT, properties TEXT, UNIQUE (kind, id));
CREATE TABLE edge (
  number INTEGER PRIMARY KEY, source INTEGER, kind TEXT, target_kind TEXT, target TEXT, properties TEXT,
  UNIQUE (source, kind, target_kind, target)
);
"""


class KeptDrawing(Drawing):
    """The same as `Drawing`, node for node. Its file has no name, and is gone with it.

    One thread at a time may use it.
    """

    def __init__(self) -> None:
        # A database without a name: sqlite keeps it in memory while it is small, then in a temporary file.
        self._file = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._file.executescript(f"PRAGMA journal_mode = OFF; {_TABLES}")

    def node(self, kind: str, key: str, /, **properties: Any) -> End:
        """Add a node, or what is new about one that is there."""
        end = (kind, key)
        known = self._properties_of(end)
        new = {name: value for name, value in properties.items() if value is not None}
        if known is None:
            self._file.execute(
                "INSERT INTO node (kind, id, properties) VALUES (?, ?, ?)", (*end, as_json({"id": key} | new))
            )
        elif known | new != known:
            self._set(end, known | new)
        return end

    def count(self, name: str, end: End) -> None:
        """Add one to how many of these a node has in this answer."""
        known = self._properties_of(end) or {}
        self._set(end, known | {name: known.get(name, 0) + 1})

    def edge(self, kind: str, source: End, target: End, /, **properties: Any) -> None:
        """Add an edge between two nodes that are there."""
        self._file.execute(
            "INSERT INTO edge (source, kind, target_kind, target, properties) "
            "SELECT number, ?, ?, ?, ? FROM node WHERE kind = ? AND id = ? "
            "ON CONFLICT DO UPDATE SET properties = excluded.properties",
            (kind, *target, as_json(properties), *source),
        )

    def __iter__(self) -> Iterator[Node]:
        """All nodes, each with the edges that begin at it."""
        for number, kind, key, properties in self._file.execute("SELECT * FROM node ORDER BY number"):
            edges = self._file.execute(
                "SELECT kind, target, target_kind, properties FROM edge WHERE source = ? ORDER BY number",
                (number,),
            )
            yield Node(
                kind,
                key,
                json.loads(properties),
                tuple(Edge(name, target, of, json.loads(found)) for name, target, of, found in edges),
            )

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _properties_of(self, end: End) -> dict[str, Any] | None:
        row = self._file.execute("SELECT properties FROM node WHERE kind = ? AND id = ?", end).fetchone()
        return None if row is None else json.loads(row[0])

    def _set(self, end: End, properties: dict[str, Any]) -> None:
        self._file.execute(
            "UPDATE node SET properties = ? WHERE kind = ? AND id = ?", (as_json(properties), *end)
        )
