"""Articles that come out of the database, as their sources gave them."""

from __future__ import annotations

from cypher.inbox import LeasedArticle
from cypher.reads.articles import ArticleToReread
from ingest.records import Article


def article_of(stored: LeasedArticle | ArticleToReread) -> Article:
    """The article that was put into the inbox, or that the ledger holds."""
    return Article(
        id=stored.id,
        text=stored.text,
        title=stored.title,
        url=stored.url,
        published=stored.published_at,
        language=stored.language,
        publisher=stored.publisher,
    )
