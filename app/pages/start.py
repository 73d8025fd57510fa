"""The start, and search."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from app.dependencies import Graph, SinceQuery, UntilQuery
from app.filters import MeetingFilter
from app.pages.later import MOST_COUNTED
from app.pages.lists import Asked, first, together
from app.pages.rendering import PageRoute, page
from app.pages.series import chart_of, later_chart
from app.routes import feeds, meetings, search, stats

router = APIRouter(route_class=PageRoute)

_NEW, _COMING, _PAIRS, _FOUND = 8, 6, 8, 20
_CLAIMS = 200
"""Over how many claims about meetings the start looks back for what is new."""


@router.get("/", name="show_start")
async def show_start(request: Request, graph: Graph) -> Response:
    """What is new, what is coming, who meets most."""
    size = await stats.graph_size(graph)
    if size.articles == 0:
        return page(request, "empty.html")
    lists: Asked = {
        "new": feeds.meetings_reported(graph, _NEW, [_CLAIMS]),
        "coming": meetings.list_upcoming_meetings(graph, first(_COMING), MeetingFilter()),
        "pairs": stats.pairs_of_persons(graph, first(_PAIRS)),
    }
    if size.meetings <= MOST_COUNTED:
        lists["chart"] = chart_of(request, graph, "Meetings over time")
    answers = await together(graph, **lists)
    return page(request, "start.html", size=size, **{"chart": later_chart(), **answers})


@router.get("/search", name="show_search")
async def show_search(
    request: Request,
    graph: Graph,
    q: search.WordsQuery | None = None,
    since: SinceQuery = None,
    until: UntilQuery = None,
) -> Response:
    """Everything that words find: people and others by name, articles by title, sentences."""
    if q is None:
        return page(request, "search.html", words="", found=None, articles=None, sentences=None)
    answers = await together(
        graph,
        found=search.search(graph, first(_FOUND), q),
        articles=search.search_articles(graph, first(_FOUND), q, since, until),
        sentences=search.search_sentences(graph, first(_FOUND), q, since, until),
    )
    return page(request, "search.html", words=q, **answers)
