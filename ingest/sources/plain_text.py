"""A text file is one article."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.errors import NotAnArticle
from ingest.settings import IngestSettings
from ingest.sources.decoding import bounded_bytes, decoded
from ingest.sources.items import Item, Known, Source, article_of

LONGEST_TITLE = 200
WIDEST_CHARACTER = 4  # bytes of a code point in UTF-8


def items(source: Source, known: Known, settings: IngestSettings) -> Iterator[Item]:
    """The one article of a text file. Raises `NotAnArticle` where the bytes are no text, or too long."""
    with source.open() as stream:
        data = bounded_bytes(
            stream,
            settings.max_article_characters * WIDEST_CHARACTER,
            "raise DEMARCHE_MAX_ARTICLE_CHARACTERS if it is one article",
        )
    yield article_from_text(decoded(data), known, settings)


def article_from_text(text: str, known: Known, settings: IngestSettings) -> Item:
    """An article from its text as given: offsets count from its first character, title line included."""
    check_text(text, settings)
    return article_of(text, Known(title=title_line(text)), known)


def check_text(text: str, settings: IngestSettings) -> None:
    """Raises `NotAnArticle` where a text is empty or longer than the settings allow."""
    if not text.strip():
        raise NotAnArticle("empty: there is no text in it")
    if len(text) > settings.max_article_characters:
        raise NotAnArticle(
            f"{len(text):,} characters, more than the {settings.max_article_characters:,} of one article; "
            "raise DEMARCHE_MAX_ARTICLE_CHARACTERS if it is one"
        )


def title_line(text: str) -> str | None:
    """The first line where it reads as a headline: short, no full stop, and an empty line below.

    >>> title_line("Minister visits Oslo\\n\\nOSLO (ANP) - The minister ...")
    'Minister visits Oslo'
    >>> title_line("Moscow, 22 November 2022 (TDI): The President met ...\\n\\nBoth ...") is None
    True
    >>> title_line("The President met his guest.\\n\\nBoth ...") is None
    True
    """
    first, _, rest = text.lstrip().partition("\n")
    below = rest.partition("\n")[0]
    title = first.strip()
    if not rest.strip() or below.strip() or len(title) > LONGEST_TITLE:
        return None
    if title.endswith((".", "!", ":", ";", ",", '."', ".”")) or "): " in title or " - " in title:
        return None
    return title or None
