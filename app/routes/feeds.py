"""Feeds for readers of news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.atom import MEDIA_TYPE, feed
from app.dependencies import BoundedLimit, CountryQuery, Graph, PersonQuery, PlaceQuery
from app.models.meetings import Status
from app.naming import id_of
from app.problems import documented
from app.questions import Questions
from cypher.reads.feeds import MEETINGS_REPORTED, ReportedMeetingRow

router = APIRouter(prefix="/feeds", tags=["feeds"])

CLAIMS = (10_000, 200_000)
"""Over how many claims about meetings a feed looks back: at first, and where too few of them match."""


@router.get(
    "/meetings.atom",
    response_class=Response,
    responses={
        **documented(404, 409),
        200: {
            "description": "The feed in Atom (RFC 4287).",
            "content": {MEDIA_TYPE: {"schema": {"type": "string"}}},
        },
    },
)
async def read_feed(
    request: Request,
    graph: Graph,
    limit: BoundedLimit,
    person: PersonQuery = None,
    country: CountryQuery = None,
    place: PlaceQuery = None,
    status: Annotated[
        list[Status] | None,
        Query(
            description="Only in these states; may be given several times. All if not given.",
            examples=[["held"]],
            max_length=6,
        ),
    ] = None,
) -> Response:
    """An Atom feed of the meetings that were reported last, the newest report first.

    It looks back over the last 10,000 claims about meetings, and over 200,000 where fewer than asked for
    match. An entry keeps its id as long as the meeting has it; its `updated` is when its last report was
    recorded.
    """
    rows = await meetings_reported(
        graph,
        limit,
        CLAIMS,
        person=None if person is None else await id_of(graph, "person", person),
        country=None if country is None else await id_of(graph, "country", country),
        place=None if place is None else await id_of(graph, "place", place),
        statuses=status or (),
    )
    base = str(request.base_url).rstrip("/")
    return Response(feed(str(request.url), base, rows), media_type=MEDIA_TYPE)


async def meetings_reported(
    graph: Questions,
    limit: int,
    claims: Sequence[int],
    *,
    person: str | None = None,
    country: str | None = None,
    place: str | None = None,
    statuses: Sequence[Status] = (),
) -> list[ReportedMeetingRow]:
    """The meetings that were reported last, the newest report first.

    `claims` says over how many claims about meetings to look back: at first, and then while too few match.
    """
    rows: list[ReportedMeetingRow] = []
    for count in claims:
        rows = await graph.rows(
            MEETINGS_REPORTED,
            now=datetime.now(UTC),
            claims=count,
            person=person,
            country=country,
            place=place,
            statuses=list(statuses),
            limit=limit,
        )
        if len(rows) == limit:
            break
    return rows
