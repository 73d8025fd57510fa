"""The keys of the API as the database holds them: by id, with a digest of the secret and never the secret.

Whoever reads the database learns who may do what, and cannot do it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cypher.audit import AuditEntry, write_audit
from cypher.catalog import Read, Write
from cypher.graph import Graph, Transaction


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key: whose it is, what it may do (`read`, `write`), and the digest of its secret."""

    id: str
    name: str
    scopes: tuple[str, ...]
    digest: str
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None

    def is_live(self, now: datetime) -> bool:
        """Whether the key opens anything at this moment (UTC)."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


@dataclass(frozen=True, slots=True)
class RevokedKey:
    """A key that was taken back."""

    id: str


API_KEYS = Read("api_keys", ApiKey)
create = Write[None]("create_api_key")
revoke = Write("revoke_api_key", RevokedKey)


def create_api_key(
    graph: Graph,
    key: str,
    name: str,
    scopes: Sequence[str],
    digest: str,
    expires_at: datetime | None,
    audit: AuditEntry,
) -> None:
    """Store a new key and note who made it, in one transaction."""

    def work(transaction: Transaction) -> None:
        transaction.run(
            create,
            key=key,
            name=name,
            scopes=list(scopes),
            digest=digest,
            now=audit.at,
            expires_at=expires_at,
        )
        write_audit(transaction, audit)

    graph.transaction(work)


def revoke_api_key(graph: Graph, key: str, audit: AuditEntry) -> bool:
    """Take a key back and note who did. False if there is no such key, or it was taken back before."""

    def work(transaction: Transaction) -> bool:
        if transaction.fetch_one(revoke, key=key, now=audit.at) is None:
            return False
        write_audit(transaction, audit)
        return True

    return graph.transaction(work)
