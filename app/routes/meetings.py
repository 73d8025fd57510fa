"""Paths about meetings: lists, one meeting, and whether two people met."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import (
    BoundedLimit,
    CountryQuery,
    Graph,
    MeetingPath,
    Page,
    PersonQuery,
    PlaceQuery,
    SinceQuery,
    UntilQuery,
    page_by,
)
from app.errors import BadParameter, NotKnown
from app.models.common import Reference
from app.models.meetings import (
    Format,
    Meeting,
    MeetingDetail,
    MeetingPage,
    Met,
    Participant,
    Report,
    Side,
    Status,
)
from app.naming import id_of
from app.problems import documented
from app.questions import Questions
from app.texts import Text
from cypher.reads.meetings import (
    MEETING,
    MEETING_ONCE_CALLED,
    MEETINGS_BETWEEN,
    MEETINGS_IN_PERIOD,
    MEETINGS_OF,
    MeetingRow,
    MeetingsOfRow,
)

router = APIRouter(tags=["meetings"])

StatusQuery = Annotated[
    list[Status] | None,
    Query(
        alias="status",
        description="Only with this status; may be given several times.",
        examples=[["held"]],
        max_length=6,
    ),
]
FormatQuery = Annotated[
    list[Format] | None,
    Query(
        alias="format",
        description="Only in this format; may be given several times.",
        examples=[["in_person"]],
        max_length=4,
    ),
]
WithQuery = Annotated[
    Text | None,
    Query(
        alias="with",
        description="Only with this second person as well: an id, or a name that only one person bears.",
        examples=["Q2887355"],
        min_length=1,
        max_length=200,
    ),
]
EitherQuery = Annotated[
    Text,
    Query(
        description="Id of a person, or a name that only one person bears.",
        examples=["Q2887355"],
        min_length=1,
        max_length=200,
    ),
]

_CLAIMS = 200


@router.get("/meetings", responses=documented(404, 409))
async def list_meetings(
    graph: Graph,
    page: Annotated[Page, page_by(date, str)],
    person: PersonQuery = None,
    other: WithQuery = None,
    country: CountryQuery = None,
    place: PlaceQuery = None,
    status: StatusQuery = None,
    format: FormatQuery = None,  # noqa: A002 - it is the name of the parameter
    since: SinceQuery = None,
    until: UntilQuery = None,
) -> MeetingPage:
    """Meetings, calls and plans, the latest first.

    `since` and `until` let through what may have happened in the period: a meeting "in November" is there for
    any day of November. Meetings of which not even a bound of the day is known have no place in a list of
    everyone's; they stand at the end of the lists of those who attended.
    """
    person_id = None if person is None else await id_of(graph, "person", person)
    other_id = None if other is None else await id_of(graph, "person", other)
    country_id = None if country is None else await id_of(graph, "country", country)
    place_id = None if place is None else await id_of(graph, "place", place)
    # The most particular filter is where reading begins; the others are checked on the way.
    anchor = person_id or other_id or place_id or country_id
    rows: Sequence[MeetingRow]
    if anchor is None:
        rows = await _meetings_in_period(graph, page, status, format, since, until)
    else:
        row = await meetings_of(
            graph,
            page,
            anchor=anchor,
            person=other_id if person_id else None,
            country=None if anchor == country_id else country_id,
            place=None if anchor == place_id else place_id,
            statuses=status,
            formats=format,
            since=since,
            until=until,
        )
        if row is None:
            raise NotKnown("entity", person or other or place or country or anchor)
        rows = row.meetings
    items, after = page.cut(rows, day_and_id)
    return MeetingPage(items=[Meeting.model_validate(meeting) for meeting in items], next=after)


async def meetings_of(
    graph: Questions,
    page: Page,
    *,
    anchor: str,
    person: str | None = None,
    country: str | None = None,
    place: str | None = None,
    statuses: Sequence[str] | None = None,
    formats: Sequence[str] | None = None,
    since: date | None = None,
    until: date | None = None,
) -> MeetingsOfRow | None:
    """A page of the meetings of a person, country, organization or place; None if there is no such thing."""
    before_day, before_id = page.position or (None, None)
    return await graph.row(
        MEETINGS_OF,
        anchor=anchor,
        person=person,
        country=country,
        place=place,
        statuses=statuses,
        formats=formats,
        since=since,
        until=until,
        before_day=before_day,
        before_id=before_id,
        limit=page.fetch,
    )


async def _meetings_in_period(
    graph: Questions,
    page: Page,
    statuses: Sequence[str] | None,
    formats: Sequence[str] | None,
    since: date | None,
    until: date | None,
) -> list[MeetingRow]:
    before_day, before_id = page.position or (None, None)
    return await graph.rows(
        MEETINGS_IN_PERIOD,
        since=since or date.min,
        newest=before_day or date.max,
        until=until,
        statuses=statuses,
        formats=formats,
        before_day=before_day,
        before_id=before_id,
        limit=page.fetch,
    )


def day_and_id(meeting: MeetingRow) -> tuple[date, str]:
    """The place of a meeting in lists that begin with the latest; those without any day come last."""
    return date.fromisoformat(meeting.latest) if meeting.latest else date.min, meeting.id


@router.get("/meetings/{meeting}", responses=documented(404))
async def get_meeting(graph: Graph, meeting: MeetingPath) -> MeetingDetail:
    """One meeting: who sat on which side, every claim about it, and how it came about.

    A meeting is named after its first report, and found by the id of later ones too: `id` is the present one.
    """
    row = await graph.row(MEETING, meeting=meeting, limit=_CLAIMS)
    if row is None and (present := await graph.row(MEETING_ONCE_CALLED, meeting=meeting)):
        row = await graph.row(MEETING, meeting=present.id, limit=_CLAIMS)
    if row is None:
        raise NotKnown("meeting", meeting)
    shown = Meeting.model_validate(row)
    return MeetingDetail(
        **dict(shown),
        sides=[
            Side(side=side, participants=list(seats))
            for side, seats in groupby(shown.participants, key=_side)
        ],
        history=[
            Report(said_on=one.said_on, status=one.status, claim=one.claim, article=one.article)
            for one in shown.evidence
        ],
        contradicting_sources=row.contradicting_sources,
    )


def _side(participant: Participant) -> int | None:
    return participant.side


@router.get("/met", responses=documented(404, 409))
async def did_they_meet(graph: Graph, a: EitherQuery, b: EitherQuery, limit: BoundedLimit) -> Met:
    """Did two people meet? How often, when, where, and who says so, with the sentences.

    Plans, calls and what was called off come in lists of their own. `limit` bounds all lists together.
    """
    a_id, b_id = await id_of(graph, "person", a), await id_of(graph, "person", b)
    if a_id == b_id:
        raise BadParameter("b", "Both are the same person.", "Name two different people.")
    row = await graph.row(MEETINGS_BETWEEN, a=a_id, b=b_id, limit=limit + 1)
    if row is None or row.a_id is None:
        raise NotKnown("person", a)
    if row.b_id is None:
        raise NotKnown("person", b)
    shown = [Meeting.model_validate(meeting) for meeting in row.meetings[:limit]]
    held = [meeting for meeting in shown if meeting.status == "held"]
    calls = [meeting for meeting in held if meeting.format in ("phone", "video")]
    planned = [meeting for meeting in shown if meeting.status == "planned"]
    return Met(
        a=Reference(id=row.a_id, name=row.a_name or row.a_id),
        b=Reference(id=row.b_id, name=row.b_name or row.b_id),
        met=row.met is not None,
        times=row.met.meetings if row.met else 0,
        first=row.met.first if row.met else None,
        last=row.met.last if row.met else None,
        articles=row.met.articles if row.met else 0,
        independent_sources=row.met.independent_sources if row.met else 0,
        meetings=[meeting for meeting in held if meeting not in calls],
        calls=calls,
        planned=planned,
        others=[meeting for meeting in shown if meeting.status not in ("held", "planned")],
        more=len(row.meetings) > limit,
    )
