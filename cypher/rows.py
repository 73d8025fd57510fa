"""What comes in through the door: one article's reading as rows for the ledger.

Values are plain: strings, numbers, dates, tuples. The ledger (Article and Claim nodes) keeps all of it,
so that everything else in the graph can be computed again from the ledger alone.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article. `received_at` is UTC; `extractor` names program, model and their versions.

    Versions of one page have one `address`. Copies of one report are known by `sketch`, the MinHash of their
    `passages` different runs of words, as hexadecimal digits; None if the text is too short for one.
    """

    id: str
    text: str
    sha256: str
    received_at: datetime.datetime
    extractor: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published_at: datetime.date | None = None
    language: str | None = None
    address: str | None = None
    passages: int = 0
    sketch: str | None = None


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity that the article names, how often, and why we believe that it is this one.

    `kind` is person, country, party, organization or place; `country` an ISO 3166 alpha-3 code.
    """

    id: str
    kind: str
    name: str
    mentions: int
    link_score: float
    link_reason: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class NameRow:
    """One entity that a claim names.

    `role` is participant, host, mediator, place, partner, holder, country, member or party.
    """

    entity: str
    kind: str
    role: str
    mention: str
    side: int | None = None
    title: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim with its evidence: `article.text[start:end] == sentence`.

    `kind` is meeting, partnership, office or membership. `date` is EDTF; `earliest` and `latest` bound it, or
    the term of an office where entity data know it. Fields that a kind does not have stay None or empty:
    status, format, date, groups, topics belong to meetings; relation to partnerships; title to offices; role
    to memberships, and to offices that one person at a time has (`head_of_state`); polarity to all but
    meetings.
    """

    id: str
    kind: str
    sentence: str
    start: int
    end: int
    rule: str
    confidence: float
    names: tuple[NameRow, ...]
    status: str | None = None
    format: str | None = None
    date: str | None = None
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    groups: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    relation: str | None = None
    polarity: str | None = None
    title: str | None = None
    role: str | None = None
    said_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class ReadingRows:
    """Everything one article says, ready to be recorded in one transaction."""

    article: ArticleRow
    entities: tuple[EntityRow, ...]
    claims: tuple[ClaimRow, ...]
