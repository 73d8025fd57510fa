"""Who may be one, and who may be two: candidates for a decision, each with a score and the reason in words.

Names are compared word by word, in plain letters, so that script, accents and order do not matter: a
misspelt word costs as much as it is misspelt, an initial a little. A country in common, or unknown, leaves
the score as it is; another one takes a third away. Namesakes of two countries are two people until something
else says they are one, such as one office at one time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

LEAST_SCORE = 0.75
"""Pairs with a lower score are no candidates."""

OTHER_COUNTRY = 0.65
SAME_OFFICE = 0.15
INITIAL = 0.9
EXTRA_WORD = 0.03
TWO_STATES = 0.5
TWO_STATES_AT_ONCE = 0.8

_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that a person is said to hold, and the days (ISO 8601) from and until which we know of."""

    country: str
    title: str | None
    since: str | None
    until: str | None

    def overlaps(self, other: Tenure) -> bool:
        """Whether both can have been held at one time; an unknown day rules nothing out."""
        starts, ends = (self.since, other.since), (self.until, other.until)
        return all(not start or not end or start <= end for start in starts for end in ends)


@dataclass(frozen=True, slots=True)
class Profile:
    """A person with what tells this one from others."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    offices: tuple[Tenure, ...]

    @property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """The words of each full name: aliases are too short to compare by unless they have two words."""
        names = {words_of(name) for name in (self.name, *self.aliases) if not name[:1].islower()}
        return tuple(sorted(words for words in names if len(words) > 1))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A decision that somebody could make. `other` is None where one may be two."""

    kind: Literal["merge", "split"]
    entity: Profile
    other: Profile | None
    score: float
    reason: str


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in plain small letters.

    >>> words_of("Дмитрий Медведев"), words_of("E. Barth Eide")
    (('dmitriy', 'medvedev'), ('e', 'barth', 'eide'))
    """
    return tuple(_WORD.findall(anyascii(name[:_LONGEST]).lower().replace("'", "")))


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How alike two names are, from 0 to 1: the mean of their words and of the worst word.

    >>> likeness(("dmitri", "medvedev"), ("medvedev", "dmitri"))
    1.0
    >>> round(likeness(("espen", "barth", "eide"), ("e", "barth", "eide")), 2)
    0.93
    """
    short, long = sorted((one, other), key=len)
    left = list(long)
    scores = []
    for word in sorted(short, key=lambda word: (-len(word), word)):
        best = max(left, key=lambda each: (_word_likeness(word, each), each))
        scores.append(_word_likeness(word, best))
        left.remove(best)
    mean = sum(scores) / len(scores)
    return max(0.0, (mean + min(scores)) / 2 - EXTRA_WORD * len(left))


def pair(one: Profile, other: Profile) -> Candidate | None:
    """Whether two people may be one; None if too little says so."""
    best = max(
        (
            (likeness(ours, theirs), " ".join(ours), " ".join(theirs))
            for ours in one.spellings
            for theirs in other.spellings
        ),
        default=None,
    )
    if best is None:
        return None
    score, ours, theirs = best
    reasons = ["the same name" if ours == theirs else f"'{ours}' is much like '{theirs}'"]
    if one.country and other.country:
        if one.country == other.country:
            reasons.append(f"both of {one.country}")
        else:
            score *= OTHER_COUNTRY
            reasons.append(f"but of {one.country} and {other.country}")
    else:
        reasons.append(
            "the country of one is unknown" if one.country or other.country else "no country known"
        )
    office = _common_office(one, other)
    if office is not None:
        score = min(1.0, score + SAME_OFFICE)
        reasons.append(f"both {office.title} of {office.country} at one time")
    if score < LEAST_SCORE:
        return None
    first, second = sorted((one, other), key=_rank)
    return Candidate("merge", first, second, round(score, 3), "; ".join(reasons))


def two_in_one(one: Profile) -> Candidate | None:
    """Whether one may be two: a person who speaks for two states."""
    states = sorted({office.country for office in one.offices})
    if len(states) < 2:
        return None
    at_once = any(
        these.country != those.country and these.overlaps(those)
        for these, those in combinations(one.offices, 2)
    )
    score = TWO_STATES_AT_ONCE if at_once else TWO_STATES
    reason = f"holds offices of {' and '.join(states)}{' at one time' if at_once else ''}"
    return Candidate("split", one, None, score, reason)


def candidates(one: Profile, alike: Iterable[Profile]) -> list[Candidate]:
    """All candidates about one person, given those whom an index finds by this one's names; best first."""
    found = [pair(one, other) for other in alike]
    every = [candidate for candidate in (two_in_one(one), *found) if candidate is not None]
    return sorted(every, key=lambda each: (-each.score, each.kind, each.other.id if each.other else ""))


def _word_likeness(one: str, other: str) -> float:
    if one != other and 1 in (len(one), len(other)):
        return INITIAL if one[0] == other[0] else 0.0
    return Levenshtein.normalized_similarity(one, other)


def _common_office(one: Profile, other: Profile) -> Tenure | None:
    return next(
        (
            ours
            for ours in one.offices
            for theirs in other.offices
            if ours.title
            and theirs.title
            and (ours.country, ours.title.casefold()) == (theirs.country, theirs.title.casefold())
            and ours.overlaps(theirs)
        ),
        None,
    )


def _rank(profile: Profile) -> tuple[bool, str]:
    """A public id stays before one of ours."""
    return (":" in profile.id, profile.id)
