"""What the derivation works on: live claims, and the entities that live articles name."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, replace
from typing import Any

from cypher.rows import ClaimRow, EntityRow, NameRow
from cypher.storable import shallow

Day = datetime.date

NOT_ATTENDING = frozenset({"place"})
"""Roles in a meeting claim that sit at no table."""


@dataclass(frozen=True, slots=True)
class LiveClaim:
    """A claim that stands: neither it nor its article is retracted.

    `story` is the article's story: copies of one agency report are one story.
    """

    id: str
    article: str
    story: str
    kind: str
    confidence: float
    names: tuple[NameRow, ...]
    status: str | None = None
    format: str | None = None
    date: str | None = None
    earliest: Day | None = None
    latest: Day | None = None
    groups: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    relation: str | None = None
    polarity: str | None = None
    title: str | None = None
    role: str | None = None
    said_on: Day | None = None

    @property
    def attendees(self) -> tuple[NameRow, ...]:
        """Whom the claim seats, in any role."""
        return tuple(name for name in self.names if name.role not in NOT_ATTENDING)

    @property
    def places(self) -> tuple[NameRow, ...]:
        """Where the claim says it was."""
        return tuple(name for name in self.names if name.role == "place")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What copies of an article are known by: its day, and the sketch of its passages (`stories`)."""

    article: str
    published: Day | None
    passages: int
    sketch: str


@dataclass(frozen=True, slots=True)
class LiveArticle:
    """A live article with all that its derived part depends on; `imprint` is None if nothing can copy it."""

    id: str
    story: str
    entities: tuple[EntityRow, ...]
    claims: tuple[LiveClaim, ...]
    imprint: Imprint | None = None

    def of_story(self, story: str) -> LiveArticle:
        """The same article with its claims, as part of this story."""
        claims = tuple(replace(claim, story=story) for claim in self.claims)
        return replace(self, story=story, claims=claims)


def live_claim(row: ClaimRow, article: str, story: str) -> LiveClaim:
    """A claim as it came in, seen from the derivation."""
    return LiveClaim(
        id=row.id,
        article=article,
        story=story,
        kind=row.kind,
        confidence=row.confidence,
        names=row.names,
        status=row.status,
        format=row.format,
        date=row.date,
        earliest=row.earliest,
        latest=row.latest,
        groups=row.groups,
        topics=row.topics,
        relation=row.relation,
        polarity=row.polarity,
        title=row.title,
        role=row.role,
        said_on=row.said_on,
    )


def imprint_of(article: str, published: Day | None, passages: int, sketch: str | None) -> Imprint | None:
    """The imprint of an article; None if it has no sketch."""
    return Imprint(article, published, passages, sketch) if sketch else None


def names_to_json(names: tuple[NameRow, ...]) -> str:
    """Names as the text that the ledger keeps."""
    return _to_json([shallow(name) for name in names])


def names_from_json(text: str) -> tuple[NameRow, ...]:
    """Names from the text that the ledger keeps.

    >>> name = NameRow(entity="Q1", kind="person", role="host", mention="the Prime Minister", side=0)
    >>> names_from_json(names_to_json((name,))) == (name,)
    True
    """
    return tuple(NameRow(**item) for item in json.loads(text))


def entities_to_json(entities: tuple[EntityRow, ...]) -> str:
    """Entities as the text that the ledger keeps."""
    return _to_json([shallow(entity) for entity in entities])


def entities_from_json(text: str) -> tuple[EntityRow, ...]:
    """Entities from the text that the ledger keeps."""
    return tuple(
        EntityRow(**{**item, "aliases": tuple(item.get("aliases", ()))}) for item in json.loads(text)
    )


def _to_json(items: list[dict[str, Any]]) -> str:
    kept = [{key: value for key, value in item.items() if value not in (None, ())} for item in items]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
