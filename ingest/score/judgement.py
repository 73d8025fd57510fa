"""What is counted of one article, and each error with the sentence that shows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.score.measures import Found, Share

_NOTHING_FOUND = Found()
_NOTHING_SHARED = Share()


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error: what was expected and found, and the sentence that shows it."""

    article: str
    kind: str
    names: tuple[str, ...]
    expected: str
    found: str
    sentence: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One article's counts. Adding two gives the counts of both."""

    pairs: Found = _NOTHING_FOUND
    clean: Share = _NOTHING_SHARED
    false_articles: Share = _NOTHING_SHARED
    alarms: Share = _NOTHING_SHARED
    meetings: Found = _NOTHING_FOUND
    status: Share = _NOTHING_SHARED
    not_held: Share = _NOTHING_SHARED
    exact_date: Share = _NOTHING_SHARED
    loose_date: Share = _NOTHING_SHARED
    dated: Share = _NOTHING_SHARED
    places: Found = _NOTHING_FOUND
    persons: Found = _NOTHING_FOUND
    person_countries: Share = _NOTHING_SHARED
    linked: Share = _NOTHING_SHARED
    whole: Share = _NOTHING_SHARED
    partners: Found = _NOTHING_FOUND
    mistakes: tuple[Mistake, ...] = field(default=(), compare=False)

    def __add__(self, other: Judgement) -> Judgement:
        return Judgement(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))
