"""Who changed what, and when: one node for each change that came through the API or a command.

Entries are only ever added. An entry is found again by its id, so that a transaction which the driver repeats
writes it once.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

from cypher.catalog import Read, Write
from cypher.graph import Graph, Transaction


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change. `actor` is the id of a key, `local` for this machine without one, or `command`."""

    at: datetime
    actor: str
    action: str
    target: str
    actor_name: str | None = None
    address: str | None = None
    request_id: str | None = None
    id: str = field(default_factory=lambda: secrets.token_hex(12))


@dataclass(frozen=True, slots=True)
class AuditRow:
    """An entry as it is read back."""

    id: str
    at: datetime
    actor: str
    actor_name: str | None
    action: str
    target: str
    address: str | None
    request_id: str | None


AUDIT_ENTRIES = Read("audit_entries", AuditRow)
record_audit = Write[None]("record_audit")


def by_command(action: str, target: str, at: datetime | None = None) -> AuditEntry:
    """The entry for a change that a command makes; at a moment (UTC), or now."""
    return AuditEntry(at or datetime.now(UTC), "command", action, target)


def write_audit(transaction: Transaction, entry: AuditEntry) -> None:
    """Note a change in the transaction that makes it."""
    transaction.run(record_audit, entry=asdict(entry))


def note(graph: Graph, entries: Sequence[AuditEntry]) -> None:
    """Note changes that have been made, in one transaction."""

    def work(transaction: Transaction) -> None:
        for entry in entries:
            write_audit(transaction, entry)

    if entries:
        graph.transaction(work)
