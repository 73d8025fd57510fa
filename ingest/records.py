"""What the steps of the pipeline hand to each other: plain frozen records, no behaviour.

All offsets count Unicode code points of `Article.text` as it was given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

EntityKind = Literal["person", "country", "party", "organization", "place"]
MeetingStatus = Literal["planned", "held", "postponed", "cancelled", "refused", "possible"]
MeetingFormat = Literal["in_person", "video", "phone", "unknown"]
ParticipantRole = Literal["participant", "host", "mediator"]
Relation = Literal[
    "alliance",
    "strategic_partnership",
    "comprehensive_partnership",
    "trade_partner",
    "security",
    "friendly_relations",
    "diplomatic_relations",
    "partner",
]
Polarity = Literal["stated", "sought", "denied", "ended"]
OfficePolarity = Literal["stated", "ended"]
LinkVerdict = Literal["yes", "no", "unsure"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as a source gave it. `id` never changes for the same article (see `ingest.identity`)."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that states a claim: `text[start:end] == sentence`, always."""

    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class MentionSpan:
    """One place where the text names an entity: `text[start:end] == text`, always."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Why we believe that mentions are this entity: score from 0 to 1, a verdict, and a reason in words."""

    score: float
    verdict: LinkVerdict
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that the article names, with its mentions in reading order.

    `country` (ISO 3166 alpha-3) is whom a person speaks for, whose party it is, or where a place lies.
    """

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[MentionSpan, ...]
    link: Link
    aliases: tuple[str, ...] = ()
    country: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The date of an event as EDTF (ISO 8601-2), with its bounds as days, both inclusive.

    `edtf` is None where the text fixes no date; the bounds may still say "not after the article".
    """

    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """One who sat in a meeting. People of one `side` did not meet each other there, they came together."""

    entity: str
    name: str
    side: int
    role: ParticipantRole = "participant"
    title: str | None = None
    country: str | None = None
    mention: str = ""


@dataclass(frozen=True, slots=True)
class MeetingClaim:
    """The article says that these met, are to meet, or did not meet."""

    status: MeetingStatus
    format: MeetingFormat
    participants: tuple[Participant, ...]
    evidence: Evidence
    confidence: float
    rule: str
    when: When = When()
    groups: tuple[str, ...] = ()
    place: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnershipClaim:
    """The article says how two countries stand to each other. `countries` are ISO alpha-3 in sorted order."""

    countries: tuple[str, str]
    relation: Relation
    polarity: Polarity
    evidence: Evidence
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class OfficeClaim:
    """The article says that a person holds an office of a country on the article's date, or has left it
    (`ended`).

    `post` is the role that the title stands for where only one at a time can have it ("head_of_state").
    `since` and `until` bound the term that entity data know for the person, the office and the day.
    """

    person: str
    title: str
    country: str
    evidence: Evidence
    confidence: float
    rule: str
    polarity: OfficePolarity = "stated"
    post: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class MembershipClaim:
    """The article says that a person belongs to a party, or does no more. `role` is an office in it, or
    "member"."""

    person: str
    party: str
    role: str
    evidence: Evidence
    confidence: float
    rule: str
    polarity: OfficePolarity = "stated"


Claim = MeetingClaim | PartnershipClaim | OfficeClaim | MembershipClaim


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says, in the order of its text."""

    article: Article
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
