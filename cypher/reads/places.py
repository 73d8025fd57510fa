"""Questions about places."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.catalog import Read


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place, the country (ISO 3166 alpha-3) in which it lies, and how much the graph knows of it."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    meetings: int
    articles: int


PLACE = Read("place", PlaceRow)
