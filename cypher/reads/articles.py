"""Questions about the ledger: which articles it holds and what each of them states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cypher.catalog import Read


@dataclass(frozen=True, slots=True)
class ArticleInList:
    """An article of the ledger or the inbox, without its text; `reason` says why it was set aside."""

    id: str
    state: str
    reason: str | None
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    language: str | None
    received_at: datetime
    claims: int


@dataclass(frozen=True, slots=True)
class ArticleDetail:
    """An article with its text, as it was given; `extractor` names what read it.

    One that was set aside or withdrawn before it was read may have no text any more.
    """

    id: str
    state: str
    reason: str | None
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    language: str | None
    received_at: datetime
    claims: int
    extractor: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class NameInClaim:
    """An entity that a claim names, in its role, with the words by which the text names it."""

    id: str
    kind: str
    name: str
    role: str
    mention: str | None


@dataclass(frozen=True, slots=True)
class StatedClaim:
    """A claim of an article; fields that its kind does not have are None or empty."""

    id: str
    kind: str
    status: str | None
    format: str | None
    date: str | None
    relation: str | None
    polarity: str | None
    title: str | None
    role: str | None
    groups: tuple[str, ...]
    topics: tuple[str, ...]
    sentence: str
    start: int
    end: int
    rule: str
    confidence: float
    recorded_at: datetime | None
    retracted_at: datetime | None
    names: tuple[NameInClaim, ...]
    meeting: str | None


@dataclass(frozen=True, slots=True)
class ClaimsOfArticleRow:
    """An article and a page of what it states."""

    id: str
    claims: tuple[StatedClaim, ...]


@dataclass(frozen=True, slots=True)
class ArticleToReread:
    """An article of the ledger as its source gave it; `received_at` is what it is to be recorded with."""

    id: str
    text: str
    title: str | None
    url: str | None
    publisher: str | None
    published_at: date | None
    language: str | None
    received_at: datetime


@dataclass(frozen=True, slots=True)
class ArticlesToRereadRow:
    """How many articles another reader has read."""

    articles: int


ARTICLES_TO_REREAD = Read("articles_to_reread", ArticleToReread)
ARTICLES_TO_REREAD_COUNT = Read("articles_to_reread_count", ArticlesToRereadRow)
ARTICLES = Read("articles", ArticleInList)
ARTICLES_IN_STATE = Read("articles_in_state", ArticleInList)
SUBMISSIONS_IN_STATE = Read("submissions_in_state", ArticleInList)
ARTICLE = Read("article", ArticleDetail)
CLAIMS_OF_ARTICLE = Read("claims_of_article", ClaimsOfArticleRow)
