"""Where people are looked up: the shipped tables in memory, or imported ones on disk, by the same keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from ingest.entities.model import Office, Person
from ingest.entities.names import name_keys

# How much news an office gets: the order in which people of one surname are considered.
PROMINENCE = {
    "head_of_state": 0,
    "head_of_government": 0,
    "supreme_leader": 0,
    "secretary_general": 1,
    "commission_president": 1,
    "council_president": 1,
    "high_representative": 1,
    "foreign_minister": 1,
    "crown_prince": 1,
    "vice_head_of_state": 2,
    "deputy_head_of_government": 2,
    "party_leader": 2,
    "defence_minister": 2,
    "national_security_adviser": 2,
    "finance_minister": 3,
    "speaker": 3,
    "minister": 4,
}
LEAST_PROMINENT = 6


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One line of the index: under a key, a person's id with the spelling that led there."""

    rank: int
    person: str
    name: str
    country: str


class PeopleSource(Protocol):
    """People found by key. Entries come in order of rank, person and name, so that answers never vary."""

    def entries(self, key: str, country: str | None, limit: int) -> list[NameEntry]:
        """The first entries under a key, of one country where it is given."""
        ...

    def person(self, person_id: str) -> Person | None:
        """The person of an id."""
        ...

    def in_office(self, role: str, of: str) -> list[str]:
        """The ids of all who ever held an office of a country or organisation."""
        ...


def prominence_of(role: str) -> int:
    """How much news a role gets, 0 for most."""
    return PROMINENCE.get(role, LEAST_PROMINENT)


def prominence(offices: Iterable[Office]) -> int:
    """0 for heads of state and government, more for offices of which news speaks less."""
    return min((PROMINENCE.get(office.role, 5) for office in offices), default=LEAST_PROMINENT)


def index_entries(person: Person) -> list[tuple[str, NameEntry]]:
    """Every key of a person with its entry; each key once for each spelling that gives it."""
    rank = prominence(person.offices)
    entries: dict[tuple[str, str], tuple[str, NameEntry]] = {}
    for name in (person.name, *person.aliases):
        for key in name_keys(name, person.country):
            entries.setdefault((key, name), (key, NameEntry(rank, person.id, name, person.country or "")))
    return list(entries.values())


def office_keys(person: Person) -> list[tuple[str, str]]:
    """Role and country or organisation of every office that a person held."""
    pairs = [(office.role, of) for office in person.offices if (of := office.organization or office.country)]
    return list(dict.fromkeys(pairs))


class PeopleInMemory:
    """People held in memory, indexed once."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people = {person.id: person for person in people}
        names: dict[str, list[NameEntry]] = {}
        offices: dict[tuple[str, str], list[str]] = {}
        for person in self._people.values():
            for key, entry in index_entries(person):
                names.setdefault(key, []).append(entry)
            for office in office_keys(person):
                offices.setdefault(office, []).append(person.id)
        for entries in names.values():
            entries.sort(key=lambda entry: (entry.rank, entry.person, entry.name))
        self._names = names
        self._offices = offices

    def entries(self, key: str, country: str | None, limit: int) -> list[NameEntry]:
        """The first entries under a key, of one country where it is given."""
        found = self._names.get(key, [])
        if country is not None:
            found = [entry for entry in found if entry.country == country]
        return found[:limit]

    def person(self, person_id: str) -> Person | None:
        """The person of an id."""
        return self._people.get(person_id)

    def in_office(self, role: str, of: str) -> list[str]:
        """The ids of all who ever held an office of a country or organisation."""
        return self._offices.get((role, of), [])

    def __len__(self) -> int:
        return len(self._people)

    def everyone(self) -> tuple[Person, ...]:
        """All people, in table order."""
        return tuple(self._people.values())
