"""From the places that a person names to items: a file, a folder, a web address, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ingest.errors import NotAnArticle, NotModified, OneArticleOnly, SourceNotFound
from ingest.settings import IngestSettings
from ingest.sources.items import Item, Known, SetAside, Source
from ingest.sources.kinds import items_of
from ingest.sources.reach import Reach
from ingest.sources.visited import Visited

STANDARD_INPUT = "-"
WEB = ("http://", "https://")


def items_from(
    places: Iterable[str],
    known: Known,
    settings: IngestSettings,
    visited: Visited | None = None,
    reach: Reach | None = None,
) -> Iterator[Item]:
    """Everything at these places, in the order given; a folder's files sorted by path.

    `visited` knows which lists of articles on the web have not changed since, and have nothing new; `reach`
    is told how far this has come.

    What is wrong with the question is known before any work begins: raises `SourceNotFound` where there is
    nothing at a place, and `OneArticleOnly` where one id, title or address is given for many articles.
    """
    checked = list(places)
    if (known.id or known.title or known.url) and (len(checked) > 1 or any(map(os.path.isdir, checked))):
        raise OneArticleOnly
    for place in checked:
        if place != STANDARD_INPUT and not place.lower().startswith(WEB) and not os.path.lexists(place):
            raise SourceNotFound(place)
    reach = reach or Reach()
    if not any(place == STANDARD_INPUT or place.lower().startswith(WEB) for place in checked):
        reach.expect(path for place in checked for path in files_below(Path(place)))
    return _each(checked, known, settings, visited or Visited(), reach)


def _each(
    places: list[str], known: Known, settings: IngestSettings, visited: Visited, reach: Reach
) -> Iterator[Item]:
    for place in places:
        if place == STANDARD_INPUT:
            yield from items_of(Source("standard input", _standard_input), known, settings)
        elif place.lower().startswith(WEB):
            yield from _web(place, known, settings, visited)
        else:
            for path in files_below(Path(place)):
                yield from _file(path, known, settings, reach)


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


def _file(path: Path, known: Known, settings: IngestSettings, reach: Reach) -> Iterator[Item]:
    if not path.is_file():
        # A pipe or a device would keep the run waiting; a link may lead nowhere.
        yield SetAside(str(path), None, "not a regular file; give a file, or pipe it in and give -")
        return
    yield from items_of(Source(str(path), lambda: reach.open(path)), known, settings)


def _web(url: str, known: Known, settings: IngestSettings, visited: Visited) -> Iterator[Item]:
    """A page is one article; a feed, a sitemap or a list of GDELT leads to many, of which those are left out
    that earlier runs have read.
    """
    # These take their time to load, and most runs never need them.
    from ingest.sources import linked
    from ingest.sources.visitor import Visitor
    from ingest.sources.web import ENDINGS, ENDINGS_OF_LISTS

    visitor = Visitor(settings)
    try:
        # Who names an address wants it read; robots.txt is for what we find by ourselves.
        page = visitor.page(
            url,
            endings={**ENDINGS, **ENDINGS_OF_LISTS},
            conditions=visited.conditions(url),
            asks_robots=False,
        )
        if page.ending in linked.READERS:
            yield from linked.page_items(page, known, settings)
            return
        if known.id or known.title or known.url:
            raise OneArticleOnly
        content = linked.unpacked(page.content, settings)
        pages, whole = visited.pages(url), True
        for item in linked.items(content, page.url, known, settings, visitor, pages):
            whole = whole and not isinstance(item, SetAside)
            yield item
        visited.note(url, page, pages, whole=whole)
    except NotModified:
        return
    except NotAnArticle as error:
        yield SetAside(url, None, str(error))
