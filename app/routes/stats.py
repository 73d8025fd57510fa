"""Series for dashboards, and how large the graph is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query

from app.cursors import MOST
from app.dependencies import (
    CountryQuery,
    Graph,
    Page,
    PartyQuery,
    PersonQuery,
    SinceQuery,
    UntilQuery,
    page_by,
)
from app.errors import BadParameter
from app.filters import SeriesFilter, WhichSeries, WithCountryQuery, check_period, pair_of
from app.models.answers import (
    GraphSize,
    Group,
    GroupCount,
    GroupSeries,
    HeatMap,
    MeetingSeries,
    Pair,
    PairPage,
    PeriodCount,
    Source,
    SourceList,
    Unit,
)
from app.models.common import Reference
from app.naming import id_of, with_usual_name
from app.problems import documented
from app.questions import Questions
from app.results.routes import ResultRoute
from cypher.catalog import Read
from cypher.derivation.confidence import MET_WITH_FLOOR
from cypher.reads.counts import GRAPH_SIZE
from cypher.reads.stats import (
    MEETINGS_BY_GROUP,
    MEETINGS_OF_COUNTRY_PER_PERIOD,
    MEETINGS_OF_PARTY_PER_PERIOD,
    MEETINGS_OF_PERSON_PER_PERIOD,
    MEETINGS_PER_PERIOD,
    PAIRS_OF_COUNTRIES,
    PAIRS_OF_PERSONS,
    PAIRS_OF_PERSONS_IN_PERIOD,
    SOURCES_IN_PERIOD,
    PairOfCountriesRow,
    PeriodRow,
)

router = APIRouter(prefix="/stats", tags=["stats"], route_class=ResultRoute)

UnitQuery = Annotated[
    Unit, Query(description="Length of a period. Weeks are those of ISO 8601.", examples=["month"])
]
ManyQuery = Annotated[int, Query(description="How many at most.", ge=1, le=5_000, examples=[100])]


@router.get("/meetings", responses=documented(404, 409))
async def count_meetings(
    graph: Graph,
    which: WhichSeries,
    unit: UnitQuery = "month",
    country: CountryQuery = None,
    with_country: WithCountryQuery = None,
    party: PartyQuery = None,
    person: PersonQuery = None,
) -> MeetingSeries:
    """How many meetings there were in each day, week, month or year. Periods without any are left out.

    A meeting whose day is not known counts where it may first have been. Ask for those of a country, of a
    pair of countries (`with_country`), of a party or of a person; one of these at a time.
    """
    whose = [name for name, value in (("country", country), ("party", party), ("person", person)) if value]
    if len(whose) > 1:
        raise BadParameter(whose[1], "Only one of country, party and person counts.", "Leave the others out.")
    if with_country is not None and country is None:
        raise BadParameter("with_country", "It is not clear with whom.", "Give 'country' as well.")
    read: Read[PeriodRow] = MEETINGS_PER_PERIOD
    anchor: dict[str, Any] = {}
    if country is not None:
        country_id = await id_of(graph, "country", country)
        pair = (
            None if with_country is None else await pair_of(graph, "with_country", country_id, with_country)
        )
        read, anchor = MEETINGS_OF_COUNTRY_PER_PERIOD, {"country": country_id, "pair": pair}
    elif party is not None:
        read, anchor = MEETINGS_OF_PARTY_PER_PERIOD, {"party": await id_of(graph, "party", party)}
    elif person is not None:
        read, anchor = MEETINGS_OF_PERSON_PER_PERIOD, {"person": await id_of(graph, "person", person)}
    rows = await graph.rows(read, **anchor, **which.params(), unit=unit)
    return MeetingSeries(unit=unit, items=[PeriodCount.model_validate(row) for row in rows])


@router.get("/groups")
async def count_meetings_by_group(
    graph: Graph,
    which: WhichSeries,
    by: Annotated[Group, Query(description="What to group the meetings by.", examples=["country"])],
    unit: UnitQuery = "month",
    groups: Annotated[
        int,
        Query(description="How many groups at most, the largest.", ge=1, le=200, examples=[10]),
    ] = 10,
) -> GroupSeries:
    """How many meetings each group had in each period: by country, pair, topic, party, status or format.

    A meeting counts once in every group that it belongs to: that of two countries in both.
    """
    rows = await graph.rows(MEETINGS_BY_GROUP, **which.params(), by=by, unit=unit, groups=groups)
    return GroupSeries(unit=unit, by=by, items=[GroupCount.model_validate(row) for row in rows])


@router.get("/persons")
async def pairs_of_persons(
    graph: Graph,
    page: Annotated[Page, page_by(int, str)],
    since: SinceQuery = None,
    until: UntilQuery = None,
) -> PairPage:
    """The pairs of people who met most often, of all time or in a period."""
    check_period(since, until)
    most, before_id = page.position or (MOST, None)
    where = {"most": most, "before_id": before_id, "limit": page.fetch}
    if since is None and until is None:
        rows = await graph.rows(PAIRS_OF_PERSONS, **where)
    else:
        period = {"since": since or date.min, "until": until or date.max}
        rows = await graph.rows(PAIRS_OF_PERSONS_IN_PERIOD, **where, **period, floor=MET_WITH_FLOOR)
    items, after = page.cut(rows, lambda row: (row.meetings, row.id))
    return PairPage(items=[Pair.model_validate(row) for row in items], next=after)


@router.get("/countries")
async def heat_map(graph: Graph, which: WhichSeries, cells: ManyQuery = 1_000) -> HeatMap:
    """Heat map: how often countries met in a period, country by country; those that met most often first."""
    rows = await pairs_of_countries(graph, which, limit=cells + 1)
    shown = rows[:cells]
    countries = {one.id: one.name for row in shown for one in (row.a, row.b)}
    return HeatMap(
        countries=[Reference(id=key, name=countries[key]) for key in sorted(countries)],
        items=[Pair.model_validate(row) for row in shown],
        complete=len(rows) <= cells,
    )


async def pairs_of_countries(graph: Questions, which: SeriesFilter, limit: int) -> list[PairOfCountriesRow]:
    """The pairs of countries that met most often, by the names that people know them by."""
    rows = await graph.rows(PAIRS_OF_COUNTRIES, **which.params(), limit=limit)
    return [replace(row, a=with_usual_name(row.a), b=with_usual_name(row.b)) for row in rows]


@router.get("/sources")
async def coverage_of_sources(
    graph: Graph, since: SinceQuery = None, until: UntilQuery = None, publishers: ManyQuery = 100
) -> SourceList:
    """Freshness and coverage: what each publisher published in a period, what it gave, and when.

    Articles without a day of publication are not counted.
    """
    check_period(since, until)
    rows = await graph.rows(
        SOURCES_IN_PERIOD, since=since or date.min, until=until or date.max, limit=publishers + 1
    )
    return SourceList(
        items=[Source.model_validate(row) for row in rows[:publishers]], complete=len(rows) <= publishers
    )


@router.get("/size")
async def graph_size(graph: Graph) -> GraphSize:
    """How many things of each kind the graph holds."""
    row = await graph.row(GRAPH_SIZE)
    return GraphSize.model_validate(row)
