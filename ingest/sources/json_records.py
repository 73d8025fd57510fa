"""JSON lines and JSON documents: one object an article, of which only `text` is required."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any, BinaryIO

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from ingest.errors import NotAnArticle
from ingest.settings import IngestSettings
from ingest.sources.decoding import bounded_bytes
from ingest.sources.items import Item, Known, SetAside, Source, article_of
from ingest.sources.plain_text import check_text

LONGEST_ESCAPE = 6  # characters of "\u0041"
OTHER_FIELDS = 100_000  # room in a line for everything that is not the text
LARGEST_DOCUMENT = 256_000_000

HALF_A_PAIR = re.compile("[\ud800-\udfff]")

LISTS = ("articles", "items", "results")


class ArticleRecord(BaseModel):
    """One article as JSON. Fields that we do not know are passed over; an empty string counts as absent."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    text: str
    id: str | None = Field(default=None, max_length=500)
    title: str | None = Field(default=None, max_length=5_000)
    url: str | None = Field(default=None, max_length=4_000)
    published: date | None = None
    language: str | None = Field(default=None, max_length=35)
    publisher: str | None = Field(default=None, max_length=500)

    @field_validator("id", "title", "url", "published", "language", "publisher", mode="before")
    @classmethod
    def _blank_is_absent(cls, value: Any) -> Any:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("published", mode="before")
    @classmethod
    def _day_of_a_moment(cls, value: Any) -> Any:
        # Feeds write "2022-11-22T18:30:00+03:00". "On Tuesday" counts from the day over there.
        if isinstance(value, str) and len(value) > len("2022-11-22"):
            return datetime.fromisoformat(value.strip()).date()
        return value


def line_items(source: Source, known: Known, settings: IngestSettings) -> Iterator[Item]:
    """One item for each line that is not empty: an article, or why it is none. Memory holds one line."""
    longest = settings.max_article_characters * LONGEST_ESCAPE + OTHER_FIELDS
    with source.open() as stream:
        for number, line in enumerate(_bounded_lines(stream, longest), start=1):
            if line is not None and not line.strip():
                continue
            try:
                if line is None:
                    raise NotAnArticle(
                        f"longer than {longest:,} bytes; raise DEMARCHE_MAX_ARTICLE_CHARACTERS"
                    )
                yield article_from_record(parsed(line), known, settings)
            except NotAnArticle as error:
                yield SetAside(source.name, number, str(error))


def document_items(source: Source, known: Known, settings: IngestSettings) -> Iterator[Item]:
    """The articles of a JSON document: one object, a list of them, or an object that has such a list.

    Items count from 1 as lines do. Raises `NotAnArticle` where the document as a whole cannot be read.
    """
    with source.open() as stream:
        data = bounded_bytes(stream, LARGEST_DOCUMENT, "write it as JSON lines (.jsonl) instead")
    content = parsed(data)
    records = next(
        (
            content[name]
            for name in LISTS
            if isinstance(content, dict) and isinstance(content.get(name), list)
        ),
        content if isinstance(content, list) else [content],
    )
    for number, record in enumerate(records, start=1):
        try:
            yield article_from_record(record, known, settings)
        except NotAnArticle as error:
            yield SetAside(source.name, number, str(error))


def article_from_record(record: Any, known: Known, settings: IngestSettings) -> Item:
    """An article from one JSON object. Raises `NotAnArticle` with the field that is wrong."""
    if not isinstance(record, dict):
        raise NotAnArticle('not a JSON object; write {"text": "..."}')
    try:
        found = ArticleRecord.model_validate(record)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise NotAnArticle(f"field {field!r}: {first['msg'][:1].lower()}{first['msg'][1:]}") from error
    text = _whole_characters(found.text)
    check_text(text, settings)
    # One id, title or address cannot be that of every record; day, language and publisher can.
    of_all = replace(known, id=None, title=None, url=None)
    return article_of(text, _described(found), of_all)


def _described(record: ArticleRecord) -> Known:
    def whole(value: str | None) -> str | None:
        return value and _whole_characters(value)

    return Known(
        id=whole(record.id),
        title=whole(record.title),
        url=whole(record.url),
        published=record.published,
        language=whole(record.language),
        publisher=whole(record.publisher),
    )


def parsed(data: bytes) -> Any:
    """The value that some bytes of JSON spell. Raises `NotAnArticle` where they do not."""
    try:
        return json.loads(data.decode("utf-8-sig"))  # RFC 8259 knows no other encoding
    except UnicodeDecodeError as error:
        raise NotAnArticle(f"not UTF-8 at byte {error.start + 1}; JSON is written in UTF-8") from error
    except json.JSONDecodeError as error:
        raise NotAnArticle(f"not JSON: {error.msg} at character {error.pos + 1}") from error
    except (RecursionError, ValueError) as error:  # nested without end; a number of thousands of digits
        raise NotAnArticle("not an article: JSON nested too deeply, or a number too long") from error


def _whole_characters(text: str) -> str:
    # JSON can spell half of a surrogate pair, which UTF-8 cannot write. One for one: offsets stay.
    return HALF_A_PAIR.sub("\N{REPLACEMENT CHARACTER}", text)


def _bounded_lines(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The lines of a stream; None for one that is longer than `longest`, whose rest is skipped."""
    while line := stream.readline(longest + 1):
        if len(line) > longest and not line.endswith(b"\n"):
            while (rest := stream.readline(longest)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line
