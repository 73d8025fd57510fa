"""Questions about people: who they are, for whom they speak, whom they met."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.catalog import Read
from cypher.reads.shapes import EvidenceRow, LocatedAt


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office of a country, since and until which days (ISO), as far as that is known; see `bonds`."""

    country: str
    country_name: str
    title: str | None
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class PartyRoleRow:
    """A party and the office that someone holds in it."""

    id: str
    name: str
    role: str | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of a list; `country` is whom they speak for, `contacts` counts those whom they met."""

    id: str
    name: str
    aliases: tuple[str, ...]
    wikidata: str | None
    country: str | None
    offices: tuple[OfficeRow, ...]
    parties: tuple[PartyRoleRow, ...]
    contacts: int


@dataclass(frozen=True, slots=True)
class PersonDetailRow:
    """One person, with how many contacts, meetings of any status, and articles the graph knows of."""

    id: str
    name: str
    aliases: tuple[str, ...]
    wikidata: str | None
    country: str | None
    offices: tuple[OfficeRow, ...]
    parties: tuple[PartyRoleRow, ...]
    contacts: int
    meetings: int
    articles: int


@dataclass(frozen=True, slots=True)
class PersonsOfRow:
    """A country or a party, and a page of its people."""

    id: str
    name: str
    persons: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class LastMeetingRow:
    """The latest held meeting of two people, with the sentences that state it."""

    id: str
    date: str | None
    earliest: str | None
    latest: str | None
    place: LocatedAt | None
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One whom a person met: how often, from when to when, and by how many articles and stories."""

    id: str
    name: str
    countries: tuple[str, ...]
    meetings: int
    first: str | None
    last: str | None
    articles: int
    independent_sources: int
    last_meeting: LastMeetingRow | None


@dataclass(frozen=True, slots=True)
class ContactsRow:
    """A person and a page of contacts."""

    id: str
    name: str
    contacts: tuple[ContactRow, ...]


PERSONS = Read("persons", PersonRow)
PERSONS_NAMED = Read("persons_named", PersonRow)
PERSONS_OF_COUNTRY = Read("persons_of_country", PersonsOfRow)
PERSONS_OF_PARTY = Read("persons_of_party", PersonsOfRow)
PERSON = Read("person", PersonDetailRow)
CONTACTS_OF_PERSON = Read("contacts_of_person", ContactsRow)
CONTACTS_IN_MEETINGS = Read("contacts_in_meetings", ContactsRow)
