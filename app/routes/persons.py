"""Paths about people: who they are, whom they met, their timeline."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import (
    CountryQuery,
    Graph,
    Page,
    PartyQuery,
    PersonPath,
    SinceQuery,
    UntilQuery,
    page_by,
)
from app.errors import BadParameter, NotKnown
from app.models.common import Reference
from app.models.meetings import Meeting, TimelinePage
from app.models.persons import Contact, ContactsPage, Person, PersonInList, PersonPage
from app.naming import id_of
from app.problems import documented
from app.questions import Questions
from app.routes.meetings import FormatQuery, StatusQuery, day_and_id, meetings_of
from app.texts import Text
from cypher.reads.persons import (
    CONTACTS_OF_PERSON,
    PERSON,
    PERSONS,
    PERSONS_NAMED,
    PERSONS_OF_COUNTRY,
    PERSONS_OF_PARTY,
    ContactRow,
    PersonRow,
)
from cypher.reads.search import prefix_query

router = APIRouter(prefix="/persons", tags=["persons"])

NameQuery = Annotated[
    Text | None,
    Query(
        description="Only people one of whose names has words that begin so, accents aside.",
        examples=["diaz"],
        min_length=1,
        max_length=200,
    ),
]
SourcesQuery = Annotated[
    int,
    Query(
        alias="least_sources",
        description="Only contacts that at least so many independent stories state.",
        ge=1,
        le=1_000_000,
        examples=[2],
    ),
]


@router.get("", responses=documented(404, 409))
async def list_persons(
    graph: Graph,
    page: Annotated[Page, page_by(str, str)],
    country: CountryQuery = None,
    party: PartyQuery = None,
    name: NameQuery = None,
) -> PersonPage:
    """People by name: all, or those of a country, of a party, or with a name that begins so."""
    country_id = None if country is None else await id_of(graph, "country", country)
    party_id = None if party is None else await id_of(graph, "party", party)
    rows = await _persons(graph, page, country_id, party_id, name)
    items, after = page.cut(rows, lambda row: (row.name, row.id))
    return PersonPage(items=[PersonInList.model_validate(row) for row in items], next=after)


async def _persons(
    graph: Questions, page: Page, country: str | None, party: str | None, name: str | None
) -> tuple[PersonRow, ...]:
    """A page of people, read from the filter that narrows most."""
    after_name, after_id = page.position or ("", "")
    where = {"after_name": after_name, "after_id": after_id, "limit": page.fetch}
    if name is not None:
        query = prefix_query(name)
        if not query:
            raise BadParameter(
                "name", "There is no letter or digit to look for.", "Give the beginning of a name."
            )
        return tuple(await graph.rows(PERSONS_NAMED, query=query, country=country, party=party, **where))
    if party is not None:
        members = await graph.row(PERSONS_OF_PARTY, party=party, country=country, **where)
        if members is None:
            raise NotKnown("party", party)
        return members.persons
    if country is not None:
        people = await graph.row(PERSONS_OF_COUNTRY, country=country, party=None, **where)
        if people is None:
            raise NotKnown("country", country)
        return people.persons
    return tuple(await graph.rows(PERSONS, **where))


@router.get("/{person}", responses=documented(404, 409))
async def get_person(graph: Graph, person: PersonPath) -> Person:
    """One person: names, offices, parties, and how much the graph knows."""
    row = await graph.row(PERSON, person=await id_of(graph, "person", person))
    if row is None:
        raise NotKnown("person", person)
    return Person.model_validate(row)


@router.get("/{person}/contacts", responses=documented(404, 409))
async def list_contacts(
    graph: Graph,
    person: PersonPath,
    page: Annotated[Page, page_by(str, str)],
    country: CountryQuery = None,
    since: SinceQuery = None,
    until: UntilQuery = None,
    least_sources: SourcesQuery = 1,
) -> ContactsPage:
    """Whom a person met in person, the latest first, each with the last meeting and sentences that state it.

    With `since` or `until`, only those met in that period; the counts are still those of all their meetings.
    """
    before_last, before_id = page.position or (None, None)
    row = await graph.row(
        CONTACTS_OF_PERSON,
        person=await id_of(graph, "person", person),
        country=None if country is None else await id_of(graph, "country", country),
        since=since,
        until=until,
        sources=least_sources,
        before_last=before_last,
        before_id=before_id,
        limit=page.fetch,
    )
    if row is None:
        raise NotKnown("person", person)
    items, after = page.cut(row.contacts, _last_and_id)
    return ContactsPage(
        person=Reference(id=row.id, name=row.name),
        items=[Contact.model_validate(contact) for contact in items],
        next=after,
    )


def _last_and_id(contact: ContactRow) -> tuple[str, str]:
    return contact.last or "", contact.id


@router.get("/{person}/timeline", responses=documented(404, 409))
async def get_timeline(
    graph: Graph,
    person: PersonPath,
    page: Annotated[Page, page_by(date, str)],
    status: StatusQuery = None,
    format: FormatQuery = None,  # noqa: A002 - it is the name of the parameter
    since: SinceQuery = None,
    until: UntilQuery = None,
) -> TimelinePage:
    """A person's timeline, the latest first: meetings, calls, plans, and what was called off."""
    row = await meetings_of(
        graph,
        page,
        anchor=await id_of(graph, "person", person),
        statuses=status,
        formats=format,
        since=since,
        until=until,
    )
    if row is None:
        raise NotKnown("person", person)
    items, after = page.cut(row.meetings, day_and_id)
    return TimelinePage(
        person=Reference(id=row.id, name=row.name),
        items=[Meeting.model_validate(meeting) for meeting in items],
        next=after,
    )
