"""A reading as the JSON of `demarche extract`: the stable shape that scripts outside the project read."""

from __future__ import annotations

from typing import Any

from ingest.records import (
    Claim,
    Entity,
    Evidence,
    MeetingClaim,
    MembershipClaim,
    OfficeClaim,
    PartnershipClaim,
    Reading,
)


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """One article's facts, keys in the order of the documented format."""
    article = reading.article
    names = {entity.id: entity.name for entity in reading.entities}
    return {
        "article": {
            "id": article.id,
            "title": article.title,
            "published": article.published.isoformat() if article.published else None,
            "language": article.language,
        },
        "entities": [_entity(entity) for entity in reading.entities],
        "claims": [_claim(claim, names) for claim in reading.claims],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "country": entity.country,
        "mentions": [{"start": m.start, "end": m.end, "text": m.text} for m in entity.mentions],
        "link": {"score": entity.link.score, "verdict": entity.link.verdict, "reason": entity.link.reason},
    }


def _claim(claim: Claim, names: dict[str, str]) -> dict[str, Any]:
    match claim:
        case MeetingClaim():
            return {
                "kind": "meeting",
                "status": claim.status,
                "format": claim.format,
                "participants": [
                    {
                        "entity": p.entity,
                        "name": p.name,
                        "side": p.side,
                        "role": p.role,
                        "title": p.title,
                        "country": p.country,
                        "mention": p.mention,
                    }
                    for p in claim.participants
                ],
                "groups": list(claim.groups),
                "place": {"entity": claim.place, "name": names.get(claim.place)} if claim.place else None,
                "date": claim.when.edtf,
                "earliest": claim.when.earliest.isoformat() if claim.when.earliest else None,
                "latest": claim.when.latest.isoformat() if claim.when.latest else None,
                "topics": list(claim.topics),
                **_common(claim.evidence, claim.confidence, claim.rule),
            }
        case PartnershipClaim():
            return {
                "kind": "partnership",
                "countries": list(claim.countries),
                "relation": claim.relation,
                "polarity": claim.polarity,
                **_common(claim.evidence, claim.confidence, claim.rule),
            }
        case OfficeClaim():
            return {
                "kind": "office",
                "person": claim.person,
                "title": claim.title,
                "country": claim.country,
                "polarity": claim.polarity,
                "since": claim.since.isoformat() if claim.since else None,
                "until": claim.until.isoformat() if claim.until else None,
                **_common(claim.evidence, claim.confidence, claim.rule),
            }
        case MembershipClaim():
            return {
                "kind": "membership",
                "person": claim.person,
                "party": claim.party,
                "role": claim.role,
                "polarity": claim.polarity,
                **_common(claim.evidence, claim.confidence, claim.rule),
            }


def _common(evidence: Evidence, confidence: float, rule: str) -> dict[str, Any]:
    return {
        "evidence": {"start": evidence.start, "end": evidence.end, "sentence": evidence.sentence},
        "confidence": confidence,
        "rule": rule,
    }
