"""Paths about countries: their partners and their meetings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from app.cursors import MOST
from app.dependencies import (
    CountryPath,
    Graph,
    Page,
    PersonQuery,
    SinceQuery,
    UntilQuery,
    by_day,
    by_key,
    page_by,
)
from app.errors import NotKnown
from app.filters import WhichMeetings, check_period, pair_of
from app.models.common import Reference
from app.models.countries import (
    Balance,
    Country,
    CountryContact,
    CountryContactsPage,
    CountryInList,
    CountryPage,
    Partner,
    PartnersPage,
    Representative,
    RepresentativesPage,
)
from app.models.meetings import CountryMeetingPage, Meeting
from app.naming import id_of, with_usual_name
from app.problems import documented
from app.results.routes import ResultRoute
from app.routes.meetings import day_and_id, meetings_of
from app.texts import Day, Text
from cypher.reads.contacts import CONTACTS_OF_COUNTRY, CountryContactRow
from cypher.reads.countries import COUNTRIES, COUNTRY, PARTNERS_OF_COUNTRY, REPRESENTATIVES_OF_COUNTRY
from cypher.reads.meetings import MEETINGS_OF_COUNTRY

router = APIRouter(prefix="/countries", tags=["countries"], route_class=ResultRoute)

RelationQuery = Annotated[
    str | None,
    Query(
        alias="kind",
        description="Only partners by this relation.",
        examples=["strategic_partnership"],
        pattern="^[a-z_]{1,40}$",
    ),
]


WithQuery = Annotated[
    Text | None,
    by_key("with", "Only where this country sat on another side: a code or a name.", "CUB"),
]
PartnerQuery = Annotated[
    Text | None,
    by_key("with", "Only this partner: a code or a name.", "CUB"),
]
OtherCountryQuery = Annotated[
    Text,
    by_key("with", "The other country: a code or a name.", "CUB"),
]
NewSinceQuery = Annotated[
    Day | None,
    by_day(
        "new_since",
        "Only those with which the first of these meetings was on this day or later.",
        "2022-01-01",
    ),
]
QuietSinceQuery = Annotated[
    Day | None,
    by_day(
        "quiet_since",
        "Only those with which none of these meetings was on this day or later: gone quiet.",
        "2023-01-01",
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
    return Country.model_validate(with_usual_name(row))


@router.get("/{country}/partners", responses=documented(404, 409))
async def list_partners(
    graph: Graph,
    country: CountryPath,
    page: Annotated[Page, page_by(str)],
    kind: RelationQuery = None,
    other: PartnerQuery = None,
) -> PartnersPage:
    """The partners of a country, since when it is said, and the sentences that say so."""
    (after,) = page.position or ("",)
    row = await graph.row(
        PARTNERS_OF_COUNTRY,
        country=await id_of(graph, "country", country),
        other=None if other is None else await id_of(graph, "country", other),
        kind=kind,
        after=after,
        limit=page.fetch,
    )
    if row is None:
        raise NotKnown("country", country)
    items, following = page.cut(row.partners, lambda partner: (partner.id,))
    return PartnersPage(
        country=Reference.model_validate(with_usual_name(row)),
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
        country=Reference.model_validate(with_usual_name(row)),
        items=[Representative.model_validate(one) for one in items],
        next=after,
    )


@router.get("/{country}/meetings", responses=documented(404, 409))
async def list_country_meetings(
    graph: Graph,
    country: CountryPath,
    page: Annotated[Page, page_by(date, str)],
    which: WhichMeetings,
    person: PersonQuery = None,
    other: WithQuery = None,
) -> CountryMeetingPage:
    """Meetings in which a country, or somebody for it, took part, the latest first.

    For which country somebody sat there is what the reports say. With `with`, only meetings in which the two
    countries sat on different sides.
    """
    country_id = await id_of(graph, "country", country)
    which = replace(
        which,
        persons=() if person is None else (await id_of(graph, "person", person),),
        pair=None if other is None else await pair_of(graph, "with", country_id, other),
    )
    row = await meetings_of(graph, page, MEETINGS_OF_COUNTRY, country_id, which)
    if row is None:
        raise NotKnown("country", country)
    items, after = page.cut(row.meetings, day_and_id)
    return CountryMeetingPage(
        country=Reference.model_validate(with_usual_name(row)),
        items=[Meeting.model_validate(meeting) for meeting in items],
        next=after,
    )


@router.get("/{country}/contacts", responses=documented(404, 409))
async def list_country_contacts(
    graph: Graph,
    country: CountryPath,
    page: Annotated[Page, page_by(int, str)],
    since: SinceQuery = None,
    until: UntilQuery = None,
    new_since: NewSinceQuery = None,
    quiet_since: QuietSinceQuery = None,
) -> CountryContactsPage:
    """With which countries one met in person: how often, since when, on whose soil; most often first."""
    check_period(since, until)
    most, after_id = page.position or (MOST, "")
    row = await graph.row(
        CONTACTS_OF_COUNTRY,
        country=await id_of(graph, "country", country),
        pair=None,
        since=since or date.min,
        until=until or date.max,
        new_since=new_since,
        quiet_since=quiet_since,
        most=most,
        after_id=after_id,
        limit=page.fetch,
    )
    if row is None:
        raise NotKnown("country", country)
    items, after = page.cut(row.countries, lambda one: (one.meetings, one.id))
    return CountryContactsPage(
        country=Reference.model_validate(with_usual_name(row)),
        items=[CountryContact.model_validate(with_usual_name(one)) for one in items],
        next=after,
    )


@router.get("/{country}/balance", responses=documented(404, 409))
async def host_and_guest_balance(
    graph: Graph,
    country: CountryPath,
    other: OtherCountryQuery,
    since: SinceQuery = None,
    until: UntilQuery = None,
) -> Balance:
    """Host and guest: how often a country received another, and how often it was received there."""
    check_period(since, until)
    country_id = await id_of(graph, "country", country)
    other_id = await id_of(graph, "country", other)
    row = await graph.row(
        CONTACTS_OF_COUNTRY,
        country=country_id,
        pair=await pair_of(graph, "with", country_id, other_id),
        since=since or date.min,
        until=until or date.max,
        new_since=None,
        quiet_since=None,
        most=MOST,
        after_id="",
        limit=1,
    )
    guest = await graph.row(COUNTRY, country=other_id)
    if row is None:
        raise NotKnown("country", country)
    if guest is None:
        raise NotKnown("country", other)
    found = (
        row.countries[0]
        if row.countries
        else CountryContactRow(other_id, guest.name, 0, None, None, 0, 0, 0, 0)
    )
    return Balance(
        country=Reference.model_validate(with_usual_name(row)),
        other=Reference.model_validate(with_usual_name(guest)),
        meetings=found.meetings,
        first=found.first,
        last=found.last,
        hosted=found.hosted,
        visited=found.visited,
        elsewhere=found.elsewhere,
        place_unknown=found.place_unknown,
        balance=found.hosted - found.visited,
    )
