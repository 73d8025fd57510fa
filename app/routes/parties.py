"""Paths about political parties and their members."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter

from app.cursors import MOST
from app.dependencies import CountryQuery, Graph, Page, PartyPath, by_key, page_by
from app.errors import NotKnown
from app.models.common import Reference
from app.models.countries import Party, PartyContact, PartyContactsPage, PartyPage
from app.models.persons import MembersPage, PersonInList
from app.naming import id_of
from app.problems import documented
from app.results.routes import ResultRoute
from app.texts import Text
from cypher.reads.contacts import CONTACTS_OF_PARTY
from cypher.reads.parties import PARTIES, PARTY
from cypher.reads.persons import PERSONS_OF_PARTY

router = APIRouter(prefix="/parties", tags=["parties"], route_class=ResultRoute)

OtherPartyQuery = Annotated[
    Text | None,
    by_key("with", "Only this other party: an id, or a name that only one party bears.", "Q31798"),
]


@router.get("", responses=documented(404, 409))
async def list_parties(
    graph: Graph, page: Annotated[Page, page_by(str, str)], country: CountryQuery = None
) -> PartyPage:
    """Parties by name: all, or those of a country."""
    after_name, after_id = page.position or ("", "")
    country_id = None if country is None else await id_of(graph, "country", country)
    rows = await graph.rows(
        PARTIES, country=country_id, after_name=after_name, after_id=after_id, limit=page.fetch
    )
    items, after = page.cut(rows, lambda row: (row.name, row.id))
    return PartyPage(items=[Party.model_validate(row) for row in items], next=after)


@router.get("/{party}", responses=documented(404, 409))
async def get_party(graph: Graph, party: PartyPath) -> Party:
    """One party."""
    row = await graph.row(PARTY, party=await id_of(graph, "party", party))
    if row is None:
        raise NotKnown("party", party)
    return Party.model_validate(row)


@router.get("/{party}/persons", responses=documented(404, 409))
async def list_members(
    graph: Graph,
    party: PartyPath,
    page: Annotated[Page, page_by(str, str)],
    country: CountryQuery = None,
) -> MembersPage:
    """The members of a party by name."""
    after_name, after_id = page.position or ("", "")
    row = await graph.row(
        PERSONS_OF_PARTY,
        party=await id_of(graph, "party", party),
        country=None if country is None else await id_of(graph, "country", country),
        after_name=after_name,
        after_id=after_id,
        limit=page.fetch,
    )
    if row is None:
        raise NotKnown("party", party)
    items, after = page.cut(row.persons, lambda person: (person.name, person.id))
    return MembersPage(
        party=Reference(id=row.id, name=row.name),
        items=[PersonInList.model_validate(person) for person in items],
        next=after,
    )


@router.get("/{party}/contacts", responses=documented(404, 409))
async def list_party_contacts(
    graph: Graph,
    party: PartyPath,
    page: Annotated[Page, page_by(int, str)],
    other: OtherPartyQuery = None,
) -> PartyContactsPage:
    """Party to party: the parties whose members met members of this one, those with most pairs first."""
    most, after_id = page.position or (MOST, "")
    row = await graph.row(
        CONTACTS_OF_PARTY,
        party=await id_of(graph, "party", party),
        other=None if other is None else await id_of(graph, "party", other),
        most=most,
        after_id=after_id,
        limit=page.fetch,
    )
    if row is None:
        raise NotKnown("party", party)
    items, after = page.cut(row.parties, lambda one: (one.contacts, one.id))
    return PartyContactsPage(
        party=Reference(id=row.id, name=row.name),
        items=[PartyContact.model_validate(one) for one in items],
        next=after,
    )
