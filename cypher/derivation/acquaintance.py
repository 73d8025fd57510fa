"""Who has met whom: MET_WITH, one edge a pair of people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cypher.derivation.confidence import MET_WITH_FLOOR
from cypher.derivation.dyads import REMOTE, person_dyads
from cypher.derivation.evidence import Day, LiveClaim
from cypher.derivation.keys import PAIR, parts
from cypher.derivation.meetings import Meeting


@dataclass(frozen=True, slots=True)
class Encounter:
    """A held meeting of a pair, as far as its claims say that these two met there.

    `surest` is the surest such claim, `confidence` that of the meeting.
    """

    dyad: str
    meeting: str
    earliest: Day | None
    latest: Day | None
    articles: tuple[str, ...]
    stories: tuple[str, ...]
    surest: float
    confidence: float


@dataclass(frozen=True, slots=True)
class MetWith:
    """`(source)-[:MET_WITH {meetings, first, last, articles, independent_sources}]->(target)`.

    `source` is the smaller id; `first` and `last` are the outermost days of their dated meetings.
    """

    id: str
    source: str
    target: str
    meetings: int
    first: Day | None
    last: Day | None
    articles: int
    independent_sources: int


def met_with(encounters: Iterable[Encounter]) -> tuple[MetWith, ...]:
    """The MET_WITH edges that these encounters make, by id. All encounters of a pair must be given."""
    pairs: dict[str, list[Encounter]] = defaultdict(list)
    for encounter in encounters:
        if min(encounter.surest, encounter.confidence) >= MET_WITH_FLOOR:
            pairs[encounter.dyad].append(encounter)
    return tuple(_edge(dyad, pairs[dyad]) for dyad in sorted(pairs))


def makes_acquaintance(status: str | None, medium: str | None) -> bool:
    """Whether people meet in a meeting of this status and format: it is held, and no call."""
    return status == "held" and medium not in REMOTE


def encounters(meetings: Iterable[Meeting], claims: Iterable[LiveClaim]) -> tuple[Encounter, ...]:
    """The encounters of these meetings, given all their claims."""
    by_id = {claim.id: claim for claim in claims}
    found = []
    for meeting in meetings:
        if not makes_acquaintance(meeting.status, meeting.format):
            continue
        agreeing: dict[str, list[LiveClaim]] = defaultdict(list)
        for claim in (by_id[claim] for claim in meeting.claims):
            if claim.status == "held":
                for dyad in person_dyads(claim):
                    agreeing[dyad].append(claim)
        found += [
            Encounter(
                dyad=dyad,
                meeting=meeting.id,
                earliest=meeting.earliest,
                latest=meeting.latest,
                articles=tuple(sorted({claim.article for claim in agreeing[dyad]})),
                stories=tuple(sorted({claim.story for claim in agreeing[dyad]})),
                surest=max(claim.confidence for claim in agreeing[dyad]),
                confidence=meeting.confidence,
            )
            for dyad in sorted(agreeing)
        ]
    return tuple(found)


def _edge(dyad: str, held: list[Encounter]) -> MetWith:
    source, target = parts(PAIR, dyad)
    return MetWith(
        id=f"met:{dyad}",
        source=source,
        target=target,
        meetings=len({encounter.meeting for encounter in held}),
        first=min((encounter.earliest for encounter in held if encounter.earliest), default=None),
        last=max((encounter.latest for encounter in held if encounter.latest), default=None),
        articles=len({article for encounter in held for article in encounter.articles}),
        independent_sources=len({story for encounter in held for story in encounter.stories}),
    )
