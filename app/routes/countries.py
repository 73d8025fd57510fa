"""Paths about countries: their partners and their meetings."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import (
    CountryPath,
    CountryQuery,
    Graph,
    Page,
    PlaceQuery,
    SinceQuery,
    UntilQuery,
    page_by,
)
from app.errors import NotKnown
from app.models.common import Reference
from app.models.countries import (
    Country,
    CountryInList,
    CountryPage,
    Partner,
    PartnersPage,
    Representative,
    RepresentativesPage,
)
from app.models.meetings import CountryMeetingPage, Meeting
from app.naming import id_of
from app.problems import documented
from app.routes.meetings import FormatQuery, StatusQuery, day_and_id, meetings_of
from app.texts import Day
from cypher.reads.countries import COUNTRIES, COUNTRY, PARTNERS_OF_COUNTRY, REPRESENTATIVES_OF_COUNTRY

router = APIRouter(prefix="/countries", tags=["countries"])

RelationQuery = Annotated[
    str | None,
    Query(
        alias="kind",
        description="Only partners by this relation.",
        examples=["strategic_partnership"],
        pattern="^[a-z_]{1,40}$",
    ),
]


@router.get("")
async def list_countries(graph: Graph, page: Annotated[Page, page_by(str)]) -> CountryPage:
    """The countries of the graph, in the order of their codes."""
    (after,) = page.position or ("",)
    rows = await graph.rows(COUNTRIES, after=after, limit=page.fetch)
    items, following = page.cut(rows, lambda row: (row.id,))
    return CountryPage(items=[CountryInList.model_validate(row) for row in items], next=following)


@router.get("/{country}", responses=documented(404, 409))
async def get_country(graph: Graph, country: CountryPath) -> Country:
    """One country, and how much the graph knows."""
    row = await graph.row(COUNTRY, country=await id_of(graph, "country", country))
    if row is None:
        raise NotKnown("country", country)
    return Country.model_validate(row)


@router.get("/{country}/partners", responses=documented(404, 409))
async def list_partners(
    graph: Graph, country: CountryPath, page: Annotated[Page, page_by(str)], kind: RelationQuery = None
) -> PartnersPage:
    """The partners of a country, since when it is said, and the sentences that say so."""
    (after,) = page.position or ("",)
    row = await graph.row(
        PARTNERS_OF_COUNTRY,
        country=await id_of(graph, "country", country),
        kind=kind,
        after=after,
        limit=page.fetch,
    )
    if row is None:
        raise NotKnown("country", country)
    items, following = page.cut(row.partners, lambda partner: (partner.id,))
    return PartnersPage(
        country=Reference(id=row.id, name=row.name),
        items=[Partner.model_validate(partner) for partner in items],
        next=following,
    )


@router.get("/{country}/representatives", responses=documented(404, 409))
async def list_representatives(
    graph: Graph,
    country: CountryPath,
    page: Annotated[Page, page_by(str, str)],
    on: Annotated[
        Day | None,
        Query(description="Only those in office on this day (YYYY-MM-DD).", examples=["2022-11-22"]),
    ] = None,
) -> RepresentativesPage:
    """Who represents a country, or did on a day, and the sentences that say so.

    A title is true for its term. Where nobody says that a term ended, it goes on: look at `reported`.
    """
    after_id, after_title = page.position or ("", "")
    row = await graph.row(
        REPRESENTATIVES_OF_COUNTRY,
        country=await id_of(graph, "country", country),
        on=on,
        after_id=after_id,
        after_title=after_title,
        limit=page.fetch,
    )
    if row is None:
        raise NotKnown("country", country)
    items, after = page.cut(row.representatives, lambda one: (one.id, one.title))
    return RepresentativesPage(
        country=Reference(id=row.id, name=row.name),
        items=[Representative.model_validate(one) for one in items],
        next=after,
    )


@router.get("/{country}/meetings", responses=documented(404, 409))
async def list_country_meetings(
    graph: Graph,
    country: CountryPath,
    page: Annotated[Page, page_by(date, str)],
    other: Annotated[CountryQuery, Query(alias="with")] = None,
    place: PlaceQuery = None,
    status: StatusQuery = None,
    format: FormatQuery = None,  # noqa: A002 - it is the name of the parameter
    since: SinceQuery = None,
    until: UntilQuery = None,
) -> CountryMeetingPage:
    """Meetings in which a country or somebody who represents it took part, the latest first."""
    row = await meetings_of(
        graph,
        page,
        anchor=await id_of(graph, "country", country),
        country=None if other is None else await id_of(graph, "country", other),
        place=None if place is None else await id_of(graph, "place", place),
        statuses=status,
        formats=format,
        since=since,
        until=until,
    )
    if row is None:
        raise NotKnown("country", country)
    items, after = page.cut(row.meetings, day_and_id)
    return CountryMeetingPage(
        country=Reference(id=row.id, name=row.name),
        items=[Meeting.model_validate(meeting) for meeting in items],
        next=after,
    )
