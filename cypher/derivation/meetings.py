"""What a meeting is, given the claims about it (`gathering` says which these are).

*Its id* is made from the claim that was said first. Reports that come later leave it as it is. Where an
earlier one turns up, or the first is retracted, the id changes; the old one still finds the meeting
(`meeting_once_called`): by the claim that it came from, or by the one that took its place when it went.

*What became of it* is the status that the latest claims give it (`status`); `history` keeps what was said on
which day, the plans and denials too. How sure we are is weighed against what contradicts it (`confidence`).

*Titles* are those of the day of the meeting: whoever was foreign minister then and is president now sat
there as foreign minister. Of what articles call somebody, what is said within a month of the meeting counts,
the most heard; where there is none, the nearest within a year.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from cypher.derivation.confidence import combined_confidence, contradicting, weighed_confidence
from cypher.derivation.dyads import FAR_BACK, NO_WINDOW, dyad_id, person_dyads, window
from cypher.derivation.evidence import Day, LiveClaim
from cypher.derivation.gathering import gather
from cypher.derivation.status import history, status
from cypher.rows import NameRow
from cypher.storable import digest

MONTH, YEAR = 30, 366
"""In days."""
ROLES = ("host", "mediator", "participant")
"""The more telling role wins where claims differ."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One who attended: `(entity)-[:ATTENDED {entity, role, side, title, country, day}]->(meeting)`.

    `country` is for which one they sat there, as most claims have it (ISO 3166 alpha-3).
    """

    entity: str
    role: str
    side: int
    title: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A Meeting node with its edges: who attended, where, and which claims support it."""

    id: str
    date: str | None
    earliest: Day | None
    latest: Day | None
    status: str
    format: str
    topics: tuple[str, ...]
    groups: tuple[str, ...]
    confidence: float
    articles: int
    independent_sources: int
    contradicting_sources: int
    history: tuple[str, ...]
    place: str | None
    seats: tuple[Seat, ...]
    claims: tuple[str, ...]
    stories: tuple[str, ...]

    @property
    def day(self) -> Day:
        """The day by which lists are ordered: the last it can have been, else the first, else `FAR_BACK`."""
        return self.latest or self.earliest or FAR_BACK

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries for which anyone sat there (ISO 3166 alpha-3)."""
        return tuple(sorted({seat.country for seat in self.seats if seat.country}))

    @property
    def country_pairs(self) -> tuple[str, ...]:
        """The pairs of countries that sat on different sides, the smaller code first: `CUB|RUS`."""
        return tuple(
            sorted(
                {
                    dyad_id(one.country, other.country)
                    for one, other in combinations(self.seats, 2)
                    if one.country and other.country
                    if one.country != other.country and one.side != other.side
                }
            )
        )

    @property
    def digest(self) -> str:
        """Changes with anything about the meeting, and with nothing else."""
        return digest(self)


def meeting_id(claims: Iterable[LiveClaim]) -> str:
    """The id of a meeting: from its anchor, the claim that was said first (of one day, the smallest id)."""
    return id_after(min(claims, key=said_first).id)


def said_first(claim: LiveClaim) -> tuple[Day, str]:
    """By this order the first claim names the meeting."""
    return (claim.said_on or Day.max, claim.id)


def id_after(claim: str) -> str:
    """The id that a meeting has if it is named after this claim."""
    return "m:" + hashlib.sha256(claim.encode()).hexdigest()[:24]


def meetings(claims: Iterable[LiveClaim]) -> tuple[Meeting, ...]:
    """The meetings that these claims tell of, by id. Claims of other kinds are passed over."""
    gathered = gather(claim for claim in claims if claim.kind == "meeting")
    return tuple(sorted((meeting(group) for group in gathered), key=lambda found: found.id))


def meeting(claims: Sequence[LiveClaim]) -> Meeting:
    """One meeting from all claims about it.

    Who was there, and how sure we are, comes from the claims that agree with its status: one who was only
    expected has not attended. The date comes from the narrowest claim, the place from the surest.
    """
    became = status(claims)
    agreeing = [claim for claim in claims if (claim.status or "possible") == became]
    opposed = contradicting(claims, became)
    dated = min(claims, key=_precision)
    return Meeting(
        id=meeting_id(claims),
        date=dated.date,
        earliest=dated.earliest,
        latest=dated.latest,
        status=became,
        format=_format(agreeing),
        topics=tuple(sorted({topic for claim in claims for topic in claim.topics})),
        groups=_groups(agreeing),
        confidence=weighed_confidence(agreeing, opposed),
        articles=len({claim.article for claim in claims}),
        independent_sources=len({claim.story for claim in claims}),
        contradicting_sources=len({claim.story for claim in opposed}),
        history=history(claims),
        place=_place(agreeing) or _place(claims),
        seats=_seats(agreeing, dated.latest or dated.earliest),
        claims=tuple(sorted(claim.id for claim in claims)),
        stories=tuple(sorted({claim.story for claim in claims})),
    )


def _precision(claim: LiveClaim) -> tuple[Any, ...]:
    days = window(claim)
    return (
        claim.date is None,
        days == NO_WINDOW,
        days.days,
        -claim.confidence,
        claim.date or "",
        claim.said_on or FAR_BACK,
        claim.id,
    )


def _format(claims: Iterable[LiveClaim]) -> str:
    """In person if anyone says so, else the most heard of the others; unknown counts least."""
    votes = Counter(claim.format or "unknown" for claim in claims)
    return max(votes, key=lambda word: (word == "in_person", word != "unknown", votes[word], word))


def _groups(claims: Iterable[LiveClaim]) -> tuple[str, ...]:
    spellings = defaultdict(set)
    for claim in claims:
        for group in claim.groups:
            spellings[group.casefold()].add(group)
    return tuple(min(spellings[key]) for key in sorted(spellings))


def _place(claims: Iterable[LiveClaim]) -> str | None:
    by_place = defaultdict(list)
    for claim in claims:
        for place in claim.places:
            by_place[place.entity].append(claim)
    if not by_place:
        return None
    return min(by_place, key=lambda place: (-combined_confidence(by_place[place]), place))


def _seats(claims: Sequence[LiveClaim], day: Day | None) -> tuple[Seat, ...]:
    named: dict[str, list[NameRow]] = defaultdict(list)
    called: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        # How many days after the meeting it was said; what is not known is taken to be of the day.
        later = abs((claim.said_on - day).days) if claim.said_on and day else 0
        for name in claim.attendees:
            named[name.entity].append(name)
            if name.title:
                called[name.entity].append((name.title, later))
    sides = _sides(claims, named)
    return tuple(
        Seat(
            entity=entity,
            role=min((name.role for name in names), key=_role_rank),
            side=sides[entity],
            title=_title_then(called[entity]),
            country=_most_heard(name.entity if name.kind == "country" else name.country for name in names),
        )
        for entity, names in sorted(named.items())
    )


def _role_rank(role: str) -> tuple[int, str]:
    return (ROLES.index(role) if role in ROLES else len(ROLES), role)


def _title_then(called: Sequence[tuple[str, int]]) -> str | None:
    """What somebody was called at the time of a meeting, given titles and how many days from it they were
    said."""
    nearest = max(min((later for _, later in called), default=0), MONTH)
    return _most_heard(title for title, later in called if later <= nearest and later <= YEAR)


def _most_heard(words: Iterable[str | None]) -> str | None:
    votes = Counter(word for word in words if word)
    return min(votes, key=lambda word: (-votes[word], word)) if votes else None


def _sides(claims: Iterable[LiveClaim], entities: Iterable[str]) -> dict[str, int]:
    """One numbering of sides for all claims: together are those whom a claim puts on one side and none apart.

    Side 0 is that of the smallest id.
    """
    apart, together = set[str](), set[str]()
    for claim in claims:
        for one, other in combinations(claim.attendees, 2):
            if one.entity != other.entity:
                kept_apart = one.side is None or one.side != other.side
                (apart if kept_apart else together).add(dyad_id(one.entity, other.entity))
        apart |= person_dyads(claim)
    sides: list[list[str]] = []
    # Greedy, from the smallest id: one joins the first side with an ally and without a counterpart.
    for entity in sorted(entities):
        for side in sides:
            pairs = {dyad_id(entity, other) for other in side}
            if pairs & together and not pairs & apart:
                side.append(entity)
                break
        else:
            sides.append([entity])
    return {entity: number for number, side in enumerate(sides) for entity in side}
