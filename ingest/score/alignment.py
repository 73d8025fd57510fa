"""Lays a reading over its gold: which gold person each entity is, and what the reading says of each pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ingest.records import Entity, MeetingClaim, Reading
from ingest.score.gold import GoldArticle, StatusClass
from ingest.score.names import SAME, best, likeness, words

Key = frozenset[str]  # two names of people, in the gold's spelling where the gold has them


@dataclass(frozen=True, slots=True)
class Statement:
    """The reading says this of one pair: a class of status, whether it makes an edge, and by which claim."""

    pair: Key
    status: StatusClass
    edge: bool
    claim: MeetingClaim


@dataclass(frozen=True, slots=True)
class Alignment:
    """The gold names of an article, and the gold name of each person entity ("?name" for a stranger)."""

    canonical: Mapping[str, str]
    entity_names: Mapping[str, str]

    def pair(self, names: Sequence[str]) -> Key:
        """A gold pair in canonical names."""
        return frozenset(self.canonical.get(name, name) for name in names)


def status_class(claim: MeetingClaim) -> StatusClass:
    """The gold's class of a claim: a call is a call whenever it is to be, postponed counts as cancelled."""
    if claim.format in ("phone", "video"):
        return "call"
    match claim.status:
        case "held" | "planned" | "cancelled":
            return claim.status
        case "postponed":
            return "cancelled"
        case _:
            return "unknown"


def align(gold: GoldArticle, reading: Reading) -> Alignment:
    """Names of the gold made one per person, and each person entity given the gold name that fits it best.

    The gold lists everyone once, so no two of its persons are one ("King Hussein", "Saddam Hussein").
    """
    canonical = {person.name: person.name for person in gold.persons}
    kept = list(canonical)
    for name in gold.names():
        if name in canonical:
            continue
        same, score = best([name], kept)
        if same is not None and score >= 0.85:
            canonical[name] = same
        else:
            canonical[name] = name
            kept.append(name)
    entity_names = {
        entity.id: best(spellings(entity), kept, entity.name)[0] or f"?{entity.name}"
        for entity in reading.entities
        if entity.kind == "person"
    }
    return Alignment(canonical, entity_names)


def spellings(entity: Entity) -> tuple[str, ...]:
    """What the text calls someone: full names where it gives them, else surnames and the name that we gave.

    A title alone ("the Cuban president") is no spelling, so it is left out.
    """
    known = (entity.name, *entity.aliases)
    texts = dict.fromkeys(mention.text for mention in entity.mentions)
    names = [text for text in texts if any(likeness(text, name) >= SAME for name in known)]
    full = [name for name in names if len(words(name)) > 1]
    return tuple(full or [*names, entity.name])


def statements(reading: Reading, alignment: Alignment, edge_confidence: float) -> Iterator[Statement]:
    """What the reading says of every two people who sit on different sides of a meeting."""
    for claim in reading.claims:
        if not isinstance(claim, MeetingClaim):
            continue
        status = status_class(claim)
        edge = status == "held" and claim.confidence >= edge_confidence
        people = [p for p in claim.participants if p.entity in alignment.entity_names]
        for a, b in combinations(people, 2):
            pair = frozenset((alignment.entity_names[a.entity], alignment.entity_names[b.entity]))
            if a.side != b.side and len(pair) == 2:
                yield Statement(pair, status, edge, claim)
