"""Questions about who met whom beyond one person: who met both, who connects, parties, countries."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.catalog import Read


@dataclass(frozen=True, slots=True)
class TieRow:
    """What is known of the meetings of two people."""

    meetings: int
    first: str | None
    last: str | None
    independent_sources: int


@dataclass(frozen=True, slots=True)
class CommonContactRow:
    """One who met both of two people."""

    id: str
    name: str
    countries: tuple[str, ...]
    with_a: TieRow
    with_b: TieRow


@dataclass(frozen=True, slots=True)
class CommonContactsRow:
    """Two people and a page of those who met both. Unknown people are None."""

    a_id: str | None
    a_name: str | None
    b_id: str | None
    b_name: str | None
    persons: tuple[CommonContactRow, ...]


@dataclass(frozen=True, slots=True)
class BrokerRow:
    """One of a third country who met people of two countries: how many of each, and how often."""

    id: str
    name: str
    countries: tuple[str, ...]
    contacts_a: int
    contacts_b: int
    meetings_a: int
    meetings_b: int


@dataclass(frozen=True, slots=True)
class BrokersRow:
    """Two countries and a page of those who connect them. Unknown countries are None."""

    a_id: str | None
    a_name: str | None
    b_id: str | None
    b_name: str | None
    persons: tuple[BrokerRow, ...]


@dataclass(frozen=True, slots=True)
class PartyContactRow:
    """A party whose members met those of another: in how many pairs, how often, from when to when."""

    id: str
    name: str
    country: str | None
    contacts: int
    meetings: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class PartyContactsRow:
    """A party and a page of the parties whose members its own met."""

    id: str
    name: str
    parties: tuple[PartyContactRow, ...]


@dataclass(frozen=True, slots=True)
class CountryContactRow:
    """A country with which another met: how often, from when to when, and on whose soil."""

    id: str
    name: str
    meetings: int
    first: str | None
    last: str | None
    hosted: int
    visited: int
    elsewhere: int
    place_unknown: int


@dataclass(frozen=True, slots=True)
class CountryContactsRow:
    """A country and a page of the countries with which it met."""

    id: str
    name: str
    countries: tuple[CountryContactRow, ...]


CONTACTS_IN_COMMON = Read("contacts_in_common", CommonContactsRow)
BROKERS_BETWEEN = Read("brokers_between", BrokersRow)
CONTACTS_OF_PARTY = Read("contacts_of_party", PartyContactsRow)
CONTACTS_OF_COUNTRY = Read("contacts_of_country", CountryContactsRow)
