"""The records of entity data: states, people with their offices, parties, organisations and places.

Ids are stable: a country's is its ISO 3166 alpha-3 code, anyone else's the Wikidata id where it is known,
else one of ours made from kind, country and name (see `entity_id`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Via = Literal["name", "adjective", "demonym", "capital", "metonym"]


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory. `leader` is the role of the one whom news calls its leader."""

    iso3: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    wikidata: str | None = None
    leader: str = "head_of_state"


@dataclass(frozen=True, slots=True)
class Office:
    """An office that someone held. `start` and `end` are days; an end that is not known is no end.

    `end is None and end_known` means in office at the data's date; `end is None and not end_known` means that
    the source does not say, so later dates are weak evidence.
    """

    role: str
    title: str
    country: str | None = None
    organization: str | None = None
    start: date | None = None
    end: date | None = None
    end_known: bool = True

    def held_on(self, day: date | None) -> bool:
        """Whether the office was held that day, as far as the dates say. No day asks nothing.

        >>> Office("head_of_state", "President", "ZMB", start=date(2021, 8, 24)).held_on(date(2022, 1, 1))
        True
        """
        if day is None:
            return True
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who appears in the news of states. `country` is the one that they mostly speak for."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    party: str | None = None
    offices: tuple[Office, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A political party of one country."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's time in an organisation; both days may be unknown, no end means still a member."""

    iso3: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation of states, or one that deals with them. `seat` is a city's name."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    seat: str = ""
    members: tuple[Membership, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A city. `capital` says that it is the capital of its country."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    capital: bool = False
    population: int = 0


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """Which state a phrase stands for. `others` are states that the same phrase may also mean."""

    iso3: str
    via: Via
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountryPhrase:
    """A phrase that stands for a state. A weak one counts only in a text that names the state otherwise."""

    phrase: str
    iso3: str
    via: Via
    weak: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A phrase in a text that stands for a state: `text[start:end] == text`, in code points."""

    start: int
    end: int
    text: str
    iso3: str
    via: Via
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """A person who may be meant: a score from 0 to 1 and the reason in words."""

    person: Person
    score: float
    reason: str
