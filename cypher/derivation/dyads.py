"""Dyads: who faces whom in a claim, and on which days that can have been.

A *dyad* is the field's term for a pair of actors. Claims are gathered into meetings dyad by dyad.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from cypher.derivation.evidence import Day, LiveClaim
from cypher.derivation.keys import PAIR, joined

FAR_BACK = Day(1, 1, 1)
"""Stands for "no day known at all": such claims touch each other and nothing else."""

LOOK_BACK = timedelta(days=30)
"""How far before the article an undated held meeting is sought. News tells of recent things."""
LOOK_AHEAD = timedelta(days=60)
"""How far after the article an undated meeting to come is sought."""
SLACK = timedelta(days=1)
"""The article's date and the meeting's may lie on two sides of midnight, or of the date line."""

ROUND = 4
"""From this many sides on, a meeting is a round. Two of its people may meet alone on the same day too."""

AHEAD = frozenset({"planned", "possible"})
REMOTE = frozenset({"video", "phone"})


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """The days on which a claim's meeting can have been, both inclusive."""

    start: Day
    end: Day

    @property
    def days(self) -> int:
        """How many days, less one."""
        return (self.end - self.start).days

    def touches(self, other: Window) -> bool:
        """Whether a day lies in both."""
        return self.start <= other.end and other.start <= self.end


NO_WINDOW = Window(FAR_BACK, FAR_BACK)


def dyad_id(one: str, other: str) -> str:
    """The id of a pair, the smaller id first.

    >>> dyad_id("Q9", "Q7747")
    'Q7747|Q9'
    """
    return joined(PAIR, *sorted((one, other)))


def person_dyads(claim: LiveClaim) -> frozenset[str]:
    """The pairs of people who sit on different sides of a meeting claim."""
    people = [name for name in claim.attendees if name.kind == "person"]
    return frozenset(
        dyad_id(one.entity, other.entity)
        for one, other in combinations(people, 2)
        if one.entity != other.entity and (one.side is None or one.side != other.side)
    )


def dyads(claim: LiveClaim) -> frozenset[str]:
    """By which pairs a meeting claim is gathered: pairs of people if it has any.

    Else pairs of whatever faces each other: a minister and a country, a president and "staff of the embassy".
    Someone alone is paired with nobody, and a claim that names no one is paired with itself.
    """
    people = person_dyads(claim)
    if people:
        return people
    seats = [(name.entity, name.side) for name in claim.attendees]
    pairs = {
        dyad_id(one, other)
        for (one, side), (other, other_side) in combinations(seats, 2)
        if one != other and (side is None or side != other_side)
    }
    pairs |= {
        joined(PAIR, actor, f"group:{group.casefold()}") for actor, _ in seats for group in claim.groups
    }
    if not pairs:
        pairs = {joined(PAIR, actor, "") for actor, _ in seats} or {joined(PAIR, "", claim.id)}
    return frozenset(pairs)


def is_personal(claim: LiveClaim) -> bool:
    """Whether the claim pairs people, and not only a person with a country, an organization or a group."""
    return bool(person_dyads(claim))


def manner(claim: LiveClaim) -> tuple[str, str]:
    """What keeps claims about one pair on one day apart: a call is no visit, a round is no tête-à-tête."""
    medium = "remote" if claim.format in REMOTE else "present"
    sides = {name.side for name in claim.attendees if name.side is not None}
    return medium, "round" if len(sides) >= ROUND else "few"


def known_day(claim: LiveClaim) -> Day | None:
    """The day of the meeting, if the claim fixes it to one."""
    return claim.earliest if claim.earliest is not None and claim.earliest == claim.latest else None


def window(claim: LiveClaim) -> Window:
    """The days on which the meeting of a claim is sought.

    The claim's own bounds; an open end is closed by the article's date and a look back or ahead of it. What
    is told as held cannot lie after the article, what is planned not before it: "they met in May", printed
    on 10 May, is about 1 to 10 May. Where that leaves nothing, the bounds stand as they are.
    """
    day = known_day(claim)
    if day is not None:
        return Window(day, day)
    start, end = _closed(claim)
    if start is None or end is None:
        return NO_WINDOW
    if end < start:
        start, end = end, start
    if claim.said_on is not None:
        if claim.status == "held":
            clipped = (start, min(end, _later(claim.said_on, SLACK)))
        elif claim.status in AHEAD:
            clipped = (max(start, _earlier(claim.said_on, SLACK)), end)
        else:
            clipped = (start, end)
        if clipped[0] <= clipped[1]:
            start, end = clipped
    return Window(start, end)


def _closed(claim: LiveClaim) -> tuple[Day | None, Day | None]:
    start, end, said = claim.earliest, claim.latest, claim.said_on
    held = claim.status == "held"
    if start is None:
        base = end or said
        if base is not None:
            start = base if end is None and claim.status in AHEAD else _earlier(base, LOOK_BACK)
    if end is None:
        base = said or claim.earliest
        if base is not None:
            end = base if held else _later(base, LOOK_AHEAD)
    return start, end


def _earlier(day: Day, span: timedelta) -> Day:
    return day - span if day - Day.min > span else Day.min + SLACK


def _later(day: Day, span: timedelta) -> Day:
    return day + span if Day.max - day > span else Day.max
