"""Addresses of articles, with what the list that has them says about each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest.sources.items import Known, SetAside


@dataclass(frozen=True, slots=True)
class Link:
    """Where an article stands. `is_list` says that there is a further list of articles there; `updated` is
    when it changed last, in the list's own words, where it says so.
    """

    url: str
    known: Known
    is_list: bool = False
    updated: str | None = None


# The bytes of a list, and its own address; raises `NotAnArticle` where they are no such list. What is broken
# in a list is set aside in its place.
Links = Callable[[bytes, str], Iterator[Link | SetAside]]
