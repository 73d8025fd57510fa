"""Which meetings a caller asks for: the filters that all lists of meetings share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Query

from app.dependencies import (
    CountryQuery,
    Graph,
    PartyQuery,
    PersonQuery,
    PlaceQuery,
    SinceQuery,
    UntilQuery,
    by_key,
)
from app.errors import BadParameter
from app.models.meetings import Format, Status
from app.naming import id_of
from app.texts import Text
from cypher.reads.meetings import country_pair

StatusQuery = Annotated[
    list[Status] | None,
    Query(
        alias="status",
        description="Only with this status; may be given several times.",
        examples=[["held"]],
        max_length=6,
    ),
]
FormatQuery = Annotated[
    list[Format] | None,
    Query(
        alias="format",
        description="Only in this format; may be given several times.",
        examples=[["in_person"]],
        max_length=4,
    ),
]
TopicQuery = Annotated[
    Text | None,
    by_key("topic", "Only about this topic.", "trade"),
]
HostQuery = Annotated[
    Text | None,
    by_key("host", "Only at places in this country: a code or a name.", "RUS"),
]
OrganizationQuery = Annotated[
    Text | None,
    by_key(
        "organization",
        "Only with this organization: an id, or a name that only one organization bears.",
        "Q7768",
    ),
]
WithPersonQuery = Annotated[
    Text | None,
    by_key(
        "with",
        "Only with this second person as well: an id, or a name that only one person bears.",
        "Q2887355",
    ),
]
WithCountryQuery = Annotated[
    Text | None,
    by_key(
        "with_country",
        "Only where this second country sat on another side than `country`: a code or a name.",
        "CUB",
    ),
]
LeastSourcesQuery = Annotated[
    int | None,
    Query(
        alias="least_sources",
        description="Only what at least so many independent stories state.",
        ge=1,
        le=1_000_000,
        examples=[2],
    ),
]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Filters by what a meeting is, when and where: ids and days as the reads take them, None for any."""

    statuses: Sequence[str] | None = None
    formats: Sequence[str] | None = None
    topic: str | None = None
    sources: int | None = None
    since: date | None = None
    until: date | None = None
    place: str | None = None
    host: str | None = None

    def params(self) -> dict[str, Any]:
        """As parameters of a read."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class MeetingFilter:
    """Filters of a list of meetings: their circumstances, and who took part."""

    circumstances: Circumstances = Circumstances()
    persons: tuple[str, ...] = ()
    organization: str | None = None
    party: str | None = None
    country: str | None = None
    pair: str | None = None

    def with_status(self, *statuses: str) -> MeetingFilter:
        """The same with other statuses."""
        return replace(self, circumstances=replace(self.circumstances, statuses=statuses))

    def params(self, *, besides: str | None = None) -> dict[str, Any]:
        """As parameters of a read that begins at `besides`, which it need not check again."""
        attendees = [one for one in (*self.persons, self.organization) if one and one != besides]
        found = {
            **self.circumstances.params(),
            "attendees": attendees or None,
            "party": self.party,
            "country": self.country,
            "pair": self.pair,
        }
        return {name: None if value == besides else value for name, value in found.items()}


async def circumstances(
    graph: Graph,
    place: PlaceQuery = None,
    host: HostQuery = None,
    topic: TopicQuery = None,
    status: StatusQuery = None,
    format: FormatQuery = None,  # noqa: A002 - it is the name of the parameter
    least_sources: LeastSourcesQuery = None,
    since: SinceQuery = None,
    until: UntilQuery = None,
) -> Circumstances:
    """The circumstances that a caller asks for, with names as ids."""
    check_period(since, until)
    return Circumstances(
        statuses=status,
        formats=format,
        topic=topic,
        sources=least_sources,
        since=since,
        until=until,
        place=None if place is None else await id_of(graph, "place", place),
        host=None if host is None else await id_of(graph, "country", host),
    )


WhichCircumstances = Annotated[Circumstances, Depends(circumstances)]


async def party_and_organization(
    graph: Graph,
    which: WhichCircumstances,
    party: PartyQuery = None,
    organization: OrganizationQuery = None,
) -> MeetingFilter:
    """The filter of lists that have an anchor of their own, such as a person's timeline."""
    return MeetingFilter(
        circumstances=which,
        party=None if party is None else await id_of(graph, "party", party),
        organization=None if organization is None else await id_of(graph, "organization", organization),
    )


WhichMeetings = Annotated[MeetingFilter, Depends(party_and_organization)]


async def everyone(
    graph: Graph,
    which: WhichMeetings,
    person: PersonQuery = None,
    other: WithPersonQuery = None,
    country: CountryQuery = None,
    with_country: WithCountryQuery = None,
) -> MeetingFilter:
    """The filter of lists of everyone's meetings."""
    if with_country is not None and country is None:
        raise BadParameter("with_country", "It is not clear with whom.", "Give 'country' as well.")
    persons = [await id_of(graph, "person", one) for one in (person, other) if one is not None]
    country_id = None if country is None else await id_of(graph, "country", country)
    pair = None
    if country_id is not None and with_country is not None:
        pair = await pair_of(graph, "with_country", country_id, with_country)
    return replace(which, persons=tuple(persons), country=country_id, pair=pair)


AnyMeetings = Annotated[MeetingFilter, Depends(everyone)]


async def pair_of(graph: Graph, parameter: str, country: str, other: str) -> str:
    """Two countries as the key of their pair; raises `BadParameter` if they are the same."""
    other_id = await id_of(graph, "country", other)
    if other_id == country:
        raise BadParameter(parameter, "Both are the same country.", "Name two different countries.")
    return country_pair(country, other_id)


@dataclass(frozen=True, slots=True)
class SeriesFilter:
    """Filters of counts: a period, and which meetings count in it."""

    since: date
    until: date
    statuses: Sequence[str]
    formats: Sequence[str] | None
    topic: str | None

    def params(self) -> dict[str, Any]:
        """As parameters of a read."""
        return asdict(self)


async def series(
    status: Annotated[
        list[Status] | None,
        Query(
            alias="status",
            description="Which meetings count; may be given several times. Held ones if not given.",
            examples=[["held"]],
            max_length=6,
        ),
    ] = None,
    format: FormatQuery = None,  # noqa: A002 - it is the name of the parameter
    topic: TopicQuery = None,
    since: SinceQuery = None,
    until: UntilQuery = None,
) -> SeriesFilter:
    """The period and the meetings that a caller wants counted; all time and held ones if not given."""
    check_period(since, until)
    return SeriesFilter(since or date.min, until or date.max, status or ["held"], format, topic)


WhichSeries = Annotated[SeriesFilter, Depends(series)]


def check_period(since: date | None, until: date | None) -> None:
    """Raise `BadParameter` for a period that ends before it begins."""
    if since and until and since > until:
        raise BadParameter("since", "The period ends before it begins.", "Exchange 'since' and 'until'.")
