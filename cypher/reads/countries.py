"""Questions about countries and their partners."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.catalog import Read
from cypher.reads.shapes import EvidenceRow


@dataclass(frozen=True, slots=True)
class CountryRow:
    """One country of a list, with how many people speak for it and how many partners it has."""

    id: str
    name: str
    representatives: int
    partners: int


@dataclass(frozen=True, slots=True)
class CountryDetailRow:
    """One country, with how many people, partners, parties and articles the graph knows of."""

    id: str
    name: str
    aliases: tuple[str, ...]
    representatives: int
    partners: int
    parties: int
    articles: int


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner of a country: by which relations, from when to when it was said, and by which sentences."""

    id: str
    name: str
    kinds: tuple[str, ...]
    claims: int
    independent_sources: int
    first: str | None
    last: str | None
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class PartnersRow:
    """A country and a page of its partners."""

    id: str
    name: str
    partners: tuple[PartnerRow, ...]


@dataclass(frozen=True, slots=True)
class RepresentativeRow:
    """Someone who holds or held an office of a country: its terms, and when articles said so first and last.

    `reported` says whether articles from before and from after the day that was asked for say so.
    """

    id: str
    name: str
    title: str
    post: str | None
    since: str | None
    until: str | None
    terms: tuple[str, ...]
    first: str | None
    last: str | None
    reported: bool
    claims: int
    independent_sources: int
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class RepresentativesRow:
    """A country and a page of those who represent it."""

    id: str
    name: str
    representatives: tuple[RepresentativeRow, ...]


COUNTRIES = Read("countries", CountryRow)
COUNTRY = Read("country", CountryDetailRow)
PARTNERS_OF_COUNTRY = Read("partners_of_country", PartnersRow)
REPRESENTATIVES_OF_COUNTRY = Read("representatives_of_country", RepresentativesRow)
