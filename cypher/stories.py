"""Stories follow a change of the ledger: those of the articles that changed, and of their copies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cypher.catalog import Write
from cypher.derivation.evidence import Imprint, LiveArticle
from cypher.derivation.stories import anchors, copies_of, days_of_copies, stories
from cypher.graph import Transaction
from cypher.identification import Identification
from cypher.records import ImprintRecord, articles_with_live_claims

articles_near = Write("articles_near", ImprintRecord)
tell_stories = Write[None]("tell_stories")


@dataclass(frozen=True, slots=True)
class Retold:
    """Articles that were not changed themselves, but are of another story now: as they were, as they are."""

    before: tuple[LiveArticle, ...] = ()
    now: tuple[LiveArticle, ...] = ()


def follow_stories(
    transaction: Transaction,
    identification: Identification,
    added: Iterable[LiveArticle],
    removed: Iterable[LiveArticle],
) -> tuple[tuple[LiveArticle, ...], Retold]:
    """Tell of which story articles are after a change: those that were added, and the others it retells.

    Costs one question for what is near the change, and one more where that has copies.
    """
    added, removed = tuple(added), tuple(removed)
    changed = {article.id for article in (*added, *removed)}
    came = [article.imprint for article in added if article.imprint]
    went = [article.imprint for article in removed if article.imprint]
    near = _near(transaction, (*came, *went), changed)
    copies = {key: near[key] for key in copies_of((*came, *went), (row.imprint() for row in near.values()))}
    near |= _near(transaction, [row.imprint() for row in copies.values()], changed)
    told = stories((*came, *(row.imprint() for row in near.values())), of={*changed, *copies})

    now_added = tuple(article.of_story(told.get(article.id, article.id)) for article in added)
    retold = sorted(key for key, row in copies.items() if told[key] != row.story)
    before: tuple[LiveArticle, ...] = ()
    if retold:
        rows_before = transaction.fetch(articles_with_live_claims, articles=retold)
        before = identification.articles(row.live() for row in rows_before)
    now = tuple(article.of_story(told[article.id]) for article in before)
    rows = [
        {"id": after.id, "story": after.story}
        for earlier, after in zip((*added, *before), (*now_added, *now), strict=True)
        if earlier.story != after.story
    ]
    if rows:
        transaction.run(tell_stories, articles=sorted(rows, key=lambda row: row["id"]))
    return now_added, Retold(before, now)


def _near(transaction: Transaction, imprints: Iterable[Imprint], but: set[str]) -> dict[str, ImprintRecord]:
    wanted = sorted({(anchors(imprint), *days_of_copies(imprint)) for imprint in imprints}, key=str)
    rows = [
        {"anchors": list(shared), "earliest": earliest, "latest": latest}
        for shared, earliest, latest in wanted
    ]
    found = transaction.fetch(articles_near, imprints=rows) if rows else []
    return {row.id: row for row in found if row.id not in but}
