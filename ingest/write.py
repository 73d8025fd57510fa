"""The last step: a reading as rows for the ledger. Nothing is decided here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cypher.rows import ArticleRow, ClaimRow, EntityRow, NameRow, ReadingRows
from ingest.identity import claim_id, page_address, sha256_of
from ingest.records import (
    Article,
    Claim,
    Entity,
    MeetingClaim,
    MembershipClaim,
    OfficeClaim,
    PartnershipClaim,
    Reading,
)
from ingest.sketches import sketch_of


def to_rows(reading: Reading, received_at: datetime, extractor: str) -> ReadingRows:
    """The rows that record a reading. `received_at` must be UTC; `extractor` names program, model and
    versions.
    """
    article = reading.article
    sha256 = sha256_of(article.text)
    sketch = sketch_of(article.text, article.title)
    entities = {entity.id: entity for entity in reading.entities}
    rows: dict[str, ClaimRow] = {}
    for claim in reading.claims:
        row = _claim_row(claim, article, sha256, entities)
        rows.setdefault(row.id, row)
    return ReadingRows(
        article=ArticleRow(
            id=article.id,
            text=article.text,
            sha256=sha256,
            received_at=received_at,
            extractor=extractor,
            title=article.title,
            url=article.url,
            publisher=article.publisher,
            published_at=article.published,
            language=article.language,
            address=page_address(article.url) if article.url else None,
            passages=sketch.passages if sketch else 0,
            sketch=sketch.digits if sketch else None,
        ),
        entities=tuple(_entity_row(entity) for entity in reading.entities),
        claims=tuple(rows.values()),
    )


def _entity_row(entity: Entity) -> EntityRow:
    return EntityRow(
        id=entity.id,
        kind=entity.kind,
        name=entity.name,
        mentions=len(entity.mentions),
        link_score=entity.link.score,
        link_reason=entity.link.reason,
        aliases=tuple(
            sorted({*entity.aliases, *(mention.text for mention in entity.mentions)} - {entity.name})
        ),
        country=entity.country,
        wikidata=entity.wikidata,
    )


def _claim_row(claim: Claim, article: Article, sha256: str, entities: dict[str, Entity]) -> ClaimRow:
    names = tuple(_names(claim, entities))
    evidence = claim.evidence
    rendered = [f"{name.entity}/{name.role}/{name.side}" for name in names]
    match claim:
        case MeetingClaim():
            kind, state = "meeting", [claim.status, claim.format, claim.when.edtf or "", *claim.groups]
        case PartnershipClaim():
            kind, state = "partnership", [claim.relation, claim.polarity]
        case OfficeClaim():
            kind, state = "office", [claim.title, *_unless_stated(claim.polarity)]
        case MembershipClaim():
            kind, state = "membership", [claim.role, *_unless_stated(claim.polarity)]
    common = ClaimRow(
        id=claim_id(article.id, sha256, kind, evidence.start, evidence.end, [*rendered, *state]),
        kind=kind,
        sentence=evidence.sentence,
        start=evidence.start,
        end=evidence.end,
        rule=claim.rule,
        confidence=claim.confidence,
        names=names,
        said_on=article.published,
    )
    return _with_details(common, claim)


def _with_details(row: ClaimRow, claim: Claim) -> ClaimRow:
    match claim:
        case MeetingClaim():
            return replace(
                row,
                status=claim.status,
                format=claim.format,
                date=claim.when.edtf,
                earliest=claim.when.earliest,
                latest=claim.when.latest,
                groups=claim.groups,
                topics=claim.topics,
            )
        case PartnershipClaim():
            return replace(row, relation=claim.relation, polarity=claim.polarity)
        case OfficeClaim():
            return replace(
                row,
                title=claim.title,
                role=claim.post,
                polarity=claim.polarity,
                earliest=claim.since,
                latest=claim.until,
            )
        case MembershipClaim():
            return replace(row, role=claim.role, polarity=claim.polarity)


def _unless_stated(polarity: str) -> list[str]:
    # So that ids of claims stay what they were before offices could end.
    return [] if polarity == "stated" else [polarity]


def _names(claim: Claim, entities: dict[str, Entity]) -> list[NameRow]:
    match claim:
        case MeetingClaim():
            names = [
                NameRow(p.entity, "person", p.role, p.mention, side=p.side, title=p.title, country=p.country)
                for p in claim.participants
            ]
            if claim.place is not None:
                place = entities[claim.place]
                names.append(NameRow(place.id, place.kind, "place", place.name, country=place.country))
            return names
        case PartnershipClaim():
            return [
                NameRow(iso3, "country", "partner", entities[iso3].name if iso3 in entities else iso3)
                for iso3 in claim.countries
            ]
        case OfficeClaim():
            return [
                NameRow(claim.person, "person", "holder", entities[claim.person].name, title=claim.title),
                NameRow(claim.country, "country", "country", claim.country),
            ]
        case MembershipClaim():
            party = entities[claim.party]
            return [
                NameRow(claim.person, "person", "member", entities[claim.person].name),
                NameRow(party.id, "party", "party", party.name, country=party.country),
            ]
