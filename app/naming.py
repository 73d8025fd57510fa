"""From what callers write to ids: an id stays as it is, a name must mean just one entity of its kind.

An id can be told from a name by its look, so that a question asked with ids takes one round trip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any, Literal, TypeVar

import pycountry
from anyascii import anyascii
from babel import Locale

from app.cursors import MOST
from app.errors import AmbiguousName, Candidate, NotKnown
from app.questions import Questions, Row
from cypher.catalog import Read
from cypher.reads.contacts import CountryContactRow, CountryContactsRow
from cypher.reads.countries import CountryDetailRow, PartnersRow, RepresentativesRow
from cypher.reads.meetings import MeetingsOfRow
from cypher.reads.search import ENTITIES_MATCHING, ENTITY_WITH_ID, MatchRow, search_query
from cypher.reads.shapes import Named

Kind = Literal["person", "country", "party", "organization", "place"]
Country = TypeVar(
    "Country",
    Named,
    CountryDetailRow,
    PartnersRow,
    RepresentativesRow,
    MeetingsOfRow,
    CountryContactsRow,
    CountryContactRow,
)

LABELS: dict[str, str] = {
    "person": "Person",
    "country": "Country",
    "party": "Party",
    "organization": "Organization",
    "place": "Place",
}

_POOL = 200
_CANDIDATES = 20
_WIKIDATA_ID = re.compile(r"Q[1-9]\d{0,14}")
_OWN_ID = re.compile(r"(person|party|organization|place):\S+")
_ISO3 = re.compile(r"[A-Z]{3}")


class FoundId(str):
    """An id that an answer of the graph bears: whatever it looks like, it is no name to look for."""

    __slots__ = ()


async def id_of(questions: Questions, kind: Kind, key: str) -> str:
    """The id that a caller means by an id or a name; raises `NotKnown` or `AmbiguousName` with candidates.

    An id is not looked up here: the question itself finds out whether there is such an entity.
    """
    if isinstance(key, FoundId) or is_id(kind, key):
        return key
    if kind == "country" and (code := country_code(key)):
        return code
    matches = await _matches(questions, [kind], key)
    found = bearers(matches, key)
    if len(found) == 1:
        return found[0].id
    if found:
        raise AmbiguousName(kind, key, _candidates(found))
    if await questions.row(ENTITY_WITH_ID, id=key):
        return key  # an id of some other data, which looks like a name
    raise NotKnown(kind, key, _candidates(matches))


async def id_of_any(questions: Questions, key: str) -> str:
    """The same for an entity of any kind. A country goes before others, by its code or its own name."""
    if isinstance(key, FoundId) or _WIKIDATA_ID.fullmatch(key) or _OWN_ID.fullmatch(key):
        return key
    if code := country_code(key):
        return code
    matches = await _matches(questions, list(LABELS), key)
    found = bearers(matches, key)
    if len(found) == 1:
        return found[0].id
    if found:
        raise AmbiguousName("entity", key, _candidates(found))
    if await questions.row(ENTITY_WITH_ID, id=key):
        return key
    raise NotKnown("entity", key, _candidates(matches))


def is_id(kind: Kind, key: str) -> bool:
    """Whether a key can only be an id.

    >>> is_id("person", "Q2887355"), is_id("person", "person:cub:silva"), is_id("country", "CUB")
    (True, True, True)
    >>> is_id("person", "Díaz-Canel"), is_id("country", "Cuba")
    (False, False)
    """
    if kind == "country":
        return bool(_ISO3.fullmatch(key))
    return bool(_WIKIDATA_ID.fullmatch(key) or _OWN_ID.fullmatch(key))


def country_code(key: str) -> str | None:
    """The ISO 3166 alpha-3 code of a country by any code or official name, or None.

    >>> country_code("ru"), country_code("Cuba"), country_code("Atlantis")
    ('RUS', 'CUB', None)
    """
    try:
        return str(pycountry.countries.lookup(key).alpha_3)
    except LookupError:
        return None


@cache
def country_name(code: str) -> str:
    """The usual English name of a country by its ISO 3166 alpha-3; the code where there is none.

    >>> country_name("RUS"), country_name("XKX")
    ('Russia', 'XKX')
    """
    found = pycountry.countries.get(alpha_3=code)
    if found is None:
        return code
    return str(Locale("en").territories.get(found.alpha_2, found.name))


def with_usual_name(country: Country) -> Country:
    """A row of a country that the graph knows by its people alone, with its usual name; others as they are.

    >>> with_usual_name(Named("KEN", "KEN")), with_usual_name(Named("KEN", "Republic of Kenya")).name
    (Named(id='KEN', name='Kenya'), 'Republic of Kenya')
    """
    return replace(country, name=country_name(country.id)) if country.name == country.id else country


def bearers(matches: Iterable[MatchRow], name: str) -> list[MatchRow]:
    """Those who bear a name: just so if there are any, else those of whose names it is a part.

    Case, accents and script do not matter: "diaz-canel" is a part of "Miguel Díaz-Canel". A person of whom no
    more than this word is known may be any of those of whose names it is a part: all of them bear it.
    """
    found = list(matches)
    wanted = _words(name)
    exact = [one for one in found if any(_words(own) == wanted for own in (one.name, *one.aliases))]
    if not wanted or any(not _is_surname_alone(one) for one in exact):
        return exact
    parts = set(wanted)
    return [one for one in found if any(parts <= set(_words(own)) for own in (one.name, *one.aliases))]


async def matching(
    questions: Questions, read: Read[Row], words: str, *, field: str | None = None, **where: Any
) -> list[Row]:
    """What a read by words finds: with a letter wrong; and if that is nothing, with two in long words."""
    query, looser = search_query(words, field=field), search_query(words, edits=2, field=field)
    rows = await questions.rows(read, query=query, **where)
    if rows or looser == query:
        return rows
    return await questions.rows(read, query=looser, **where)


async def _matches(questions: Questions, kinds: list[Kind] | list[str], key: str) -> list[MatchRow]:
    if not search_query(key):
        return []
    labels = [LABELS[kind] for kind in kinds]
    return await matching(
        questions,
        ENTITIES_MATCHING,
        key,
        kinds=labels,
        pool=_POOL,
        weighed=_POOL,
        most=MOST,
        after="",
        limit=_CANDIDATES,
    )


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", anyascii(name).casefold())


def _is_surname_alone(one: MatchRow) -> bool:
    """Whether this is all that is known of a name; a public id knows more: Suharto had one name."""
    unknown = one.kind == "person" and _OWN_ID.fullmatch(one.id) is not None
    return unknown and all(len(_words(own)) == 1 for own in (one.name, *one.aliases))


def _candidates(matches: Iterable[MatchRow]) -> list[Candidate]:
    return [Candidate(one.id, one.kind, one.name) for one in matches]
