"""The inbox: an article is stored before it is acknowledged, read by a worker that leases it, and never lost.

States: `received` (waits), `reading` (leased), `done` and `nothing_found` (the ledger has it), `failed` (set
aside with a reason), `retracted`, and of the ledger alone `superseded`. A lease runs out, so that the
article of a dead worker goes to another. From then on it is read alone, so that one which kills its readers
takes no other with it, and one that outlives too many of them is set aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from cypher.catalog import Read, Write
from cypher.graph import AsyncGraph, AsyncTransaction, Graph, Transaction

MOST_ATTEMPTS = 3
EXHAUSTED = f"Its reader stopped without an answer {MOST_ATTEMPTS} times."

ArticleState = Literal["received", "reading", "done", "nothing_found", "failed", "retracted", "superseded"]


@dataclass(frozen=True, slots=True)
class Submission:
    """An article as it comes in. `sha256` is that of `text`."""

    id: str
    text: str
    sha256: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published_at: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the inbox answers: the state now, and whether there is something new to read."""

    id: str
    state: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class LeasedArticle:
    """An article to be read. `received_at` is what its reading is to be recorded with."""

    id: str
    text: str
    sha256: str
    title: str | None
    url: str | None
    publisher: str | None
    published_at: date | None
    language: str | None
    received_at: datetime
    attempts: int
    leased_until: datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a leased article; `reason` is for the failed ones."""

    id: str
    sha256: str
    state: Literal["done", "nothing_found", "failed"]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    """How far an article is."""

    id: str
    state: str
    reason: str | None
    received_at: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class InboxCount:
    """How many articles of the inbox are in a state."""

    state: str
    articles: int


@dataclass(frozen=True, slots=True)
class Changed:
    """An article of the inbox that was changed."""

    id: str


@dataclass(frozen=True, slots=True)
class StateBefore:
    """The state that a submission had."""

    state: str


take_inbox_lock = Write[None]("take_inbox_lock")
receive = Write("receive_article", Receipt)
lease = Write("lease_articles", LeasedArticle)
set_aside_exhausted = Write[None]("set_aside_exhausted")
renew = Write("renew_leases", Changed)
settle = Write[None]("settle_articles")
release = Write[None]("release_articles")
retry = Write("retry_articles", Changed)
drop = Write("drop_articles", Changed)
retract_submission = Write("retract_submission", StateBefore)
status_of_article = Read("status_of_article", ArticleStatus)
inbox_counts = Read("inbox_counts", InboxCount)


def receive_article(graph: Graph, submission: Submission, now: datetime) -> Receipt:
    """Store an article to be read. When this returns, it is safe to acknowledge it."""
    return graph.transaction(
        lambda transaction: transaction.fetch(receive, article=asdict(submission), now=now)[0]
    )


async def receive_article_async(graph: AsyncGraph, submission: Submission, now: datetime) -> Receipt:
    """The same for the API's event loop."""

    async def work(transaction: AsyncTransaction) -> Receipt:
        return (await transaction.fetch(receive, article=asdict(submission), now=now))[0]

    return await graph.transaction(work)


def lease_articles(graph: Graph, limit: int, now: datetime, lease_seconds: float) -> list[LeasedArticle]:
    """Take up to `limit` articles to read, the oldest first. No one else gets them while the lease lasts."""
    until = now + timedelta(seconds=lease_seconds)

    def work(transaction: Transaction) -> list[LeasedArticle]:
        transaction.run(take_inbox_lock)
        transaction.run(set_aside_exhausted, now=now, most=MOST_ATTEMPTS, reason=EXHAUSTED)
        return transaction.fetch(lease, limit=limit, now=now, until=until)

    return graph.transaction(work)


def renew_leases(
    graph: Graph, articles: Sequence[LeasedArticle], now: datetime, lease_seconds: float
) -> list[LeasedArticle]:
    """Let leases run on from `now`; gives those that are still ours, with the moment when they run out."""
    if not articles:
        return []
    until = now + timedelta(seconds=lease_seconds)
    leases = _leases(articles)
    found = graph.transaction(lambda transaction: transaction.fetch(renew, leases=leases, until=until))
    kept = {changed.id for changed in found}
    return [replace(article, leased_until=until) for article in articles if article.id in kept]


def settle_articles(graph: Graph, outcomes: Iterable[Outcome]) -> None:
    """Say what became of leased articles. The ledger must hold the readings already."""
    rows = [asdict(outcome) for outcome in outcomes]
    if rows:
        graph.transaction(lambda transaction: transaction.run(settle, outcomes=rows))


def set_aside_article(graph: Graph, article: LeasedArticle, reason: str) -> None:
    """Give up on a leased article, with a reason that a person understands. It can be received again."""
    settle_articles(graph, [Outcome(article.id, article.sha256, "failed", reason)])


def release_articles(graph: Graph, articles: Sequence[LeasedArticle]) -> None:
    """Give leased articles back unread: at an orderly stop, or because the database was away meanwhile."""
    if articles:
        leases = _leases(articles)
        graph.transaction(lambda transaction: transaction.run(release, leases=leases))


def _leases(articles: Sequence[LeasedArticle]) -> list[dict[str, object]]:
    return [{"id": article.id, "leased_until": article.leased_until} for article in articles]


def retry_articles(graph: Graph, articles: Sequence[str]) -> list[str]:
    """Let articles that were set aside be read again; gives the ids of those that wait now."""
    found = graph.transaction(lambda transaction: transaction.fetch(retry, articles=list(articles)))
    return [changed.id for changed in found]


def drop_articles(graph: Graph, articles: Sequence[str]) -> list[str]:
    """Take articles out of the inbox, so that they are not read; gives the ids of those that were in it.

    What the ledger holds of them from before stays: `retract_article` takes that back.
    """
    found = graph.transaction(lambda transaction: transaction.fetch(drop, articles=list(articles)))
    return [changed.id for changed in found]


def withdraw_article(graph: Graph, article_id: str) -> bool:
    """Take an article out of the inbox, so that it is not read. False if it was not waiting there."""
    before = graph.transaction(
        lambda transaction: transaction.fetch_one(retract_submission, article=article_id)
    )
    return before is not None and before.state in ("received", "reading", "failed")
