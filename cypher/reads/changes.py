"""What changed in the ledger, for those who follow it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cypher.catalog import Read
from cypher.reads.shapes import Named


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A claim that was recorded or retracted; `at` and `key` together say where it stands in the order."""

    key: str
    change: str
    at: datetime
    claim: str
    kind: str
    status: str | None
    sentence: str
    confidence: float
    article: str
    meeting: str | None
    names: tuple[Named, ...]


CLAIMS_CHANGED_SINCE = Read("claims_changed_since", ChangeRow)
