"""Versions of one page: the article at an address that was received last stands, and supersedes the others.

A newspaper corrects or updates a page and keeps its address; whoever sends it may give the new text another
id. An article counts from when its text came first: the same once more changes nothing, also after its
correction, since who sends all of a page's versions again does not mean that the first one holds again.
A superseded article says nothing in the graph. It stays in the ledger with its claims, and stands again
if all later versions of its page are retracted. (A new text under the same id is a version too; that the
ledger sees without an address.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cypher.catalog import Write
from cypher.derivation.evidence import LiveArticle
from cypher.graph import Transaction
from cypher.records import ClaimRecord, articles_with_live_claims

LIVE = frozenset({"done", "nothing_found"})
"""States in which an article counts."""


@dataclass(frozen=True, slots=True)
class Version:
    """An article of the ledger as a version of a page."""

    id: str
    address: str
    sha256: str
    received_at: datetime
    state: str
    derived: bool


@dataclass(frozen=True, slots=True)
class SupersededClaim:
    """A claim of a superseded article, as the article made it last."""

    recorded_at: datetime
    claim: ClaimRecord


@dataclass(frozen=True, slots=True)
class Turnover:
    """What a change does to the versions of pages: ids of articles.

    `late` ones are changed and yet do not stand; `displaced` ones stood until now; `restored` ones stand
    again.
    """

    late: frozenset[str] = frozenset()
    displaced: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()


versions_on_record = Write("versions_on_record", Version)
superseded_claims = Write("superseded_claims", SupersededClaim)
archive_claims = Write[None]("archive_claims")
supersede_articles = Write[None]("supersede_articles")
reinstate_articles = Write[None]("reinstate_articles")
reinstate_claims = Write[None]("reinstate_claims")


def turnover(on_record: Iterable[Version], changed: Mapping[str, Version | None]) -> Turnover:
    """What becomes of the versions on record when these articles change; None: it is a version no more.

    `on_record` must hold all versions of every page that a change touches.
    """
    others = {version.id: version for version in on_record if version.id not in changed}
    latest: dict[str, Version] = {}
    for version in (*others.values(), *(version for version in changed.values() if version)):
        rival = latest.setdefault(version.address, version)
        latest[version.address] = max(rival, version, key=_age)
    standing = {version.id for version in latest.values()}
    return Turnover(
        late=frozenset(key for key, version in changed.items() if version and key not in standing),
        displaced=tuple(
            sorted(key for key, known in others.items() if known.state in LIVE and key not in standing)
        ),
        restored=tuple(
            sorted(key for key, known in others.items() if known.state not in LIVE and key in standing)
        ),
    )


def reinstate(
    transaction: Transaction, articles: Sequence[str], now: datetime, *, derived: bool
) -> tuple[LiveArticle, ...]:
    """Let superseded articles stand again with their claims. That they were away stays on record."""
    if not articles:
        return ()
    rows = transaction.fetch(superseded_claims, articles=list(articles))
    claims = sorted(rows, key=lambda row: row.claim.id)
    if claims:
        archived: list[dict[str, Any]] = [
            {"id": row.claim.id, "archived": archive_id(row.claim.id, row.recorded_at)} for row in claims
        ]
        transaction.run(archive_claims, claims=archived, now=now)
        transaction.run(reinstate_claims, claims=[row.claim.id for row in claims], now=now)
    speaking = {row.claim.article for row in claims}
    states = [{"id": key, "state": "done" if key in speaking else "nothing_found"} for key in articles]
    transaction.run(reinstate_articles, articles=states, derived=derived)
    return tuple(row.live() for row in transaction.fetch(articles_with_live_claims, articles=list(articles)))


def archive_id(claim: str, recorded_at: datetime) -> str:
    """The id under which the earlier self of a claim is kept."""
    return f"{claim}@{recorded_at.isoformat()}"


def _age(version: Version) -> tuple[datetime, str, str]:
    return (version.received_at, version.sha256, version.id)
