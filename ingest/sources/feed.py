"""RSS and Atom: one link for each entry, the newest first as the feed has them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import feedparser

from ingest.errors import NotAnArticle
from ingest.sources.items import Known
from ingest.sources.links import Link


def links(content: bytes, url: str) -> Iterator[Link]:
    """The articles of a feed. Raises `NotAnArticle` where it is none."""
    parsed = feedparser.parse(content, response_headers={"content-location": url}, sanitize_html=False)
    if not parsed.version:
        raise NotAnArticle("neither a feed (RSS, Atom) nor a sitemap")
    publisher, language = parsed.feed.get("title"), parsed.feed.get("language")
    for entry in parsed.entries:
        if entry.get("link"):
            known = Known(
                title=entry.get("title") or None,
                published=_day(entry),
                language=_language(entry.get("language") or language),
                publisher=publisher or None,
            )
            # The library would give the day of publication for the other one, and warn of it.
            updated = dict.get(entry, "updated") or entry.get("published")
            yield Link(entry.link, known, updated=updated)


def _day(entry: Any) -> date | None:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return date(*moment[:3]) if moment else None


def _language(tag: str | None) -> str | None:
    """The language of a tag such as en-GB.

    >>> _language("en-GB"), _language("fr"), _language("")
    ('en', 'fr', None)
    """
    return tag.replace("_", "-").partition("-")[0].lower() if tag else None
