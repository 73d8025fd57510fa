"""Pages about countries: whom they meet, their partners, who speaks for them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request, Response

from app.dependencies import CountryPath, Graph, Page, SinceQuery, UntilQuery, page_by
from app.filters import MeetingFilter, WhichSeries
from app.models.countries import Country
from app.pages.counts import heat_map
from app.pages.later import MOST_COUNTED, Later
from app.pages.lists import Asked, first, together
from app.pages.rendering import PageRoute, page
from app.pages.series import chart_of, later_chart
from app.questions import Questions
from app.routes import countries, stats
from app.texts import Day

router = APIRouter(prefix="/countries", route_class=PageRoute)

_CONTACTS, _PARTNERS, _PEOPLE, _MEETINGS = 15, 20, 30, 10
_MEETINGS_OF_PAIR = 20


@router.get("", name="show_countries")
async def show_countries(
    request: Request, graph: Graph, asked: Annotated[Page, page_by(str)], which: WhichSeries
) -> Response:
    """All countries, and which of them met how often."""
    size = await stats.graph_size(graph)
    lists: Asked = {"found": countries.list_countries(graph, asked)}
    if size.meetings <= MOST_COUNTED:
        lists["heat"] = heat_map(graph, which)
    answers = await together(graph, **lists)
    given = {name: request.query_params.get(name) for name in ("since", "until", "topic")}
    later = Later("Which met how often", ("countries", "heat-map"), given)
    return page(request, "countries.html", **{"heat": later, **answers})


@router.get("/{country}", name="show_country")
async def show_country(
    request: Request,
    graph: Graph,
    country: CountryPath,
    since: SinceQuery = None,
    until: UntilQuery = None,
    on: Day | None = None,
) -> Response:
    """One country: with whom it met and where, its partners, who speaks for it, its last meetings."""
    found = await countries.get_country(graph, country)
    lists: Asked = {
        "partners": countries.list_partners(graph, found.id, first(_PARTNERS)),
        "people": countries.list_representatives(graph, found.id, first(_PEOPLE), on),
        "meetings": countries.list_country_meetings(graph, found.id, first(_MEETINGS), MeetingFilter()),
    }
    if found.articles <= MOST_COUNTED:
        label = f"Meetings of {found.name} over time"
        lists |= {
            "contacts": countries.list_country_contacts(graph, found.id, first(_CONTACTS), since, until),
            "chart": chart_of(request, graph, label, country=found.id),
        }
    answers = await together(graph, **lists)
    given = {name: request.query_params.get(name) for name in ("since", "until")}
    later = {
        "contacts": Later("With which countries it met", ("countries", found.id, "contacts"), given),
        "chart": later_chart(country=found.id),
    }
    return page(request, "country.html", country=found, **{**later, **answers})


@router.get("/{country}/with/{other}", name="show_pair_of_countries")
async def show_pair_of_countries(
    request: Request, graph: Graph, country: CountryPath, other: str
) -> Response:
    """Two countries: how often they met, who received whom, and whether they are partners."""
    one, two = await _pair(graph, country, other)
    lists: Asked = {
        "partners": countries.list_partners(graph, one.id, first(1), None, two.id),
        "meetings": countries.list_country_meetings(
            graph, one.id, first(_MEETINGS_OF_PAIR), MeetingFilter(), None, two.id
        ),
    }
    if one.articles <= MOST_COUNTED:
        label = f"Meetings of {one.name} and {two.name} over time"
        lists |= {
            "balance": countries.host_and_guest_balance(graph, one.id, two.id),
            "chart": chart_of(request, graph, label, country=one.id, with_country=two.id),
        }
    answers = await together(graph, **lists)
    later = {
        "balance": Later(
            "How often they met, and where", ("countries", one.id, "with", two.id, "balance"), {}
        ),
        "chart": later_chart(country=one.id, with_country=two.id),
    }
    partner = next(iter(answers["partners"].items), None)
    return page(request, "countries_pair.html", one=one, two=two, partner=partner, **{**later, **answers})


async def _pair(graph: Questions, country: str, other: str) -> tuple[Country, Country]:
    """Two countries, the one with less news first: what is asked of a pair is read along its meetings."""
    found = await together(
        graph, one=countries.get_country(graph, country), two=countries.get_country(graph, other)
    )
    fewer, more = sorted(found.values(), key=lambda each: each.articles)
    return fewer, more
