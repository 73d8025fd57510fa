"""Whether two names of places mean one place: the same city, or a country and a city in it."""

from __future__ import annotations

import re

from anyascii import anyascii

from ingest.entities.country_mentions import country_mentions
from ingest.entities.data import EntityData
from ingest.entities.folding import fold
from ingest.records import Entity
from ingest.score.names import same_word

_IDLE = frozenset(
    "the of in at international airport palace presidential office headquarters house city".split()
)


def same_place(gold: str, place: Entity, data: EntityData) -> bool:
    """Whether both are one place: by a word of the name, or by country where one says no more."""
    if any(same_word(a, b) for a in _words(gold) for b in _words(place.name)):
        return True
    if fold(gold) == fold(place.name):
        return True
    whole = place.kind == "country" or place.id == f"place:{place.country}"
    return place.country in countries_of(gold, data) and (whole or is_country(gold, data))


def is_country(name: str, data: EntityData) -> bool:
    """Whether a name is a state's and no city's."""
    match = data.country_of(name)
    return match is not None and match.via == "name"


def countries_of(name: str, data: EntityData) -> frozenset[str]:
    """The states in which a place may lie, by the state in its name or the biggest city of that name."""
    found = {mention.iso3 for mention in country_mentions(name)}
    for part in re.split(r"[,()]", name):
        cities = data.places_named(part.strip())
        if cities and cities[0].country:
            found.add(cities[0].country)
    return frozenset(found)


def _words(name: str) -> set[str]:
    return {
        word
        for word in re.findall(r"[a-z0-9]+", anyascii(name).lower())
        if word not in _IDLE and len(word) > 2
    }
