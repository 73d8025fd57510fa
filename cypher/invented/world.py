"""The countries, places, parties and people of an invented world."""

from __future__ import annotations

import random
from bisect import bisect
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import pycountry

SKEW = 0.8
"""The exponent by which activity falls with rank. Of 100,000 people the busiest sits in half a percent of the
meetings, and the lower half in a tenth of them."""
PLACES_A_COUNTRY = 5
PARTIES_A_COUNTRY = 4
OFFICES = (
    "President", "Prime Minister", "Foreign Minister", "Defence Minister", "Trade Minister",
    "Deputy Foreign Minister", "Ambassador", "Special Envoy", "Member of Parliament", "Director General",
)  # fmt: skip

_BEGINNINGS = (
    "Ab Al An Ar Be Bo Ca Da De Do El Fa Ga Ha Is Jo Ka La Ma Mi Na Or Pa Ra Sa Ta Ul Va Wi Ya".split()
)
_MIDDLES = "bar ben dor gan hal jin kar len mar mir nal nor pel ran rin sal sen tar ven zor".split()
_ENDINGS = "a ad am an ar as e ek el en i ia ik in is o or os ov u".split()


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """Somebody who meets others; `title` and `party` last a lifetime here."""

    id: str
    name: str
    country: str
    title: str
    party: str


@dataclass(frozen=True, slots=True)
class InventedPlace:
    """A city where people meet, or the name of a party."""

    id: str
    name: str
    country: str


class World:
    """People, the busiest first, and where they are from. `country` is an ISO 3166 alpha-3 code."""

    def __init__(self, people: int = 2000, seed: int = 1) -> None:
        chance = random.Random(f"world {seed}")  # noqa: S311 - invented people need no secrecy
        self.seed = seed
        self.countries = sorted(country.alpha_3 for country in pycountry.countries)
        chance.shuffle(self.countries)
        self.places = {code: self._named(chance, "place", code, PLACES_A_COUNTRY) for code in self.countries}
        self.parties = {
            code: self._named(chance, "party", code, PARTIES_A_COUNTRY) for code in self.countries
        }
        weights = _falling(len(self.countries))
        homes = chance.choices(self.countries, cum_weights=weights, k=people)
        self.people = [self._person(chance, number, home) for number, home in enumerate(homes)]

    def somebody(self, chance: random.Random) -> InventedPerson:
        """One of the people, the busy ones far more often."""
        return self.people[bisect(self._activity, chance.random() * self._activity[-1])]

    @cached_property
    def country_names(self) -> dict[str, str]:
        """The names of the countries by their codes."""
        return {country.alpha_3: country.name for country in pycountry.countries}

    @cached_property
    def _activity(self) -> list[float]:
        return _falling(len(self.people))

    @staticmethod
    def _named(chance: random.Random, kind: str, country: str, count: int) -> tuple[InventedPlace, ...]:
        names = [_word(chance) for _ in range(count)]
        return tuple(
            InventedPlace(f"{kind}:{country}:{name.lower()}-{number}", name, country)
            for number, name in enumerate(names)
        )

    def _person(self, chance: random.Random, number: int, home: str) -> InventedPerson:
        name = f"{_word(chance)} {_word(chance)}{chance.choice(_MIDDLES)}"
        # The number keeps namesakes apart, of whom there are a few.
        identifier = f"person:{home}:{name.lower().replace(' ', '-')}-{number}"
        return InventedPerson(
            identifier, name, home, chance.choice(OFFICES), chance.choice(self.parties[home]).id
        )


def _word(chance: random.Random) -> str:
    return chance.choice(_BEGINNINGS) + chance.choice(_MIDDLES) + chance.choice(_ENDINGS)


def _falling(count: int) -> list[float]:
    """Weights that fall with the rank, summed up as `random.choices` takes them."""
    return list(accumulate((rank + 10) ** -SKEW for rank in range(count)))
