"""Parts of pages that take long to count: the page is there before them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.pages.addresses import Value

MOST_COUNTED = 10_000
"""Over how many meetings, or articles that name a country, a page counts while somebody waits for it."""
MOST_OF_PERSON = 1_000
"""Over how many meetings of a person the page does: it asks for much else at the same time."""


@dataclass(frozen=True, slots=True)
class Later:
    """A part that has a page of its own, because counting takes long: a script puts it in its place there.

    Without a script a link with these words leads to that page.
    """

    words: str
    segments: tuple[str, ...]
    query: Mapping[str, Value]
