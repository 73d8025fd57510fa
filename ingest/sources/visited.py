"""What is remembered of lists of articles on the web, so that the next run fetches only what is new.

Of a list whose articles were all read: what its site asked us to tell it, by which it says that the list is
unchanged. Of each article that was read: what the list said of it. A changed list names most of its articles
again, in the same words; a page of which it says something new is fetched anew.

Kept in the data folder, once the graph holds the articles: what failed is fetched again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.identity import canonical_url
from ingest.sources.links import Link

if TYPE_CHECKING:
    from ingest.sources.web import Page

MOST_LISTS = 10_000
MOST_PAGES = 200_000
"""Of all lists together. The file has twenty bytes for each."""
NAME = "visited.json"
HEADERS = {"etag": "If-None-Match", "last_modified": "If-Modified-Since"}


class ReadPages:
    """The pages of one list that earlier runs have read, and those that this run reads."""

    def __init__(self, before: Iterable[str] = ()) -> None:
        self._before = frozenset(before)
        self.now: dict[str, None] = {}

    def has(self, link: Link) -> bool:
        """Whether an earlier run has read this page, of which the list says nothing new."""
        known = _print_of(link) in self._before
        if known:
            self.add(link)
        return known

    def add(self, link: Link) -> None:
        """Note that this page was read."""
        self.now[_print_of(link)] = None


class Visited:
    """Lists of articles on the web, as they were fetched last. Without a folder, nothing is remembered."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = folder / NAME if folder else None
        self._lists = _read(self._path) if self._path else {}

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that ask for a list only if it has changed."""
        return {HEADERS[name]: value for name, value in self._lists.get(url, {}).items() if name in HEADERS}

    def pages(self, url: str) -> ReadPages:
        """What earlier runs have read of a list."""
        return ReadPages(self._lists.get(url, {}).get("pages", ()))

    def note(self, url: str, page: Page, pages: ReadPages, *, whole: bool) -> None:
        """Note a list and what was read of it; `whole` says that nothing failed. It counts once `save` was
        called.
        """
        told = {"etag": page.etag, "last_modified": page.last_modified} if whole else {}
        self._lists.pop(url, None)
        self._lists[url] = {
            **{name: value for name, value in told.items() if value},
            "pages": list(pages.now),
        }

    def save(self) -> None:
        """Remember what was noted, once the graph holds the articles."""
        if self._path is None:
            return
        draft = self._path.with_suffix(f".{os.getpid()}")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(_latest(self._lists)), encoding="utf-8")
        draft.replace(self._path)


def _latest(lists: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The lists that were noted last, with as many of their pages as may be remembered."""
    kept, room = {}, MOST_PAGES
    for url, found in list(lists.items())[: -MOST_LISTS - 1 : -1]:
        pages = found.get("pages", [])[:room]
        room -= len(pages)
        kept[url] = {**found, "pages": pages}
    return dict(reversed(kept.items()))


def _print_of(link: Link) -> str:
    """A page and what its list says of it, in a few letters."""
    said = (canonical_url(link.url), link.known, link.updated)
    return sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _read(path: Path) -> dict[str, dict[str, Any]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # the worst that follows is a list that is fetched once more
    return found if isinstance(found, dict) else {}
