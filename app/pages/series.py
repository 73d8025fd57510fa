"""Meetings over time: charts within other pages, and a page of their own with its numbers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from markupsafe import Markup

from app.dependencies import CountryQuery, Graph, PartyQuery, PersonQuery
from app.filters import SeriesFilter, WhichSeries, WithCountryQuery
from app.models.answers import MeetingSeries, PeriodCount, Unit
from app.models.countries import Country, Party
from app.models.persons import Person
from app.naming import FoundId
from app.pages.addresses import Value, address
from app.pages.charts import series
from app.pages.kept import KeptRoute
from app.pages.later import Later
from app.pages.rendering import page
from app.pages.words import period_days
from app.questions import Questions
from app.routes import countries, parties, persons, stats

router = APIRouter(prefix="/series", route_class=KeptRoute)

_YEARS_OF_MONTHS = 6
"""Over a longer time than so many years, a bar is a year and no month."""
_ANY_MEETING = SeriesFilter(date.min, date.max, ["held"], None, None)

Filters = Mapping[str, str]
"""Whose meetings: `country`, with it `with_country`, `person` or `party`; none of them for all."""


Subject = Country | Party | Person


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart within a page: its drawing, if there is enough to draw, and whose meetings it shows."""

    svg: Markup | None
    query: Filters


@router.get("", name="show_series")
async def show_series(
    request: Request,
    graph: Graph,
    which: WhichSeries,
    unit: Annotated[Literal["month", "year"] | None, Query()] = None,
    country: CountryQuery = None,
    with_country: WithCountryQuery = None,
    party: PartyQuery = None,
    person: PersonQuery = None,
) -> Response:
    """How many meetings each month or year had: the chart, and its numbers, the latest first."""
    about = await _subjects(graph, country=country, with_country=with_country, party=party, person=person)
    whose = {name: FoundId(subject.id) for name, subject in about.items()}
    counted = await stats.count_meetings(graph, which, unit or "month", **whose)
    if unit is None:
        counted = _in_fitting_units(counted)
    kept = {"topic": which.topic, "status": list(which.statuses), "format": list(which.formats or ())}
    links = _links(request, counted, {**kept, **whose})
    svg = series(counted, "Meetings over time", links)
    return page(request, "series.html", found=counted, links=links, svg=svg, about=about)


async def _subjects(graph: Questions, **asked: str | None) -> dict[str, Subject]:
    """Whose meetings are asked for, by the name of the parameter. Raises `NotKnown` or `AmbiguousName`."""
    find: dict[str, Callable[[Questions, str], Awaitable[Subject]]] = {
        "country": countries.get_country,
        "with_country": countries.get_country,
        "party": parties.get_party,
        "person": persons.get_person,
    }
    return {name: await find[name](graph, key) for name, key in asked.items() if key}


def later_chart(**whose: str) -> Later:
    """The chart of meetings over time for a page that does not wait for it."""
    return Later("Meetings over time", ("series",), whose)


async def chart_of(request: Request, graph: Questions, label: str, **whose: str) -> Chart:
    """Meetings over time, of all or of a person, country or pair of countries; years if months are many."""
    counted = _in_fitting_units(await stats.count_meetings(graph, _ANY_MEETING, "month", **whose))
    links = _links(request, counted, {"status": "held", **whose})
    return Chart(series(counted, label, links), whose)


def _links(
    request: Request, counted: MeetingSeries, filters: Mapping[str, Value | list[str]]
) -> dict[str, str]:
    """The addresses of the meetings of each period, of the same past as the page."""
    links = {}
    for item in counted.items:
        since, until = period_days(item.period)
        kept = {**filters, "as_of": request.query_params.get("as_of")}
        links[item.period] = address("meetings", since=since, until=until, **kept)
    return links


def _in_fitting_units(counted: MeetingSeries) -> MeetingSeries:
    """Months as they are, or as years if there are too many of them to be seen."""
    if not counted.items or _year(counted.items[-1]) - _year(counted.items[0]) <= _YEARS_OF_MONTHS:
        return counted
    years: dict[str, list[PeriodCount]] = {}
    for item in counted.items:
        years.setdefault(item.period[:4], []).append(item)
    unit: Unit = "year"
    return MeetingSeries(
        unit=unit,
        items=[
            PeriodCount(
                period=year,
                meetings=sum(month.meetings for month in months),
                independent_sources=sum(month.independent_sources for month in months),
            )
            for year, months in years.items()
        ],
    )


def _year(item: PeriodCount) -> int:
    return int(item.period[:4])
