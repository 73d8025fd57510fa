"""Paths about people: who they are, whom they met, their timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import KEY, CountryQuery, Graph, Page, PartyQuery, PersonPath, by_day, page_by
from app.errors import BadParameter, NotKnown
from app.filters import Circumstances, WhichCircumstances, WhichMeetings, WithPersonQuery
from app.models.common import Evidence, Reference
from app.models.meetings import Meeting, TimelinePage
from app.models.persons import Contact, ContactsPage, Person, PersonInList, PersonPage, SayingsPage
from app.naming import id_of
from app.problems import documented
from app.questions import Questions
from app.results.routes import ResultRoute
from app.routes.meetings import day_and_id, meetings_of
from app.texts import Day, Text
from cypher.derivation.confidence import MET_WITH_FLOOR
from cypher.reads.evidence import CLAIMS_NAMING
from cypher.reads.meetings import MEETINGS_OF
from cypher.reads.persons import (
    CONTACTS_IN_MEETINGS,
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
from cypher.reads.shapes import EvidenceRow

router = APIRouter(prefix="/persons", tags=["persons"], route_class=ResultRoute)

NewSinceQuery = Annotated[
    Day | None,
    by_day(
        "new_since", "Only those whom the person first met on this day or later (YYYY-MM-DD).", "2022-01-01"
    ),
]
NewUntilQuery = Annotated[
    Day | None,
    by_day(
        "new_until", "Only those whom the person first met on this day or earlier (YYYY-MM-DD).", "2022-12-31"
    ),
]
QuietSinceQuery = Annotated[
    Day | None,
    by_day(
        "quiet_since",
        "Only those whom the person has not met on this day or later: who have gone quiet.",
        "2023-01-01",
    ),
]

IN_PERSON = ("in_person", "unknown")
"""The formats that make people acquainted: an unknown one is taken for a meeting in person."""

NameQuery = Annotated[
    Text | None,
    Query(
        description="Only people one of whose names has words that begin so, accents aside.",
        examples=["diaz"],
        **KEY,
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
    page: Annotated[Page, page_by(date, str)],
    which: WhichCircumstances,
    country: CountryQuery = None,
    party: PartyQuery = None,
    new_since: NewSinceQuery = None,
    new_until: NewUntilQuery = None,
    quiet_since: QuietSinceQuery = None,
) -> ContactsPage:
    """Whom a person met in person, the latest first, each with the last meeting and sentences that state it.

    `country` and `party` are those of the other. With a filter on meetings (`since`, `until`, `place`,
    `host`, `topic`, `status` or `format`) all counts and days are those of the meetings that pass it;
    `status` and `format` also let in those whom the person only called, or is to meet. `new_since`,
    `new_until` and `quiet_since` look at all meetings, so they do not go together with such a filter.
    """
    before_day, before_id = page.position or (date.max, None)
    common = {
        "person": await id_of(graph, "person", person),
        "country": None if country is None else await id_of(graph, "country", country),
        "party": None if party is None else await id_of(graph, "party", party),
        "newest": before_day,
        "before_id": before_id,
        "limit": page.fetch,
    }
    if replace(which, sources=None) == Circumstances():
        row = await graph.row(
            CONTACTS_OF_PERSON,
            **common,
            sources=which.sources,
            new_since=new_since,
            new_until=new_until,
            quiet_since=quiet_since,
        )
    elif new_since or new_until or quiet_since:
        raise BadParameter(
            "new_since" if new_since else "new_until" if new_until else "quiet_since",
            "Who is new or has gone quiet is a matter of all meetings.",
            "Leave the filters on meetings out: since, until, place, host, topic, status, format.",
        )
    else:
        filters = {
            **which.params(),
            "statuses": which.statuses or ["held"],
            # A call is no meeting in person, unless the caller asks for calls, or for plans of any kind.
            "formats": which.formats or (None if which.statuses else IN_PERSON),
        }
        row = await graph.row(CONTACTS_IN_MEETINGS, **common, **filters, floor=MET_WITH_FLOOR)
    if row is None:
        raise NotKnown("person", person)
    items, after = page.cut(row.contacts, _last_and_id)
    return ContactsPage(
        person=Reference(id=row.id, name=row.name),
        items=[Contact.model_validate(contact) for contact in items],
        next=after,
    )


def _last_and_id(contact: ContactRow) -> tuple[date, str]:
    return date.fromisoformat(contact.last) if contact.last else date.min, contact.id


@router.get("/{person}/timeline", responses=documented(404, 409))
async def get_timeline(
    graph: Graph,
    person: PersonPath,
    page: Annotated[Page, page_by(date, str)],
    which: WhichMeetings,
    other: WithPersonQuery = None,
    country: CountryQuery = None,
) -> TimelinePage:
    """A person's timeline, the latest first: meetings, calls, plans, and what was called off."""
    which = replace(
        which,
        persons=() if other is None else (await id_of(graph, "person", other),),
        country=None if country is None else await id_of(graph, "country", country),
    )
    row = await meetings_of(graph, page, MEETINGS_OF, await id_of(graph, "person", person), which)
    if row is None:
        raise NotKnown("person", person)
    items, after = page.cut(row.meetings, day_and_id)
    return TimelinePage(
        person=Reference(id=row.id, name=row.name),
        items=[Meeting.model_validate(meeting) for meeting in items],
        next=after,
    )


@router.get("/{person}/claims", responses=documented(404, 409))
async def list_sayings(
    graph: Graph, person: PersonPath, page: Annotated[Page, page_by(date, str)]
) -> SayingsPage:
    """What articles say of a person, the latest said first: every live claim that names them.

    It shows which articles are about somebody else, where one id stands for two people.
    """
    newest, before_id = page.position or (date.max, None)
    row = await graph.row(
        CLAIMS_NAMING,
        person=await id_of(graph, "person", person),
        newest=newest,
        before_id=before_id,
        limit=page.fetch,
    )
    if row is None:
        raise NotKnown("person", person)
    items, after = page.cut(row.claims, _said_and_id)
    return SayingsPage(
        person=Reference(id=row.id, name=row.name),
        items=[Evidence.model_validate(claim) for claim in items],
        next=after,
    )


def _said_and_id(claim: EvidenceRow) -> tuple[date, str]:
    return date.fromisoformat(claim.said_on) if claim.said_on else date.min, claim.claim
