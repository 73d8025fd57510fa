"""Articles of which only the addresses are given: feeds, sitemaps and GDELT's lists. Each page is fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import BinaryIO, cast

from ingest.errors import NotAnArticle
from ingest.identity import canonical_url
from ingest.records import Article
from ingest.settings import IngestSettings
from ingest.sources import feed, gdelt, html_page, plain_text, sitemap
from ingest.sources.bombs import GZIP_SIGNATURE, gunzip
from ingest.sources.decoding import bounded_bytes
from ingest.sources.items import Item, Known, SetAside, Source
from ingest.sources.links import Link, Links
from ingest.sources.visited import ReadPages
from ingest.sources.visitor import Visitor
from ingest.sources.web import ENDINGS_OF_LISTS, Page

MOST_LISTS = 1_000
MOST_LINKS = 1_000_000
"""A run ends some day, whatever a sitemap says."""
READERS = {".html": html_page.items, ".txt": plain_text.items}


def links_of(content: bytes) -> Links | None:
    """What reads these bytes as a list of articles; None where they are none."""
    if sitemap.is_sitemap(content):
        return sitemap.links
    if content.lstrip()[:1] == b"<":
        return feed.links
    return gdelt.links if gdelt.is_article_list(content) else None


def items(
    content: bytes,
    url: str,
    known: Known,
    settings: IngestSettings,
    visitor: Visitor,
    pages: ReadPages,
) -> Iterator[Item]:
    """The articles of a list, and of the lists that it names, without those whose `pages` were read before.

    Raises `NotAnArticle` where it is no list, or damaged; a list that it names is set aside.
    """
    seen = {canonical_url(url)}
    lists = 1
    waiting = [(url, _links(content, url))]
    while waiting:
        name, links = waiting[-1]
        try:
            link = next(links, None)
        except NotAnArticle as error:
            if len(waiting) == 1:
                raise
            yield SetAside(name, None, str(error))
            link = None
        if link is None:
            waiting.pop()
            continue
        if isinstance(link, SetAside):
            yield link
            continue
        address = canonical_url(link.url)
        if address in seen or len(seen) >= MOST_LINKS:
            continue
        seen.add(address)
        try:
            if not link.is_list:
                if pages.has(link):
                    continue
                item = article_at(link, known, settings, visitor)
                if isinstance(item, Article):
                    pages.add(link)
                yield item
            elif lists < MOST_LISTS:
                lists += 1
                page = visitor.page(link.url, endings=ENDINGS_OF_LISTS)
                waiting.append((link.url, _links(unpacked(page.content, settings), page.url)))
        except NotAnArticle as error:
            yield SetAside(link.url, None, str(error))


def file_items(source: Source, known: Known, settings: IngestSettings) -> Iterator[Item]:
    """The articles of a list that lies in a file."""
    with source.open() as stream:
        content = _bounded(stream, settings)
    yield from items(content, source.name, known, settings, Visitor(settings), ReadPages())


def article_at(link: Link, known: Known, settings: IngestSettings, visitor: Visitor) -> Item:
    """The article at an address. What its page leaves open is filled from the list, then by the caller."""
    page = visitor.page(link.url)
    told = {name: value for name, value in asdict(known).items() if value is not None}
    return next(page_items(page, replace(link.known, **told), settings))


def page_items(page: Page, known: Known, settings: IngestSettings) -> Iterator[Item]:
    """The article of a fetched page."""
    source = Source(page.url, lambda: io.BytesIO(page.content))
    return READERS[page.ending](source, replace(known, url=known.url or page.url), settings)


def unpacked(content: bytes, settings: IngestSettings) -> bytes:
    """The bytes of a list, which may be gzip, as a packed file may. Raises `NotAnArticle` where they are
    damaged, or unpack to more than a page may have.
    """
    if not content.startswith(GZIP_SIGNATURE):
        return content
    return _bounded(cast(BinaryIO, gunzip(io.BytesIO(content))), settings)


def _bounded(stream: BinaryIO, settings: IngestSettings) -> bytes:
    return bounded_bytes(stream, settings.max_page_bytes, "raise DEMARCHE_MAX_PAGE_BYTES")


def _links(content: bytes, url: str) -> Iterator[Link | SetAside]:
    links = links_of(content)
    if links is None:
        raise NotAnArticle("no list of articles: neither a feed, nor a sitemap, nor one of GDELT's lists")
    return links(content, url)
