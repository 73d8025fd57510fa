"""Which reader a source needs: by the end of its name, else by its first bytes. One visible table."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import BinaryIO, cast

from ingest.errors import NotAnArticle
from ingest.settings import IngestSettings
from ingest.sources import html_page, json_records, plain_text, tables, warc, zip_archive
from ingest.sources.bombs import GZIP_SIGNATURE, PACKED_ERRORS, damaged, gunzip
from ingest.sources.items import Item, Known, SetAside, Source

Reader = Callable[[Source, Known, IngestSettings], Iterator[Item]]


def _linked_items(source: Source, known: Known, settings: IngestSettings) -> Iterator[Item]:
    from ingest.sources import linked  # what fetches takes its time to load, and most runs never need it

    return linked.file_items(source, known, settings)


def _archived_items(source: Source, known: Known, settings: IngestSettings) -> Iterator[Item]:
    return zip_archive.items(source, known, settings, items_of)


READERS: dict[str, Reader] = {
    ".txt": plain_text.items,
    ".text": plain_text.items,
    ".md": plain_text.items,
    ".html": html_page.items,
    ".htm": html_page.items,
    ".xhtml": html_page.items,
    ".jsonl": json_records.line_items,
    ".ndjson": json_records.line_items,
    ".json": json_records.document_items,
    ".csv": tables.csv_items,
    ".tsv": tables.csv_items,
    ".parquet": tables.parquet_items,
    ".warc": warc.items,
    ".gal.json": _linked_items,
    ".zip": _archived_items,
}

# How feeds and sitemaps begin, after the line that says that they are XML.
LISTS = (b"<rss", b"<feed", b"<rdf:RDF", b"<urlset", b"<sitemapindex")
SNIFFED_BYTES = 4096


def items_of(source: Source, known: Known, settings: IngestSettings) -> Iterator[Item]:
    """Everything in one source, in order. What cannot be read is set aside in its place."""
    try:
        source, ending = _unpacked(source)
        reader = READERS.get(ending)
        if reader is None:
            source, reader = _sniffed(source)
        yield from reader(source, known, settings)
    except NotAnArticle as error:
        yield SetAside(source.name, None, str(error))
    except PACKED_ERRORS as error:
        yield SetAside(source.name, None, damaged(error))
    except OSError as error:
        yield SetAside(source.name, None, f"cannot be read: {error.strerror or error}")


def reader_for(first_bytes: bytes) -> Reader:
    """The reader for a source without a telling name.

    >>> reader_for(b'{"text": "..."}').__name__
    'line_items'
    >>> reader_for(b'[{"text": "..."}]').__name__
    'document_items'
    >>> reader_for(b"<!DOCTYPE html>").__module__
    'ingest.sources.html_page'
    >>> reader_for(b"Moscow, 22 November").__module__
    'ingest.sources.plain_text'
    """
    start = first_bytes.removeprefix(b"\xef\xbb\xbf").lstrip()
    first_line = start.partition(b"\n")[0].strip()
    # A JSON object that spreads over lines opens with a brace alone.
    if start.startswith(b"[") and first_line[1:].lstrip()[:1] in (b"", b"{", b"]"):
        return json_records.document_items
    if first_line == b"{":
        return json_records.document_items
    if start.startswith(b"{"):
        return json_records.line_items
    if start.startswith(b"<") and any(mark in first_bytes for mark in LISTS):
        return _linked_items
    if start.startswith(b"<"):
        return html_page.items
    return plain_text.items


def _unpacked(source: Source) -> tuple[Source, str]:
    path = PurePath(source.name)
    if path.suffix.lower() != ".gz":
        return source, _ending(path)
    packed = source.open
    return Source(source.name, lambda: cast(BinaryIO, gunzip(packed()))), _ending(PurePath(path.stem))


def _ending(path: PurePath) -> str:
    """The ending that tells the reader, which is a double one for GDELT's lists."""
    double = "".join(path.suffixes[-2:]).lower()
    return double if double in READERS else path.suffix.lower()


def _sniffed(source: Source) -> tuple[Source, Reader]:
    stream = source.open()
    buffered = (
        stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    )
    first = buffered.peek(SNIFFED_BYTES)
    if first.startswith(GZIP_SIGNATURE):
        unpacked = gunzip(buffered)
        return Source(source.name, lambda: cast(BinaryIO, unpacked)), reader_for(unpacked.peek(SNIFFED_BYTES))
    return Source(source.name, lambda: cast(BinaryIO, buffered)), reader_for(first)
