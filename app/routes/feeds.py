"""Feeds for readers of news."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.atom import MEDIA_TYPE, feed
from app.dependencies import BoundedLimit, CountryQuery, Graph, PersonQuery, PlaceQuery
from app.models.meetings import Status
from app.naming import id_of
from app.problems import documented
from cypher.reads.feeds import MEETINGS_REPORTED

router = APIRouter(prefix="/feeds", tags=["feeds"])

CLAIMS = (10_000, 200_000)
"""Over how many claims a feed looks back: at first, and where too few meetings among them match."""


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

    It looks back over the last 10,000 claims, and over 200,000 where fewer than asked for match. An entry
    keeps its id as long as the meeting has it; its `updated` is when its last report was recorded.
    """
    wanted = {
        "now": datetime.now(UTC),
        "person": None if person is None else await id_of(graph, "person", person),
        "country": None if country is None else await id_of(graph, "country", country),
        "place": None if place is None else await id_of(graph, "place", place),
        "statuses": status or [],
        "limit": limit,
    }
    for claims in CLAIMS:
        rows = await graph.rows(MEETINGS_REPORTED, **wanted, claims=claims)
        if len(rows) == limit:
            break
    base = str(request.base_url).rstrip("/")
    return Response(feed(str(request.url), base, rows), media_type=MEDIA_TYPE)
