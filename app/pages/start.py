"""The start, and search."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Request, Response

from app.dependencies import Graph, SinceQuery, UntilQuery
from app.filters import MeetingFilter, SeriesFilter
from app.models.answers import MeetingSeries
from app.pages.addresses import address
from app.pages.charts import series
from app.pages.lists import first, together
from app.pages.rendering import PageRoute, page
from app.pages.words import period_days
from app.questions import Questions
from app.routes import feeds, meetings, search, stats

router = APIRouter(route_class=PageRoute)

_NEW, _COMING, _PAIRS, _FOUND = 8, 6, 8, 20
_CLAIMS = 200
"""Over how many claims the start looks back for what is new."""
_YEARS_OF_MONTHS = 6
"""Over a longer time than so many years, a bar is a year and no month."""
ANY_MEETING = SeriesFilter(date.min, date.max, ["held"], None, None)


@router.get("/", name="show_start")
async def show_start(request: Request, graph: Graph) -> Response:
    """What is new, what is coming, who meets most."""
    size = await stats.graph_size(graph)
    if size.articles == 0:
        return page(request, "empty.html")
    answers = await together(
        graph,
        new=feeds.meetings_reported(graph, _NEW, [_CLAIMS]),
        coming=meetings.list_upcoming_meetings(graph, first(_COMING), MeetingFilter()),
        pairs=stats.pairs_of_persons(graph, first(_PAIRS)),
        chart=chart_of(graph, "Meetings in each month", {}),
    )
    return page(request, "start.html", size=size, **answers)


async def chart_of(graph: Questions, label: str, filters: dict[str, str]) -> object:
    """Meetings over time, of all or of a person, country or pair of countries; years if months are many."""
    answer: MeetingSeries = await stats.count_meetings(graph, ANY_MEETING, "month", **filters)
    if answer.items and _years(answer.items[-1].period) - _years(answer.items[0].period) > _YEARS_OF_MONTHS:
        answer = await stats.count_meetings(graph, ANY_MEETING, "year", **filters)
    links = {}
    for item in answer.items:
        since, until = period_days(item.period)
        links[item.period] = address("meetings", since=since, until=until, status="held", **filters)
    return series(answer, label, links)


def _years(period: str) -> int:
    return int(period[:4])


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
