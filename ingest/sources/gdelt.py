"""GDELT's lists of articles: addresses with title, day and language, of which the pages are then fetched.

Two of them: answers of its search (`artlist` as JSON), and the article list that comes every minute
(`20240102120000.gal.json.gz`), one object a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pycountry

from ingest.errors import NotAnArticle
from ingest.sources.items import Known, SetAside
from ingest.sources.links import Link

SEEN = ("seendate", "date")
"""When GDELT saw an article, which is within minutes of its publication."""


def is_article_list(content: bytes) -> bool:
    """Whether bytes are such a list: objects with an address and when it was seen, and without a text.

    The first one that can be read tells; a line before it may be broken.
    """
    try:
        found = (record for record in _records(content, "") if not isinstance(record, SetAside))
        first = next(found, None)
    except NotAnArticle:
        return False
    return isinstance(first, dict) and "url" in first and "text" not in first and any(map(first.get, SEEN))


def links(content: bytes, url: str) -> Iterator[Link | SetAside]:
    """The articles of a list; a broken line is set aside. Raises `NotAnArticle` where it is no such list."""
    for record in _records(content, url):
        if isinstance(record, SetAside):
            yield record
        elif isinstance(record, dict) and isinstance(record.get("url"), str):
            yield Link(
                record["url"],
                Known(
                    title=_text(record, "title"),
                    published=_day(_text(record, *SEEN)),
                    language=_language(_text(record, "lang", "language")),
                    publisher=_text(record, "outletName", "domain"),
                ),
            )


def _records(content: bytes, name: str) -> Iterator[Any]:
    """Everything in a list, in order, with what is broken in it as set aside from the list of that name."""
    try:
        text = content.decode("utf-8-sig")
        try:
            found = json.loads(text)
        except ValueError:
            yield from _lines(text, name)
        else:
            yield from found.get("articles", [found]) if isinstance(found, dict) else []
    except (ValueError, RecursionError) as error:
        raise NotAnArticle(f"a damaged list of articles ({error})") from error


def _lines(text: str, name: str) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            record = SetAside(name, number, f"a damaged line of a list of articles ({error})")
        yield record


def _text(record: dict[str, Any], *names: str) -> str | None:
    return next((record[name] for name in names if isinstance(record.get(name), str) and record[name]), None)


def _day(moment: str | None) -> date | None:
    """The day of `20240102T120000Z` or `2024-01-02T12:00:00Z`."""
    try:
        return date.fromisoformat(moment.replace("-", "")[:8]) if moment else None
    except ValueError:
        return None


def _language(name: str | None) -> str | None:
    """The code of a language that may be given by its name.

    >>> _language("English"), _language("en"), _language("Klingonese")
    ('en', 'en', None)
    """
    if name is None or len(name) == len("en"):
        return name and name.lower()
    try:
        code: str | None = getattr(pycountry.languages.lookup(name), "alpha_2", None)
    except LookupError:
        return None
    return code
