"""Paths about places: a city, and what was held there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter

from app.dependencies import CountryQuery, Graph, Page, PersonQuery, PlacePath, page_by
from app.errors import NotKnown
from app.filters import WhichMeetings
from app.models.common import Reference
from app.models.meetings import Meeting
from app.models.places import PlaceDetail, PlaceMeetingPage
from app.naming import id_of
from app.problems import documented
from app.results.routes import ResultRoute
from app.routes.meetings import day_and_id, meetings_of
from cypher.reads.meetings import MEETINGS_AT_PLACE
from cypher.reads.places import PLACE

router = APIRouter(prefix="/places", tags=["places"], route_class=ResultRoute)


@router.get("/{id}", responses=documented(404, 409))
async def get_place(graph: Graph, place: PlacePath) -> PlaceDetail:
    """One place, such as a city, and how much the graph knows."""
    row = await graph.row(PLACE, place=await id_of(graph, "place", place))
    if row is None:
        raise NotKnown("place", place)
    return PlaceDetail.model_validate(row)


@router.get("/{id}/meetings", responses=documented(404, 409))
async def list_place_meetings(
    graph: Graph,
    at: PlacePath,
    page: Annotated[Page, page_by(date, str)],
    which: WhichMeetings,
    person: PersonQuery = None,
    country: CountryQuery = None,
) -> PlaceMeetingPage:
    """Meetings at a place, the latest first."""
    which = replace(
        which,
        persons=() if person is None else (await id_of(graph, "person", person),),
        country=None if country is None else await id_of(graph, "country", country),
    )
    row = await meetings_of(graph, page, MEETINGS_AT_PLACE, await id_of(graph, "place", at), which)
    if row is None:
        raise NotKnown("place", at)
    items, after = page.cut(row.meetings, day_and_id)
    return PlaceMeetingPage(
        place=Reference(id=row.id, name=row.name),
        items=[Meeting.model_validate(meeting) for meeting in items],
        next=after,
    )
