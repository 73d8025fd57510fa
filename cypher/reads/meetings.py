"""Questions about meetings: whose, when, where, held or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cypher.catalog import Read
from cypher.derivation.dyads import dyad_id
from cypher.reads.shapes import EvidenceRow, LocatedAt


@dataclass(frozen=True, slots=True)
class SeatRow:
    """Who sat in a meeting, on which side, in which role, for which country (ISO 3166 alpha-3).

    People of one side came together.
    """

    id: str
    kind: str
    name: str
    role: str | None
    side: int | None
    title: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting with its seats and the sentences that state it; `date` is EDTF, its bounds are ISO days."""

    id: str
    date: str | None
    earliest: str | None
    latest: str | None
    status: str
    format: str
    place: LocatedAt | None
    groups: tuple[str, ...]
    topics: tuple[str, ...]
    confidence: float
    articles: int
    independent_sources: int
    participants: tuple[SeatRow, ...]
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class MeetingDetailRow(MeetingRow):
    """One meeting with all its claims; `contradicting_sources` counts the stories that contradict its
    status."""

    contradicting_sources: int


@dataclass(frozen=True, slots=True)
class PresentId:
    """The id that something has now."""

    id: str


@dataclass(frozen=True, slots=True)
class MeetingsOfRow:
    """Whose meetings these are, and a page of them."""

    id: str
    name: str
    meetings: tuple[MeetingRow, ...]


@dataclass(frozen=True, slots=True)
class MetRow:
    """What a MET_WITH edge says: how often, from when to when, and by how many articles and stories."""

    meetings: int
    first: str | None
    last: str | None
    articles: int
    independent_sources: int


@dataclass(frozen=True, slots=True)
class MeetingsBetweenRow:
    """Two people, their edge if they met, and all that brought them together. Unknown people are None."""

    a_id: str | None
    a_name: str | None
    b_id: str | None
    b_name: str | None
    met: MetRow | None
    meetings: tuple[MeetingRow, ...]


@dataclass(frozen=True, slots=True)
class VenueRow:
    """Where (id of the place) and when a meeting was, as far as that is known."""

    id: str
    place: str | None
    earliest: date | None
    latest: date | None


MEETING = Read("meeting", MeetingDetailRow)
MEETING_ONCE_CALLED = Read("meeting_once_called", PresentId)
VENUE_OF_MEETING = Read("venue_of_meeting", VenueRow)
MEETINGS_OF = Read("meetings_of", MeetingsOfRow)
MEETINGS_OF_COUNTRY = Read("meetings_of_country", MeetingsOfRow)
MEETINGS_AT_PLACE = Read("meetings_at_place", MeetingsOfRow)
MEETINGS_IN_PERIOD = Read("meetings_in_period", MeetingRow)
MEETINGS_TO_COME = Read("meetings_to_come", MeetingRow)
MEETINGS_BETWEEN = Read("meetings_between", MeetingsBetweenRow)


def country_pair(one: str, other: str) -> str:
    """Two countries (ISO 3166 alpha-3) as the reads take them.

    >>> country_pair("RUS", "CUB")
    'CUB|RUS'
    """
    return dyad_id(one, other)
