"""Ledger nodes as they come out of the database, and as what the derivation works on."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.catalog import Write
from cypher.derivation.evidence import (
    Day,
    Imprint,
    LiveArticle,
    LiveClaim,
    entities_from_json,
    imprint_of,
    names_from_json,
)


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A live claim of the ledger; `names` is JSON."""

    id: str
    article: str
    story: str
    kind: str
    confidence: float
    names: str
    status: str | None
    format: str | None
    date: str | None
    earliest: Day | None
    latest: Day | None
    groups: tuple[str, ...]
    topics: tuple[str, ...]
    relation: str | None
    polarity: str | None
    title: str | None
    role: str | None
    said_on: Day | None

    def live(self) -> LiveClaim:
        """The claim for the derivation."""
        return LiveClaim(
            id=self.id,
            article=self.article,
            story=self.story,
            kind=self.kind,
            confidence=self.confidence,
            names=names_from_json(self.names),
            status=self.status,
            format=self.format,
            date=self.date,
            earliest=self.earliest,
            latest=self.latest,
            groups=self.groups,
            topics=self.topics,
            relation=self.relation,
            polarity=self.polarity,
            title=self.title,
            role=self.role,
            said_on=self.said_on,
        )


@dataclass(frozen=True, slots=True)
class ImprintRecord:
    """What copies of a live article are known by, and the story it is told to be of."""

    id: str
    story: str
    published_at: Day | None
    passages: int
    sketch: str

    def imprint(self) -> Imprint:
        """The imprint for the derivation."""
        return Imprint(self.id, self.published_at, self.passages, self.sketch)


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """A live article of the ledger with its live claims; `entities` is JSON."""

    id: str
    story: str
    entities: str
    claims: tuple[ClaimRecord, ...]
    published_at: Day | None
    passages: int
    sketch: str | None

    def live(self) -> LiveArticle:
        """The article for the derivation."""
        return LiveArticle(
            self.id,
            self.story,
            entities_from_json(self.entities),
            tuple(claim.live() for claim in self.claims),
            imprint_of(self.id, self.published_at, self.passages, self.sketch),
        )


articles_with_live_claims = Write("articles_with_live_claims", ArticleRecord)
