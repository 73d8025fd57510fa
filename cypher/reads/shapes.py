"""Shapes that the rows of several subjects share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """Something with an id and the name that people know it by."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class LocatedAt:
    """A place and the country (ISO 3166 alpha-3) in which it lies, where that is known."""

    id: str
    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A claim with its sentence and the article that states it: `text[start:end] == sentence`."""

    claim: str
    kind: str
    status: str | None
    sentence: str
    start: int
    end: int
    rule: str
    confidence: float
    said_on: str | None
    article: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
