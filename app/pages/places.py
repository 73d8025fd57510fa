"""Pages about places: what was held in a city."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Request, Response

from app.dependencies import CountryQuery, Graph, Page, PersonQuery, PlacePath, page_by
from app.filters import WhichMeetings
from app.pages.rendering import PageRoute, page
from app.routes import places

router = APIRouter(prefix="/places", route_class=PageRoute)


@router.get("/{id}", name="show_place")
async def show_place(
    request: Request,
    graph: Graph,
    place: PlacePath,
    asked: Annotated[Page, page_by(date, str)],
    which: WhichMeetings,
    person: PersonQuery = None,
    country: CountryQuery = None,
) -> Response:
    """A place and what was held there."""
    found = await places.get_place(graph, place)
    meetings = await places.list_place_meetings(graph, found.id, asked, which, person, country)
    return page(request, "place.html", place=found, meetings=meetings)
