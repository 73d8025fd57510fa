"""How large the graph is, and how much waits to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

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


@dataclass(frozen=True, slots=True)
class InboxStateRow:
    """How much waits, is being read or was set aside; when the oldest that waits was received, or None."""

    waiting: int
    reading: int
    set_aside: int
    oldest_waiting: datetime | None


@dataclass(frozen=True, slots=True)
class RecordedLatelyRow:
    """How many articles the ledger got as what since a moment; when it last learnt anything, or None."""

    done: int
    nothing_found: int
    superseded: int
    retracted: int
    last_change: datetime | None


@dataclass(frozen=True, slots=True)
class InboxIsFullRow:
    """Whether as many articles wait as may."""

    is_full: bool


INBOX_IS_FULL = Read("inbox_is_full", InboxIsFullRow)
INBOX_STATE = Read("inbox_state", InboxStateRow)
RECORDED_LATELY = Read("recorded_lately", RecordedLatelyRow)
GRAPH_SIZE = Read("graph_size", GraphSizeRow)
