"""What every source gives: articles, and in their place what could not be read, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import BinaryIO

from ingest.identity import article_id
from ingest.records import Article


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that is no article. `line` counts from 1; None where the whole source is meant."""

    source: str
    line: int | None
    reason: str


Item = Article | SetAside


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with a name: a file, standard input, or a fetched page. Each reader opens it once."""

    name: str
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller knows about an article. It fills what the source leaves open."""

    id: str | None = None
    title: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None
    publisher: str | None = None


def article_of(text: str, found: Known, known: Known) -> Article:
    """An article from what the source says about it (`found`), completed by what the caller `known`s."""
    values = replace(found, **{name: value for name, value in asdict(known).items() if _open(found, name)})
    return Article(
        id=article_id(given=values.id, url=values.url, text=text),
        text=text,
        title=values.title,
        url=values.url,
        published=values.published,
        language=values.language,
        publisher=values.publisher,
    )


def _open(found: Known, name: str) -> bool:
    return getattr(found, name) is None
