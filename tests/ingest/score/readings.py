"""Readings made by hand, so that a measure is tested without the reader."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from ingest.records import (
    Article,
    Claim,
    Entity,
    Evidence,
    Link,
    MeetingClaim,
    MeetingFormat,
    MeetingStatus,
    MentionSpan,
    Participant,
    PartnershipClaim,
    Polarity,
    Reading,
    When,
)

TEXT = "Anna Solen met Teo Lamar in Cairo."
SURE = Link(1.0, "yes", "known")


def gold(**marked: Any) -> dict[str, Any]:
    """A gold line: an article with the given marks, everything else empty."""
    return {"id": "a1", "text": TEXT, "published": "2024-05-03", "gold": marked}


def meeting(
    a: str, b: str, status: str = "held", day: str | None = None, place: str | None = None
) -> dict[str, Any]:
    """A gold meeting of two people."""
    return {
        "participants": [a, b],
        "status": status,
        "date": day,
        "place": place,
        "pairs_required": [[a, b]],
        "pairs_optional": [],
    }


def reading(names: Iterable[str], *claims: Claim, others: Iterable[Entity] = ()) -> Reading:
    """A reading whose persons have these names, each spelled so in the text."""
    return Reading(Article("a1", TEXT), (*(person(name) for name in names), *others), claims)


def person(name: str, country: str | None = None, spelled: str | None = None) -> Entity:
    """A person entity whose id is its name."""
    text = spelled or name
    return Entity(name, "person", name, (MentionSpan(0, len(text), text),), SURE, country=country)


def met(
    *names: str,
    status: MeetingStatus = "held",
    form: MeetingFormat = "unknown",
    confidence: float = 0.9,
    edtf: str | None = None,
    place: str | None = None,
    one_side: bool = False,
) -> MeetingClaim:
    """A claim that these met, each a side of its own unless told."""
    return MeetingClaim(
        status=status,
        format=form,
        participants=tuple(
            Participant(name, name, 0 if one_side else side) for side, name in enumerate(names)
        ),
        evidence=Evidence(0, len(TEXT), TEXT),
        confidence=confidence,
        rule="test",
        when=When(edtf, date(2024, 5, 3), date(2024, 5, 3)) if edtf else When(),
        place=place,
    )


def partners(a: str, b: str, polarity: Polarity = "stated") -> PartnershipClaim:
    """A claim that two states are partners."""
    first, second = sorted((a, b))
    return PartnershipClaim((first, second), "alliance", polarity, Evidence(0, len(TEXT), TEXT), 0.9, "test")
