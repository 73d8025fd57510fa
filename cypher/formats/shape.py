"""What every format gets: a node with its outgoing edges, in plain Python values."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

PIECE = 65_536
"""How many bytes are handed on at once: single rows would cost more to send than to make."""


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from the node in which it stands."""

    kind: str
    target: str
    target_kind: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Node:
    """A node; `kind` is its label, such as Person."""

    kind: str
    id: str
    properties: Mapping[str, Any]
    edges: tuple[Edge, ...]


def as_json(value: Any) -> str:
    """A value as JSON on one line; days and moments as ISO 8601.

    >>> as_json({"on": date(2022, 11, 22)})
    '{"on": "2022-11-22"}'
    """
    return json.dumps(value, ensure_ascii=False, default=_moment)


def pieces(texts: Iterable[str]) -> Generator[bytes]:
    """Texts as UTF-8, gathered to pieces of a good size.

    >>> list(pieces(["a", "é"]))
    [b'a\\xc3\\xa9']
    """
    waiting, size = [], 0
    for text in texts:
        waiting.append(text.encode())
        size += len(waiting[-1])
        if size >= PIECE:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


def _moment(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
