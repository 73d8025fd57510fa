"""The graph as it was: what it would have said at a moment, by the rules of today.

The derived graph is a function of the ledger, and follows a change of it exactly. So the past is had by
taking back, in a transaction that is always rolled back, what the ledger has learnt since; then any read can
be asked in there. The work grows with the change since the moment, not with the graph. It needs the lock of
the writers, who wait meanwhile; so it is bounded by how much may have changed, and by a timeout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from cypher.catalog import Write
from cypher.decisions import Turn, difference
from cypher.derivation.decisions import Decision
from cypher.errors import RebuildRunningError, TooMuchChangedError
from cypher.graph import WRITE_SECONDS, Graph, Transaction
from cypher.identification import Identification
from cypher.ledger import derived_articles
from cypher.neighbourhood import follow
from cypher.turns import take_lock


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """How much the ledger has changed since a moment."""

    claims: int
    articles: int
    decisions: int


@dataclass(frozen=True, slots=True)
class ChangedArticle:
    """An article of which the ledger said something else."""

    id: str


changes_since = Write("changes_since", ChangesSince)
articles_changed_since = Write("articles_changed_since", ChangedArticle)
decisions_changed_since = Write("decisions_changed_since", Decision)
restore_decisions = Write[None]("restore_decisions")
restore_articles = Write[None]("restore_articles")
restore_claims = Write[None]("restore_claims")
remove_later = Write[None]("remove_later")


@contextmanager
def as_of(
    graph: Graph, moment: datetime, *, most_changes: int | None = None, timeout: float = WRITE_SECONDS
) -> Iterator[Transaction]:
    """A transaction in which every read finds the graph as it was at `moment` (UTC); nothing of it stays.

    Writers wait until it ends, at the latest after `timeout` seconds. Raises `TooMuchChangedError` where more
    than `most_changes` claims, articles and decisions changed since, and `RebuildRunningError`.
    """
    with graph.rolled_back(timeout=timeout) as transaction:
        lock = take_lock(transaction)
        if lock.wiping:
            raise RebuildRunningError
        since = transaction.fetch(changes_since, moment=moment)[0]
        changes = since.claims + since.articles + since.decisions
        if most_changes is not None and changes > most_changes:
            raise TooMuchChangedError(moment, changes, most_changes)
        if changes:
            _take_back(transaction, moment)
        yield transaction


def _take_back(transaction: Transaction, moment: datetime) -> None:
    """Undo what the ledger has learnt since a moment, and let the graph follow, once for all of it."""
    # What is written in one step and removed in another would still be found along indexes, and break reads.
    before = Identification(transaction, decided=True)
    decisions = transaction.fetch(decisions_changed_since, moment=moment)
    before.learn(entity for decision in decisions for entity in decision.entities)
    turn = Turn(before.decisions, _as_decided(before.decisions, decisions, moment))
    changed = sorted(row.id for row in transaction.fetch(articles_changed_since, moment=moment))
    articles = turn.concerned(transaction).union(changed)
    removed = before.articles(derived_articles(transaction, articles))

    transaction.run(restore_decisions, decisions=[decision.id for decision in decisions], moment=moment)
    transaction.run(restore_claims, articles=changed, moment=moment)
    transaction.run(restore_articles, articles=changed, moment=moment)
    turn.redirect(transaction)
    after = Identification(transaction, decided=True)
    added = after.articles(derived_articles(transaction, articles))
    follow(transaction, difference(added, removed), after)
    transaction.run(remove_later, articles=changed, moment=moment)


def _as_decided(
    live: Iterable[Decision], changed: Iterable[Decision], moment: datetime
) -> tuple[Decision, ...]:
    """The decisions that were live at a moment, of those that are live now or have changed since."""
    known = {decision.id: decision for decision in (*live, *changed)}
    return tuple(
        replace(decision, revoked_at=None, revoked_by=None)
        for decision in known.values()
        if decision.decided_at <= moment
    )
