"""Tables of articles: CSV, and Parquet with `pip install 'demarche[parquet]'`. One row an article.

Columns are found by their names, in any case and order; those that we do not know are passed over.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from ingest.errors import NotAnArticle
from ingest.settings import IngestSettings
from ingest.sources.items import Item, Known, SetAside, Source
from ingest.sources.json_records import OTHER_FIELDS, article_from_record

COLUMNS = {
    "text": ("text", "body", "content", "article"),
    "id": ("id",),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "published": ("published", "date", "publication_date", "published_at"),
    "language": ("language", "lang"),
    "publisher": ("publisher", "source"),
}
"""Our fields, and what others call them; the first name that a table has counts."""

ROWS_AT_ONCE = 64
LARGEST_ROW_GROUP = 2_000_000_000
"""Bytes of a part of a Parquet file that must be unpacked together."""


def csv_items(source: Source, known: Known, settings: IngestSettings) -> Iterator[Item]:
    """One item for each row of a CSV file with a header; lines count as a person's editor counts them.

    Fields are parted by the comma, semicolon or tab that the header has most of.
    """
    csv.field_size_limit(settings.max_article_characters + OTHER_FIELDS)
    with source.open() as stream, io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as text:
        try:
            header = text.readline(OTHER_FIELDS)
            delimiter = max(",;\t", key=header.count)
            names = _columns(next(csv.reader([header], delimiter=delimiter), []))
            rows = csv.reader(text, delimiter=delimiter)
            line = 1 + header.count("\n")
            for row in rows:
                if any(row):
                    record = {ours: row[place] for ours, place in names.items() if place < len(row)}
                    yield _item(record, source, line, known, settings)
                line = 1 + header.count("\n") + rows.line_num
        except csv.Error as error:
            raise NotAnArticle(f"not CSV after line {line}: {error}") from error
        except UnicodeDecodeError as error:
            raise NotAnArticle("not UTF-8; save the table as CSV in UTF-8") from error


def parquet_items(source: Source, known: Known, settings: IngestSettings) -> Iterator[Item]:
    """One item for each row of a Parquet file. Raises `NotAnArticle` where it cannot be read."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise NotAnArticle("a Parquet file; pip install 'demarche[parquet]' to read those") from None
    try:
        with source.open() as stream:
            if not stream.seekable():
                raise NotAnArticle("a Parquet file is read from its end; give the file itself")
            table = pyarrow.parquet.ParquetFile(stream)
            groups = map(table.metadata.row_group, range(table.metadata.num_row_groups))
            if any(group.total_byte_size > LARGEST_ROW_GROUP for group in groups):
                raise NotAnArticle(f"row groups of more than {LARGEST_ROW_GROUP:,} bytes; write smaller ones")
            present = table.schema_arrow.names
            names = {ours: present[place] for ours, place in _columns(present).items()}
            number = 0
            for batch in table.iter_batches(batch_size=ROWS_AT_ONCE, columns=list(names.values())):
                for row in batch.to_pylist():
                    number += 1
                    record = {ours: _plain(row[name]) for ours, name in names.items()}
                    yield _item(record, source, number, known, settings)
    except pyarrow.ArrowException as error:
        raise NotAnArticle(f"a damaged Parquet file: {str(error).splitlines()[0]}") from error


def _columns(present: Iterable[str]) -> dict[str, int]:
    """Where each of our fields stands among these columns. Raises `NotAnArticle` where there is no text."""
    places = {name.strip().lower(): place for place, name in reversed(list(enumerate(present)))}
    found = {
        ours: next(places[name] for name in names if name in places)
        for ours, names in COLUMNS.items()
        if not places.keys().isdisjoint(names)
    }
    if "text" not in found:
        raise NotAnArticle(f"a table without a column of texts; call it {' or '.join(COLUMNS['text'])}")
    return found


def _item(
    record: Mapping[str, Any], source: Source, line: int, known: Known, settings: IngestSettings
) -> Item:
    try:
        return article_from_record(dict(record), known, settings)
    except NotAnArticle as error:
        return SetAside(source.name, line, str(error))


def _plain(value: Any) -> Any:
    """A value as JSON would have it: a moment as text, of which the day is taken as it stands."""
    return value.isoformat() if isinstance(value, date | datetime) else value
