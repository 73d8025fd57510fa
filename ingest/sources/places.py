"""From the places that a person names to items: a file, a folder, a web address, standard input."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from ingest.errors import NotAnArticle, OneArticleOnly, SourceNotFound
from ingest.settings import IngestSettings
from ingest.sources.items import Item, Known, SetAside, Source
from ingest.sources.kinds import READERS, items_of

STANDARD_INPUT = "-"
WEB = ("http://", "https://")


def items_from(places: Iterable[str], known: Known, settings: IngestSettings) -> Iterator[Item]:
    """Everything at these places, in the order given; a folder's files sorted by path.

    What is wrong with the question is known before any work begins: raises `SourceNotFound` where there is
    nothing at a place, and `OneArticleOnly` where one id, title or address is given for many articles.
    """
    checked = list(places)
    if (known.id or known.title or known.url) and (len(checked) > 1 or any(map(os.path.isdir, checked))):
        raise OneArticleOnly
    for place in checked:
        if place != STANDARD_INPUT and not place.lower().startswith(WEB) and not os.path.lexists(place):
            raise SourceNotFound(place)
    return _each(checked, known, settings)


def _each(places: list[str], known: Known, settings: IngestSettings) -> Iterator[Item]:
    for place in places:
        if place == STANDARD_INPUT:
            yield from items_of(Source("standard input", _standard_input), known, settings)
        elif place.lower().startswith(WEB):
            yield from _page(place, known, settings)
        else:
            for path in files_below(Path(place)):
                yield from _file(path, known, settings)


def _standard_input() -> BinaryIO:
    return sys.stdin.buffer


def files_below(path: Path) -> Iterator[Path]:
    """The path itself, or every file below a folder, sorted. Hidden ones and linked folders are left out."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(folder) / name


def _file(path: Path, known: Known, settings: IngestSettings) -> Iterator[Item]:
    if not path.is_file():
        # A pipe or a device would keep the run waiting; a link may lead nowhere.
        yield SetAside(str(path), None, "not a regular file; give a file, or pipe it in and give -")
        return
    yield from items_of(Source(str(path), lambda: path.open("rb")), known, settings)


def _page(url: str, known: Known, settings: IngestSettings) -> Iterator[Item]:
    from ingest.sources.web import fetch  # httpx takes its time to load, and most runs never need it

    try:
        page = fetch(url, most_bytes=settings.max_page_bytes, seconds=settings.fetch_seconds)
        source = Source(page.url, lambda: io.BytesIO(page.content))
        yield from READERS[page.ending](source, replace(known, url=known.url or page.url), settings)
    except NotAnArticle as error:
        yield SetAside(url, None, str(error))
