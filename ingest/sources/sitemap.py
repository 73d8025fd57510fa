"""Sitemaps: the pages of a site, and further sitemaps; those of news say title, day and language as well."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import etree

from ingest.errors import NotAnArticle
from ingest.sources.items import Known
from ingest.sources.links import Link

ROOTS = ("urlset", "sitemapindex")


def is_sitemap(content: bytes) -> bool:
    """Whether bytes are those of a sitemap, by the first element."""
    start = content[:4096]
    return any(b"<" + root.encode() in start for root in ROOTS)


def links(content: bytes, url: str) -> Iterator[Link]:
    """The pages of a sitemap, or the sitemaps of an index. Raises `NotAnArticle` where it is damaged."""
    # Entities are not expanded and nothing is fetched: a sitemap can be written by anyone.
    elements = etree.iterparse(
        io.BytesIO(content), events=("end",), resolve_entities=False, no_network=True, huge_tree=False
    )
    try:
        for _, element in elements:
            if _name(element) in ("url", "sitemap"):
                found = {_name(part): (part.text or "").strip() for part in element.iter()}
                if found.get("loc"):
                    is_list = _name(element) == "sitemap"
                    yield Link(found["loc"], _known(found), is_list, found.get("lastmod") or None)
                element.clear()
    except etree.XMLSyntaxError as error:
        raise NotAnArticle(f"a damaged sitemap ({error.msg}) at {url}") from error


def _known(found: dict[str, str]) -> Known:
    # `title` is the headline in a sitemap of news; a picture's title comes as `title` too, after it, so that
    # only sitemaps that say when it was published are believed.
    published = _day(found.get("publication_date"))
    return Known(
        title=(found.get("title") or None) if published else None,
        published=published,
        language=found.get("language") or None,
        publisher=found.get("name") or None,
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _name(element: Any) -> str:
    """The name of an element without its namespace; empty for comments."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
