"""Pages about countries: whom they meet, their partners, who speaks for them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request, Response

from app.dependencies import CountryPath, Graph, Page, SinceQuery, UntilQuery, page_by
from app.filters import MeetingFilter, WhichSeries
from app.pages.charts import heat_cells, shade
from app.pages.lists import first, together
from app.pages.rendering import PageRoute, page
from app.pages.start import chart_of
from app.routes import countries, stats
from app.texts import Day

router = APIRouter(prefix="/countries", route_class=PageRoute)

_CELLS, _IN_HEAT_MAP = 1_000, 18
_CONTACTS, _PARTNERS, _PEOPLE, _MEETINGS = 15, 20, 30, 10


@router.get("", name="show_countries")
async def show_countries(
    request: Request, graph: Graph, asked: Annotated[Page, page_by(str)], which: WhichSeries
) -> Response:
    """All countries, and which of them met how often."""
    answers = await together(
        graph, heat=stats.heat_map(graph, which, _CELLS), found=countries.list_countries(graph, asked)
    )
    rows, cells = heat_cells(answers["heat"], _IN_HEAT_MAP)
    return page(
        request,
        "countries.html",
        found=answers["found"],
        rows=rows,
        cells=cells,
        shade=lambda count: shade(count, max(cells.values(), default=1)),
    )


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
    answers = await together(
        graph,
        contacts=countries.list_country_contacts(graph, found.id, first(_CONTACTS), since, until),
        partners=countries.list_partners(graph, found.id, first(_PARTNERS)),
        people=countries.list_representatives(graph, found.id, first(_PEOPLE), on),
        meetings=countries.list_country_meetings(graph, found.id, first(_MEETINGS), MeetingFilter()),
        chart=chart_of(graph, f"Meetings of {found.name} over time", {"country": found.id}),
    )
    return page(request, "country.html", country=found, **answers)


@router.get("/{country}/with/{other}", name="show_pair_of_countries")
async def show_pair_of_countries(
    request: Request, graph: Graph, country: CountryPath, other: str
) -> Response:
    """Two countries: how often they met, who received whom, and whether they are partners."""
    balance = await countries.host_and_guest_balance(graph, country, other)
    one, two = balance.country.id, balance.other.id

    label = f"Meetings of {balance.country.name} and {balance.other.name} over time"
    answers = await together(
        graph,
        partners=countries.list_partners(graph, one, first(1), None, two),
        meetings=countries.list_country_meetings(graph, one, first(20), MeetingFilter(), None, two),
        chart=chart_of(graph, label, {"country": one, "with_country": two}),
    )
    partner = next(iter(answers["partners"].items), None)
    return page(request, "countries_pair.html", balance=balance, partner=partner, **answers)
