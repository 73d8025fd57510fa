"""Web archives (WARC), such as those of CC-News: every page in one that was fetched well, as it was then.

Needs `pip install 'demarche[warc]'`. CC-News names its archives in a list of paths; give their files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ingest.errors import NotAnArticle
from ingest.settings import IngestSettings
from ingest.sources.decoding import bounded_bytes, decoded
from ingest.sources.html_page import article_from_html
from ingest.sources.items import Item, Known, SetAside, Source

HTML = frozenset({"text/html", "application/xhtml+xml"})


def items(source: Source, known: Known, settings: IngestSettings) -> Iterator[Item]:
    """One item for each page of an archive; robots.txt, pictures and failed fetches in it are passed over.

    Records count from 1. Raises `NotAnArticle` where the archive is damaged.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise NotAnArticle("a web archive; pip install 'demarche[warc]' to read those") from None
    with source.open() as stream:
        try:
            for number, record in enumerate(ArchiveIterator(stream), start=1):
                if _is_page(record):
                    yield _page(record, number, source, known, settings)
        except ArchiveLoadFailed as error:
            reason = " ".join(str(error).split())  # the library writes lines of what it met
            raise NotAnArticle(f"a damaged web archive ({reason}); download it again") from error


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    media_type = record.http_headers.get_header("Content-Type", "").partition(";")[0].strip().lower()
    return record.http_headers.get_statuscode() == "200" and media_type in HTML


def _page(record: Any, number: int, source: Source, known: Known, settings: IngestSettings) -> Item:
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        advice = "raise DEMARCHE_MAX_PAGE_BYTES if it is one page"
        data = bounded_bytes(record.content_stream(), settings.max_page_bytes, advice)
        # What is known of an archive holds for all its pages; their addresses are their own.
        return article_from_html(decoded(data), replace(known, id=None, title=None, url=url), settings)
    except NotAnArticle as error:
        return SetAside(url or source.name, number, str(error))
