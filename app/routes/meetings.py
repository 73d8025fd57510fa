"""Paths about meetings: lists, one meeting, and whether two people met."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Query

from app.dependencies import KEY, BoundedLimit, Graph, MeetingPath, Page, page_by
from app.errors import BadParameter, NotKnown
from app.filters import AnyMeetings, Circumstances, MeetingFilter
from app.models.common import Reference
from app.models.meetings import Meeting, MeetingDetail, MeetingPage, Met, Participant, Report, Side
from app.naming import id_of
from app.problems import documented
from app.questions import Questions
from app.results.routes import ResultRoute
from app.texts import Text
from cypher.catalog import Read
from cypher.reads.meetings import (
    MEETING,
    MEETING_ONCE_CALLED,
    MEETINGS_AT_PLACE,
    MEETINGS_BETWEEN,
    MEETINGS_IN_PERIOD,
    MEETINGS_OF,
    MEETINGS_OF_COUNTRY,
    MEETINGS_TO_COME,
    VENUE_OF_MEETING,
    MeetingRow,
    MeetingsOfRow,
)

router = APIRouter(tags=["meetings"], route_class=ResultRoute)

EitherQuery = Annotated[
    Text,
    Query(
        description="Id of a person, or a name that only one person bears.",
        examples=["Q2887355"],
        **KEY,
    ),
]

_CLAIMS = 200
_SENTENCES = 3


@router.get("/meetings", responses=documented(404, 409))
async def list_meetings(
    graph: Graph, page: Annotated[Page, page_by(date, str)], which: AnyMeetings
) -> MeetingPage:
    """Meetings, calls and plans, the latest first; those of which no day is known come last.

    `since` and `until` let through what may have happened in the period: a meeting "in November" is there for
    any day of November. One that is only known to lie within more than a year counts by its last day.
    """
    # The most particular filter is where reading begins; the others are checked on the way.
    rows: Sequence[MeetingRow]
    if which.persons:
        rows = await _meetings_from(graph, page, MEETINGS_OF, "person", which.persons[0], which)
    elif which.organization:
        rows = await _meetings_from(graph, page, MEETINGS_OF, "organization", which.organization, which)
    elif place := which.circumstances.place:
        rows = await _meetings_from(graph, page, MEETINGS_AT_PLACE, "place", place, which)
    elif which.country:
        rows = await _meetings_from(graph, page, MEETINGS_OF_COUNTRY, "country", which.country, which)
    else:
        rows = await graph.rows(MEETINGS_IN_PERIOD, **which.params(), **_span(page, which))
    items, after = page.cut(rows, day_and_id)
    return MeetingPage(items=[Meeting.model_validate(meeting) for meeting in items], next=after)


async def _meetings_from(
    graph: Questions, page: Page, read: Read[MeetingsOfRow], kind: str, anchor: str, which: MeetingFilter
) -> Sequence[MeetingRow]:
    row = await meetings_of(graph, page, read, anchor, which)
    if row is None:
        raise NotKnown(kind, anchor)
    return row.meetings


async def meetings_of(
    graph: Questions, page: Page, read: Read[MeetingsOfRow], anchor: str, which: MeetingFilter
) -> MeetingsOfRow | None:
    """A page of the meetings of a person, country, organization or place; None if there is no such thing."""
    return await graph.row(read, anchor=anchor, **which.params(besides=anchor), **_span(page, which))


LONGEST = timedelta(days=366)
"""Meetings that are only known to lie within a longer time than this count by their last day."""


def _span(page: Page, which: MeetingFilter) -> dict[str, Any]:
    """From which day back to which other one a page of meetings is to be read."""
    since, until = which.circumstances.since, which.circumstances.until
    before_day, before_id = page.position or (None, None)
    newest = until + LONGEST if until and date.max - until > LONGEST else date.max
    return {
        "newest": newest if before_day is None else before_day,
        "oldest": since or date.min,
        "before_id": before_id,
        "limit": page.fetch,
    }


def day_and_id(meeting: MeetingRow) -> tuple[date, str]:
    """The place of a meeting in lists that begin with the latest; those without any day come last."""
    day = meeting.latest or meeting.earliest
    return date.fromisoformat(day) if day else date.min, meeting.id


@router.get("/upcoming", responses=documented(404, 409))
async def list_upcoming_meetings(
    graph: Graph, page: Annotated[Page, page_by(date, str)], which: AnyMeetings
) -> MeetingPage:
    """Planned meetings and calls that are still to come, the nearest first.

    To come is what is planned for `since` or later, which is today (UTC) if it is not given. Plans without
    any day are not here; `/v1/meetings?status=planned` has them at its end. `status` has no meaning here.
    """
    if which.circumstances.statuses is not None:
        raise BadParameter("status", "What is to come is planned.", "Leave 'status' out.")
    first_day = which.circumstances.since or datetime.now(UTC).date()
    after_day, after_id = page.position or (first_day, None)
    filters = which.params()
    del filters["statuses"]
    rows = await graph.rows(
        MEETINGS_TO_COME, **filters, oldest=after_day, after_id=after_id, limit=page.fetch
    )
    items, after = page.cut(rows, day_and_id)
    return MeetingPage(items=[Meeting.model_validate(meeting) for meeting in items], next=after)


@router.get("/meetings/{meeting}/summit", responses=documented(404))
async def list_meetings_of_summit(
    graph: Graph, meeting: MeetingPath, page: Annotated[Page, page_by(date, str)]
) -> MeetingPage:
    """The meetings at the same place and on the same days as one: a summit with all that was held beside it.

    It has the meeting itself as well. Where its place or its days are not known, it stands alone.
    """
    venue = await graph.row(VENUE_OF_MEETING, meeting=meeting)
    if venue is None:
        raise NotKnown("meeting", meeting)
    if venue.place is None or venue.earliest is None or venue.latest is None:
        row = await graph.row(MEETING, meeting=meeting, limit=_SENTENCES)
        return MeetingPage(items=[Meeting.model_validate(row)] if row else [], next=None)
    days = Circumstances(since=venue.earliest, until=venue.latest)
    rows = await _meetings_from(graph, page, MEETINGS_AT_PLACE, "place", venue.place, MeetingFilter(days))
    items, after = page.cut(rows, day_and_id)
    return MeetingPage(items=[Meeting.model_validate(one) for one in items], next=after)


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
