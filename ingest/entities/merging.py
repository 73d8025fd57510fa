"""One record of one person out of two, without losing what either knew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from ingest.entities.folding import fold
from ingest.entities.model import Office, Organization, Party, Person
from ingest.entities.names import name_similarity


def merged_person(kept: Person, added: Person) -> Person:
    """`kept` with what `added` knows besides; id and name stay those of `kept`."""
    spellings = dict.fromkeys((*kept.aliases, added.name, *added.aliases))
    spellings.pop(kept.name, None)
    return replace(
        kept,
        aliases=tuple(spellings),
        country=kept.country or added.country,
        party=kept.party or added.party,
        offices=merged_offices(kept.offices, added.offices),
        wikidata=kept.wikidata or added.wikidata,
    )


def merged_party(kept: Party, added: Party) -> Party:
    """`kept` with the names and the country that `added` knows besides."""
    spellings = dict.fromkeys((*kept.aliases, added.name, *added.aliases))
    spellings.pop(kept.name, None)
    return replace(
        kept,
        aliases=tuple(spellings),
        country=kept.country or added.country,
        wikidata=kept.wikidata or added.wikidata,
    )


def merged_organization(kept: Organization, added: Organization) -> Organization:
    """`kept` with the names, seat and members that `added` knows besides."""
    spellings = dict.fromkeys((*kept.aliases, added.name, *added.aliases))
    spellings.pop(kept.name, None)
    known = {member.iso3 for member in kept.members}
    return replace(
        kept,
        aliases=tuple(spellings),
        kind=kept.kind or added.kind,
        seat=kept.seat or added.seat,
        members=(*kept.members, *(member for member in added.members if member.iso3 not in known)),
        wikidata=kept.wikidata or added.wikidata,
    )


def merged_offices(kept: tuple[Office, ...], added: tuple[Office, ...]) -> tuple[Office, ...]:
    """All terms of both, oldest first; a term that `kept` has already under the same role is not added
    again.
    """
    terms = list(kept)
    terms.extend(office for office in added if not any(_is_same_term(office, known) for known in kept))
    return oldest_first(terms)


def oldest_first(offices: Iterable[Office]) -> tuple[Office, ...]:
    """The one order in which terms are kept, so that merging again what is known changes nothing."""
    return tuple(sorted(offices, key=lambda office: (office.start or date.min, office.role, office.title)))


def _is_same_term(one: Office, other: Office) -> bool:
    return one == other or (
        one.role == other.role
        and (one.organization or one.country) == (other.organization or other.country)
        and overlap(one, other)
    )


def overlap(one: Office, other: Office) -> bool:
    """Whether two terms share a day, an unknown bound being open."""
    return (one.start or date.min) <= (other.end or date.max) and (other.start or date.min) <= (
        one.end or date.max
    )


# Terms that share no more than the days of a change are those of a holder and the one who follows.
_CHANGE = timedelta(days=31)


def _is_held_together(one: Office, other: Office) -> bool:
    start = max(one.start or date.min, other.start or date.min)
    end = min(one.end or date.max, other.end or date.max)
    return _is_same_term(one, other) and end - start > _CHANGE


# Ministers come back after a term in opposition; a namesake one generation later is someone else.
LONGEST_PAUSE = timedelta(days=12 * 365)


def is_same_person(known: Person, other: Person) -> bool:
    """Whether two records are one person: the same Wikidata id, or name, country and offices of one career.

    Two different Wikidata ids are two people, whatever their names. Offices are of one career when they
    overlap or lie no more than twelve years apart. Records without offices have no time to disagree in, so
    name and country suffice. A name of one word is not enough: then a term must be the same.
    """
    if known.wikidata and other.wikidata:
        return known.wikidata == other.wikidata
    if known.country and other.country and known.country != other.country:
        return False
    names = {fold(name) for name in (known.name, *known.aliases)} & {
        fold(name) for name in (other.name, *other.aliases)
    }
    if not names:
        return False
    if not any(" " in name for name in names):
        same_term = any(_is_same_term(one, two) for one in known.offices for two in other.offices)
        return same_term or not (known.offices or other.offices)
    if not known.offices or not other.offices:
        return True
    return any(_of_one_career(one, two) for one in known.offices for two in other.offices)


def is_same_holder(known: Person, other: Person) -> bool:
    """Whether two records are one holder under two spellings: the same term and a similar name."""
    if known.wikidata and other.wikidata and known.wikidata != other.wikidata:
        return False
    if not any(
        _is_held_together(one, two)
        for one in known.offices
        for two in other.offices
        if one.start and two.start
    ):
        return False
    return any(
        name_similarity(one, two)[0] >= 0.65
        for one in (known.name, *known.aliases)
        for two in (other.name, *other.aliases)
    )


def _of_one_career(one: Office, other: Office) -> bool:
    if overlap(one, other):
        return True
    first, second = (one, other) if (one.end or date.max) < (other.start or date.min) else (other, one)
    return first.end is not None and second.start is not None and second.start - first.end <= LONGEST_PAUSE
