"""Entities that get a public id: whom articles named before keeps the old id as a redirect.

Until the entity data knows somebody, articles give them an id made of country and name. Once the data has a
public id, new articles use that; so the old one is merged into it, by a decision of the journal like any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from cypher.decisions import Proposal, decide
from cypher.derivation.decisions import Decision
from cypher.errors import DecisionRefusedError
from cypher.graph import Graph
from cypher.reads.identities import DECISIONS, OWN_IDS, OwnIdRow
from ingest.entities.data import EntityData
from ingest.entities.folding import fold
from ingest.entities.model import Organization, Party, Person

DECIDED_BY = "entity data"
_PAGE = 500
_MOST_DECISIONS = 100


def adopt_public_ids(graph: Graph, data: EntityData, now: datetime) -> tuple[Decision, ...]:
    """Merge entities under ids of ours into those of the data with their very name and country.

    Gives what was decided. Nothing happens where the data has two of that name and country, where it was
    decided otherwise, or where a merge was undone. `now` is UTC.
    """
    made = []
    for kind in ("person", "party", "organization"):
        for own in _own_ids(graph, f"{kind}:"):
            known = [each for each in _of_that_name(data, kind, own) if _is_it(each, own)]
            if len(known) != 1 or not known[0].wikidata or known[0].id == own.id:
                continue
            if not _decided_before(graph, own.id, known[0].id):
                made += _merged(graph, own, known[0], now)
    return tuple(made)


def _own_ids(graph: Graph, prefix: str) -> Iterator[OwnIdRow]:
    after = ""
    while rows := graph.fetch(OWN_IDS, prefix=prefix, after=after, limit=_PAGE):
        yield from rows
        after = rows[-1].id


def _of_that_name(data: EntityData, kind: str, own: OwnIdRow) -> Iterable[Person | Party | Organization]:
    match kind:
        case "person":
            return tuple(match.person for match in data.people_named(own.name, None, own.country))
        case "party":
            return data.parties_named(own.name, own.country)
        case _:
            return data.organizations_named(own.name)


def _is_it(known: Person | Party | Organization, own: OwnIdRow) -> bool:
    """The very name and country; whose country is unknown may be anybody."""
    same_name = fold(own.name) in {fold(name) for name in (known.name, *known.aliases)}
    if isinstance(known, Organization):
        return same_name
    return same_name and own.country is not None and known.country == own.country


def _decided_before(graph: Graph, one: str, other: str) -> bool:
    rows = graph.fetch(
        DECISIONS, entity=one, undone=True, before_at=None, before_id=None, limit=_MOST_DECISIONS
    )
    return any({row.entity, row.other} == {one, other} for row in rows)


def _merged(
    graph: Graph, own: OwnIdRow, known: Person | Party | Organization, now: datetime
) -> list[Decision]:
    reason = f"{known.name} has the public id {known.id} by now, and nobody else is called so"
    proposal = Proposal("merge", known.id, own.id, reason=reason, decided_by=DECIDED_BY)
    try:
        return [decide(graph, proposal, now, must_be_known=False)]
    except DecisionRefusedError:  # they are kept apart, or of two kinds: a person has to look at it
        return []
