"""Ledger nodes as they come out of the database, and as what the derivation works on."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.derivation.evidence import Day, LiveArticle, LiveClaim, entities_from_json, names_from_json


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
class ArticleRecord:
    """A live article of the ledger with its live claims; `entities` is JSON."""

    id: str
    story: str
    entities: str
    claims: tuple[ClaimRecord, ...]

    def live(self) -> LiveArticle:
        """The article for the derivation."""
        return LiveArticle(
            self.id,
            self.story,
            entities_from_json(self.entities),
            tuple(claim.live() for claim in self.claims),
        )
