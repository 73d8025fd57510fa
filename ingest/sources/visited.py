"""What web sites asked us to tell them the next time: by it they say that a list of articles is unchanged.

Kept in the data folder, and only for lists whose articles were all read and recorded: one that failed in
between is fetched again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.sources.web import Page

MOST = 10_000
NAME = "visited.json"
HEADERS = {"etag": "If-None-Match", "last_modified": "If-Modified-Since"}


class Visited:
    """Lists of articles on the web, as they were fetched last. Without a folder, nothing is remembered."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = folder / NAME if folder else None
        self._lists = _read(self._path) if self._path else {}

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that ask for a list only if it has changed."""
        return {HEADERS[name]: value for name, value in self._lists.get(url, {}).items() if name in HEADERS}

    def note(self, url: str, page: Page) -> None:
        """Note a list whose articles were all read. It counts once `save` was called."""
        found = {"etag": page.etag, "last_modified": page.last_modified}
        self._lists.pop(url, None)
        self._lists[url] = {name: value for name, value in found.items() if value}

    def save(self) -> None:
        """Remember what was noted, once the graph holds the articles."""
        if self._path is None:
            return
        latest = dict(list(self._lists.items())[-MOST:])
        draft = self._path.with_suffix(f".{os.getpid()}")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(latest), encoding="utf-8")
        draft.replace(self._path)


def _read(path: Path) -> dict[str, Mapping[str, str]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # the worst that follows is a list that is fetched once more
    return found if isinstance(found, dict) else {}
