"""Pages about meetings: lists, one with its history, and whether two people met."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import KEY, Graph, MeetingPath, Page, page_by
from app.filters import AnyMeetings
from app.models.answers import Paths
from app.naming import id_of
from app.pages.lists import first, together
from app.pages.rendering import PageRoute, page
from app.routes import meetings, network
from app.texts import Text

router = APIRouter(route_class=PageRoute)

_BETWEEN, _BESIDE, _WAYS, _COMMON = 100, 20, 5, 15

PersonText = Annotated[Text | None, Query(**KEY)]


@router.get("/meetings", name="show_meetings")
async def show_meetings(
    request: Request, graph: Graph, asked: Annotated[Page, page_by(date, str)], which: AnyMeetings
) -> Response:
    """Meetings, calls and plans, with filters."""
    return page(request, "meetings.html", found=await meetings.list_meetings(graph, asked, which))


@router.get("/upcoming", name="show_upcoming")
async def show_upcoming(
    request: Request, graph: Graph, asked: Annotated[Page, page_by(date, str)], which: AnyMeetings
) -> Response:
    """What is planned, the nearest first."""
    found = await meetings.list_upcoming_meetings(graph, asked, which)
    return page(request, "upcoming.html", found=found)


@router.get("/meetings/{meeting}", name="show_meeting")
async def show_meeting(request: Request, graph: Graph, meeting: MeetingPath) -> Response:
    """One meeting: who sat where, how it came about, and every sentence about it."""
    found = await meetings.get_meeting(graph, meeting)
    beside = await meetings.list_meetings_of_summit(graph, found.id, first(_BESIDE))
    return page(
        request,
        "meeting.html",
        meeting=found,
        said={one.claim: one for one in found.evidence},
        beside=[one for one in beside.items if one.id != found.id],
    )


@router.get("/pair", name="show_pair")
async def show_pair(request: Request, graph: Graph, a: PersonText = None, b: PersonText = None) -> Response:
    """Did they meet? If not, over whom one leads to the other."""
    if a is None or b is None:
        return page(request, "pair.html", met=None, ways=None, common=None)
    one, other = await id_of(graph, "person", a), await id_of(graph, "person", b)
    answers = await together(
        graph,
        met=meetings.did_they_meet(graph, one, other, _BETWEEN),
        common=network.contacts_in_common(graph, first(_COMMON), one, other),
    )
    ways: Paths | None = None
    if not answers["met"].met:
        ways = await network.shortest_paths(graph, one, other, limit=_WAYS)
    return page(request, "pair.html", ways=ways, **answers)


@router.get("/pair/common", name="show_common")
async def show_common(
    request: Request,
    graph: Graph,
    asked: Annotated[Page, page_by(int, str)],
    a: Annotated[Text, Query(**KEY)],
    b: Annotated[Text, Query(**KEY)],
) -> Response:
    """Who met both of two people."""
    return page(request, "common.html", common=await network.contacts_in_common(graph, asked, a, b))
