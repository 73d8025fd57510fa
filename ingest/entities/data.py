"""`EntityData`: every lookup that the reading of a text needs, in one immutable object."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from ingest.entities import countries as states
from ingest.entities.country_mentions import country_mentions
from ingest.entities.folding import fold
from ingest.entities.merging import merged_organization, merged_party
from ingest.entities.model import (
    Country,
    CountryMatch,
    CountryMention,
    CountryPhrase,
    Organization,
    Party,
    Person,
    PersonMatch,
    Place,
)
from ingest.entities.people import People
from ingest.entities.places import Places
from ingest.entities.shipped import shipped_organizations, shipped_parties, shipped_people
from ingest.entities.sources import PeopleInMemory, PeopleSource
from ingest.entities.store import Store, is_current, store_path
from ingest.entities.titles import honorifics, office_role, titles


class EntityData:
    """States, people, parties, organisations and places by name; nothing here changes after loading.

    Every answer is ordered by score, then by how prominent and last by id: the same question always gives the
    same answer. No lookup raises, whatever the text.
    """

    def __init__(
        self,
        people: People,
        parties: Iterable[Party],
        organizations: Iterable[Organization],
        store: Store | None = None,
        places: Places | None = None,
    ) -> None:
        self._people = people
        self._store = store
        self._places = places or Places()
        self._countries = {country.iso3: country for country in states.countries()}
        self._phrases = {phrase.phrase: phrase for phrase in states.country_phrases()}
        self._parties = _by_name(parties)
        self._organizations = _by_name(organizations)

    def country(self, iso3: str) -> Country | None:
        """The state or territory of an ISO 3166 alpha-3 code."""
        return self._countries.get(iso3)

    def countries(self) -> tuple[Country, ...]:
        """All states and territories."""
        return tuple(self._countries.values())

    def country_of(self, surface: str) -> CountryMatch | None:
        """The state that an exact phrase stands for, or None. Case matters: "US" is a state, "us" is not."""
        phrase = " ".join(surface[:200].replace("’", "'").split())
        if phrase not in self._phrases:
            phrase = phrase.removesuffix("'s").removesuffix("'")
        for form in (
            phrase,
            phrase.removeprefix("the "),
            phrase.removeprefix("The "),
            phrase.title() if len(phrase) > 3 and phrase.isupper() else phrase,
        ):
            found = self._phrases.get(form)
            if found:
                return CountryMatch(found.iso3, found.via, found.others)
        if phrase[:1].isupper() or not phrase.isascii():
            folded = phrase.casefold()
            # Short words in Latin letters are too many things: "Anh" is Britain in Vietnamese, and a name.
            is_word = len(phrase) > 3 or not phrase.isascii()
            iso3 = (
                states.official_names().get(folded) or states.translated_names().get(folded)
                if is_word
                else None
            )
            if iso3 in self._countries:
                return CountryMatch(iso3, "name")
        return None

    def country_phrases(self) -> tuple[CountryPhrase, ...]:
        """All phrases that stand for a state, with their kind."""
        return states.country_phrases()

    def country_mentions(self, text: str) -> tuple[CountryMention, ...]:
        """Every mention of a state in a text, longest first, without overlap, in reading order."""
        return country_mentions(text)

    def person(self, person_id: str) -> Person | None:
        """The person of an id."""
        return self._people.person(person_id)

    def people_named(
        self, name: str, on: date | None = None, country: str | None = None
    ) -> tuple[PersonMatch, ...]:
        """People who may be meant by a full name or a surname, best first. See `People.named`."""
        return self._people.named(name, on, country)

    def holders(self, role_or_title: str, country: str, on: date | None = None) -> tuple[PersonMatch, ...]:
        """Who held that office of a country (or of an organisation's id) on a day, best first."""
        return self._people.holders(role_or_title, country, on)

    def office_role(self, title: str, country: str | None = None) -> str | None:
        """The role that a free title stands for in a country."""
        return office_role(title, country)

    def titles(self) -> Mapping[str, str]:
        """Title phrases in lower case, each with its general role."""
        return titles()

    def honorifics(self) -> tuple[str, ...]:
        """Forms of address before a name, longest first."""
        return honorifics()

    def parties_named(self, name: str, country: str | None = None) -> tuple[Party, ...]:
        """Parties of a name or alias; with a country, only its own and those of no known country."""
        folded = _without_article(name)
        found = _united(
            self._parties.get(folded, ()), self._store.parties(folded) if self._store else (), merged_party
        )
        return tuple(party for party in found if country is None or party.country in (None, country))

    def organizations_named(self, name: str) -> tuple[Organization, ...]:
        """Organisations of a name or alias."""
        folded = _without_article(name)
        stored = self._store.organizations(folded) if self._store else ()
        return _united(self._organizations.get(folded, ()), stored, merged_organization)

    def places_named(self, name: str) -> tuple[Place, ...]:
        """Cities of a name, capitals first, then by population. Whether a town is meant, the caller
        decides.
        """
        return self._places.named(name)


Named = TypeVar("Named", bound=Party | Organization)


def _without_article(name: str) -> str:
    return fold(name).removeprefix("the ")


def _united(
    shipped: Iterable[Named], stored: Iterable[Named], merged: Callable[[Named, Named], Named]
) -> tuple[Named, ...]:
    """Shipped records first, each with what the store knows of it besides, then the store's own."""
    found = {one.id: one for one in shipped}
    for one in stored:
        found[one.id] = merged(found[one.id], one) if one.id in found else one
    return tuple(found.values())


def _by_name(named: Iterable[Named]) -> dict[str, tuple[Named, ...]]:
    found: dict[str, dict[str, Named]] = {}
    for one in named:
        for spelling in (one.name, *one.aliases):
            found.setdefault(_without_article(spelling), {})[one.id] = one
    return {name: tuple(group.values()) for name, group in found.items() if name}


def load_entity_data(home: Path | None = None) -> EntityData:
    """The shipped tables, merged with what was imported into the data folder `home`.

    Raises DamagedStore if the file of imported entities cannot be read.
    """
    shipped = PeopleInMemory(shipped_people())
    if home is not None and store_path(home).exists() and not is_current(store_path(home)):
        # Only now: importing takes modules that reading texts does not need.
        from ingest.entities.importing import upgrade_store

        upgrade_store(home)
    store = Store(store_path(home)) if home is not None and store_path(home).exists() else None
    sources: list[PeopleSource] = [shipped] if store is None else [shipped, store]
    return EntityData(People(sources), shipped_parties(), shipped_organizations(), store, Places(home))
