"""Questions about ways and neighbourhoods: who connects whom."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.catalog import Read
from cypher.reads.shapes import Named


@dataclass(frozen=True, slots=True)
class StepRow:
    """One MET_WITH edge on the way."""

    meetings: int
    first: str | None
    last: str | None
    independent_sources: int


@dataclass(frozen=True, slots=True)
class PathRow:
    """A way over people who met; `steps[n]` joins `persons[n]` and `persons[n + 1]`."""

    length: int
    persons: tuple[Named, ...]
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class PathsRow:
    """The ends of the way and the shortest ways between them. Unknown people are None."""

    source_id: str | None
    source_name: str | None
    target_id: str | None
    target_name: str | None
    paths: tuple[PathRow, ...]


@dataclass(frozen=True, slots=True)
class LinkStep:
    """A link from an entity already drawn to another."""

    near: str
    far: str


@dataclass(frozen=True, slots=True)
class NodeRow:
    """An entity as a node of a drawing."""

    id: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """An edge of the graph as a link of a drawing."""

    source: str
    target: str
    kind: str
    weight: int
    label: str | None
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """Entities and every link among them."""

    nodes: tuple[NodeRow, ...]
    links: tuple[LinkRow, ...]


SHORTEST_PATHS = Read("shortest_paths", PathsRow)
SHORT_PATHS = Read("short_paths", PathsRow)
LINKS_OF = Read("links_of", LinkStep)
NETWORK_AMONG = Read("network_among", NetworkRow)
