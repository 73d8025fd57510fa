"""What the API says about people."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from app.models.common import (
    Aliases,
    Answer,
    Articles,
    Evidence,
    FirstDay,
    Iso3,
    LastDay,
    Page,
    Place,
    Reference,
    Sources,
    Wikidata,
)

Since = Annotated[
    str | None,
    Field(
        description="The start of the term if known, else the first day it was said (ISO 8601), or null.",
        examples=["2022-11-22"],
    ),
]
Until = Annotated[
    str | None,
    Field(
        description="The end of the term if known, else the first day it was called over or somebody else "
        "was said to hold it (ISO 8601); null while nobody says that it ended.",
        examples=["2024-05-09"],
    ),
]


class Office(Answer):
    """An office of a country that somebody holds or held."""

    country: Iso3
    country_name: str = Field(description="Name of the country.", examples=["Cuba"])
    title: str | None = Field(description="Title of the office, or null.", examples=["President"])
    since: Since
    until: Until


class PartyRole(Answer):
    """Membership of a party."""

    id: str = Field(description="Id of the party.", examples=["Q31798"])
    name: str = Field(description="Name of the party.", examples=["United Russia"])
    role: str | None = Field(description="Office in the party, or null.", examples=["Chairman"])


class PersonInList(Reference):
    """One person of a list."""

    aliases: Aliases
    wikidata: Wikidata
    country: str | None = Field(
        description="Country that this person speaks for, as ISO 3166-1 alpha-3, or null.", examples=["CUB"]
    )
    offices: list[Office] = Field(description="Offices of countries, sorted by country and title.")
    parties: list[PartyRole] = Field(description="Parties, sorted by id.")
    contacts: int = Field(description="How many others this person met.", examples=[17])


class Person(PersonInList):
    """One person, and how much the graph knows."""

    meetings: int = Field(
        description="How many meetings, calls and plans, also those called off.", examples=[42]
    )
    articles: int = Field(description="How many articles mention this person.", examples=[120])


class LastMeeting(Answer):
    """The latest held meeting of two people."""

    id: str = Field(description="Id of the meeting.", examples=["m:5c1f0a77be"])
    date: str | None = Field(
        description="When, as EDTF (ISO 8601-2): a day, a month, an interval; or null if nobody says.",
        examples=["2022-11-20/2022-11-22"],
    )
    earliest: str | None = Field(description="No earlier than this day, or null.", examples=["2022-11-20"])
    latest: str | None = Field(description="No later than this day, or null.", examples=["2022-11-22"])
    place: Place | None = Field(description="Where, or null if nobody says.")
    evidence: list[Evidence] = Field(description="The clearest sentences that state it, at most three.")


class Contact(Reference):
    """One whom a person met, across sides, in person."""

    countries: list[str] = Field(
        description="Countries that the other speaks for or holds an office of, as ISO 3166-1 alpha-3.",
        examples=[["RUS"]],
    )
    meetings: int = Field(description="How many held meetings.", examples=[3])
    first: FirstDay
    last: LastDay
    articles: Articles
    independent_sources: Sources
    last_meeting: LastMeeting | None = Field(description="The latest of these meetings.")


class Tie(Answer):
    """What is known of the meetings of two people."""

    meetings: int = Field(description="How often they met.", examples=[3])
    first: FirstDay
    last: LastDay
    independent_sources: Sources


class CommonContact(Reference):
    """One who met both of two people."""

    countries: list[str] = Field(
        description="Countries that this person speaks for or holds an office of, as ISO 3166-1 alpha-3.",
        examples=[["RUS"]],
    )
    with_a: Tie = Field(description="What is known of the meetings with the one.")
    with_b: Tie = Field(description="What is known of the meetings with the other.")


class Broker(Reference):
    """One of a third country who met people of both countries."""

    countries: list[str] = Field(
        description="Countries that this person speaks for or holds an office of, as ISO 3166-1 alpha-3.",
        examples=[["TUR"]],
    )
    contacts_a: int = Field(description="How many people of the one country this person met.", examples=[4])
    contacts_b: int = Field(description="How many people of the other country this person met.", examples=[2])
    meetings_a: int = Field(description="How often they met people of the one country.", examples=[9])
    meetings_b: int = Field(description="How often they met people of the other country.", examples=[3])


class CommonContactsPage(Page[CommonContact]):
    """A page of those who met both, the more often met by either first."""

    a: Reference = Field(description="The one.")
    b: Reference = Field(description="The other.")


class BrokersPage(Page[Broker]):
    """A page of those who connect two countries, those with many contacts in either first."""

    a: Reference = Field(description="The one country.")
    b: Reference = Field(description="The other country.")


class PersonPage(Page[PersonInList]):
    """A page of people by name."""


class MembersPage(PersonPage):
    """A page of a party's members by name."""

    party: Reference = Field(description="Whose members these are.")


class ContactsPage(Page[Contact]):
    """A page of contacts, the latest first."""

    person: Reference = Field(description="Whose contacts these are.")


class SayingsPage(Page[Evidence]):
    """A page of what articles say of a person, the latest said first."""

    person: Reference = Field(description="Of whom.")
