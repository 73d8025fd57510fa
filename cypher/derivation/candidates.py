"""Who may be one, and who may be two: candidates for a decision, each with a score and the reason in words.

Names are compared word by word, in plain letters, so that script, accents and order do not matter: a
misspelt word costs as much as it is misspelt, an initial a little. A country in common, or unknown, leaves
the score as it is; another one takes a third away. Namesakes of two countries are two people until something
else says they are one, such as one office at one time.

A surname alone ("Mudavadi", in an article that never says more) is nobody's full name, and is compared as a
surname: with those whose name begins or ends with it. That alone makes no candidate; it takes a second sign,
such as that nobody else is called so, a country in common, or people whom both met.
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
SURNAME = 0.65
"""The score of a surname alone and a full name that has it."""

ONLY_BEARER = 0.1
COMPATRIOT = 0.1
COMPANY = 0.1
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
class Contact:
    """Somebody whom a person met."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A person with what tells this one from others. `contacts` are those met most often, not all."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    offices: tuple[Tenure, ...]
    contacts: tuple[Contact, ...]

    @property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """The words of each full name: aliases are too short to compare by unless they have two words."""
        names = {words_of(name) for name in (self.name, *self.aliases) if not name[:1].islower()}
        return tuple(sorted(words for words in names if len(words) > 1))

    @property
    def surname_alone(self) -> str | None:
        """The one word that is all we know of the name; None where a full name is known."""
        words = words_of(self.name)
        return words[0] if len(words) == 1 and not self.spellings else None

    @property
    def telling_words(self) -> frozenset[str]:
        """The words to look for others by."""
        alone = self.surname_alone
        return frozenset(word for words in self.spellings for word in words) or frozenset(
            [alone] if alone else ()
        )

    def may_have_surname(self, surname: str) -> bool:
        """Whether a full name begins or ends with it: family names stand first in many languages."""
        return any(surname in (words[0], words[-1]) for words in self.spellings)


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
    """Whether two people of full names may be one; None if too little says so."""
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
        part, reason = _of_countries(one.country, other.country)
        score *= part
        reasons.append(reason)
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


def surname_pair(lone: Profile, full: Profile, only_bearer: bool) -> Candidate | None:
    """Whether somebody of whom only the surname is known is this person; None if too little says so.

    `only_bearer` says that of all who were found nobody else has this surname.
    """
    surname = lone.surname_alone
    if surname is None or not full.may_have_surname(surname):
        return None
    score, reasons = SURNAME, [f"'{lone.name}' is a surname of {full.name}"]
    if only_bearer:
        score += ONLY_BEARER
        reasons.append("nobody else is known by it")
    if lone.country and full.country:
        part, reason = _of_countries(lone.country, full.country)
        score = score * part + (COMPATRIOT if lone.country == full.country else 0)
        reasons.append(reason)
    company = sorted({contact.name for contact in lone.contacts if contact in full.contacts})
    if company:
        score += COMPANY
        reasons.append(f"both met {company[0]}" + (f" and {len(company) - 1} others" if company[1:] else ""))
    score = round(score, 3)
    if score < LEAST_SCORE:
        return None
    return Candidate("merge", full, lone, score, "; ".join(reasons))


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
    others = list(alike)
    found = [pair(one, other) or _by_surname(one, other, others) for other in others]
    every = [candidate for candidate in (two_in_one(one), *found) if candidate is not None]
    return sorted(every, key=lambda each: (-each.score, each.kind, each.other.id if each.other else ""))


def _by_surname(one: Profile, other: Profile, alike: list[Profile]) -> Candidate | None:
    lone, full = (one, other) if one.surname_alone else (other, one)
    if lone.surname_alone is None:
        return None
    bearers = {each.id for each in (one, *alike) if each.may_have_surname(lone.surname_alone)}
    return surname_pair(lone, full, only_bearer=bearers == {full.id})


def _of_countries(one: str, other: str) -> tuple[float, str]:
    """Which part of a score two known countries leave, and what that says."""
    if one == other:
        return 1.0, f"both of {one}"
    return OTHER_COUNTRY, f"but of {one} and {other}"


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
