"""One record of one person out of two, without losing what either knew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ingest.entities.folding import fold
from ingest.entities.model import Office, Person


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


def merged_offices(kept: tuple[Office, ...], added: tuple[Office, ...]) -> tuple[Office, ...]:
    """All terms of both, oldest first; a term that `kept` has already under the same role is not added again."""
    terms = list(kept)
    terms.extend(office for office in added if not any(_is_same_term(office, known) for known in kept))
    return tuple(sorted(terms, key=lambda office: (office.start or date.min, office.role, office.title)))


def _is_same_term(one: Office, other: Office) -> bool:
    return (
        one.role == other.role
        and (one.organization or one.country) == (other.organization or other.country)
        and overlap(one, other)
    )


def overlap(one: Office, other: Office) -> bool:
    """Whether two terms share a day, an unknown bound being open."""
    return (one.start or date.min) <= (other.end or date.max) and (other.start or date.min) <= (
        one.end or date.max
    )


def is_same_person(known: Person, other: Person) -> bool:
    """Whether two records are one person: the same Wikidata id, or name, country and an overlapping office.

    Two different Wikidata ids are two people, whatever their names. Records without offices have no time to
    disagree in, so name and country suffice.
    """
    if known.wikidata and other.wikidata:
        return known.wikidata == other.wikidata
    if known.country and other.country and known.country != other.country:
        return False
    names = {fold(name) for name in (known.name, *known.aliases)}
    if not names & {fold(name) for name in (other.name, *other.aliases)}:
        return False
    if not known.offices or not other.offices:
        return True
    return any(overlap(one, two) for one in known.offices for two in other.offices)
