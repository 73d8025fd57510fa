"""An HTML page is one article: trafilatura finds its text, title, date and publisher."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import trafilatura
from trafilatura.settings import Document

from ingest.errors import NotAnArticle
from ingest.settings import IngestSettings
from ingest.sources.decoding import bounded_bytes, decoded
from ingest.sources.items import Item, Known, Source, article_of
from ingest.sources.plain_text import check_text


def items(source: Source, known: Known, settings: IngestSettings) -> Iterator[Item]:
    """The one article of a page. Raises `NotAnArticle` where the page has none, or is too large."""
    with source.open() as stream:
        data = bounded_bytes(
            stream, settings.max_page_bytes, "raise DEMARCHE_MAX_PAGE_BYTES if it is one page"
        )
    yield article_from_html(decoded(data), known, settings)


def article_from_html(html: str, known: Known, settings: IngestSettings) -> Item:
    """An article from the source of its page. Its text is what a reader would read, one paragraph a line."""
    document = trafilatura.bare_extraction(
        html,
        url=known.url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(document, Document) or not (text := document.text or "").strip():
        raise NotAnArticle("a page without an article; give the address of one article, not of a front page")
    check_text(text, settings)
    found = Known(
        title=document.title or None,
        url=known.url or document.url or None,
        published=_day(document.date),
        language=document.language or None,
        publisher=document.sitename or None,
    )
    return article_of(text, found, known)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
