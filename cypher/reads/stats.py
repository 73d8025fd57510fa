"""Questions for dashboards: series over time, pairs, sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cypher.catalog import Read
from cypher.reads.shapes import Named


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """How many meetings there were in a day, week, month or year, named as in ISO 8601."""

    period: str
    meetings: int
    independent_sources: int


@dataclass(frozen=True, slots=True)
class GroupRow:
    """How many meetings of a group there were in a period."""

    period: str
    group: str
    meetings: int


@dataclass(frozen=True, slots=True)
class PairOfPersonsRow:
    """Two people, how often they met, and from when to when; `id` is that of their edge."""

    id: str
    a: Named
    b: Named
    meetings: int
    first: str | None
    last: str | None
    independent_sources: int


@dataclass(frozen=True, slots=True)
class PairOfCountriesRow:
    """Two countries, how often they met in a period, and from when to when."""

    a: Named
    b: Named
    meetings: int
    first: str | None
    last: str | None
    independent_sources: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A publisher: how many articles of a period, what they gave, and how fresh they are."""

    publisher: str | None
    articles: int
    with_claims: int
    claims: int
    meetings: int
    languages: tuple[str, ...]
    first_published: str
    last_published: str
    last_received: datetime


MEETINGS_PER_PERIOD = Read("meetings_per_period", PeriodRow)
MEETINGS_OF_COUNTRY_PER_PERIOD = Read("meetings_of_country_per_period", PeriodRow)
MEETINGS_OF_PARTY_PER_PERIOD = Read("meetings_of_party_per_period", PeriodRow)
MEETINGS_OF_PERSON_PER_PERIOD = Read("meetings_of_person_per_period", PeriodRow)
MEETINGS_BY_GROUP = Read("meetings_by_group", GroupRow)
PAIRS_OF_PERSONS = Read("pairs_of_persons", PairOfPersonsRow)
PAIRS_OF_PERSONS_IN_PERIOD = Read("pairs_of_persons_in_period", PairOfPersonsRow)
PAIRS_OF_COUNTRIES = Read("pairs_of_countries", PairOfCountriesRow)
SOURCES_IN_PERIOD = Read("sources_in_period", SourceRow)
