"""Pages that are counted over all meetings of countries: pages about countries have them as parts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request, Response

from app.dependencies import CountryPath, Graph, Page, SinceQuery, UntilQuery, page_by
from app.filters import WhichSeries
from app.pages.charts import Heat, heat_of
from app.pages.kept import KeptRoute
from app.pages.rendering import page
from app.questions import Questions
from app.routes import countries, stats

router = APIRouter(prefix="/countries", route_class=KeptRoute)

_CELLS, _IN_HEAT_MAP = 1_000, 18


@router.get("/heat-map", name="show_heat_map")
async def show_heat_map(request: Request, graph: Graph, which: WhichSeries) -> Response:
    """Which countries met how often."""
    return page(request, "heat_map.html", heat=await heat_map(graph, which))


async def heat_map(graph: Questions, which: WhichSeries) -> Heat:
    """The heat map of the countries that met most."""
    return heat_of(await stats.heat_map(graph, which, _CELLS), _IN_HEAT_MAP)


@router.get("/{country}/contacts", name="show_country_contacts")
async def show_country_contacts(
    request: Request,
    graph: Graph,
    country: CountryPath,
    asked: Annotated[Page, page_by(int, str)],
    since: SinceQuery = None,
    until: UntilQuery = None,
) -> Response:
    """With which countries one met, how often, and on whose soil."""
    found = await countries.list_country_contacts(graph, country, asked, since, until)
    return page(request, "country_contacts.html", country=found.country, contacts=found)


@router.get("/{country}/with/{other}/balance", name="show_balance")
async def show_balance(request: Request, graph: Graph, country: CountryPath, other: str) -> Response:
    """How often two countries met, and who received whom."""
    balance = await countries.host_and_guest_balance(graph, country, other)
    return page(request, "balance.html", balance=balance)
