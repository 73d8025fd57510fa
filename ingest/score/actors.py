"""Counts who is who: persons with their countries, and which countries are partners."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.records import Entity, PartnershipClaim
from ingest.score.alignment import Key
from ingest.score.case import ABSENT, Case
from ingest.score.hints import hint
from ingest.score.judgement import Mistake
from ingest.score.measures import Found, Share


def persons(case: Case) -> Found:
    """Gold persons with an entity, entities that are nobody of the gold, and persons without one."""
    wanted = {case.alignment.canonical[person.name] for person in case.gold.persons}
    found = set(case.alignment.entity_names.values())
    known = set(case.alignment.canonical.values())
    return Found(len(wanted & found), len(found - known), len(wanted - found)) if wanted else Found()


def found_entities(case: Case) -> list[Entity]:
    """The person entities that are somebody of the gold."""
    wanted = {case.alignment.canonical[person.name] for person in case.gold.persons}
    return [
        entity
        for entity in case.reading.entities
        if entity.kind == "person" and case.alignment.entity_names[entity.id] in wanted
    ]


def whole(case: Case) -> Share:
    """Found persons who are one entity and not two."""
    names = [case.alignment.entity_names[entity.id] for entity in found_entities(case)]
    return Share(sum(names.count(name) == 1 for name in set(names)), len(set(names)))


def person_countries(case: Case) -> tuple[Share, list[Mistake]]:
    """Found persons whose gold country is a state, and who were given that state."""
    share = Share()
    mistakes = []
    states = {}
    for person in case.gold.persons:
        match = case.data.country_of(person.country) if person.country else None
        if match is not None:
            states[case.alignment.canonical[person.name]] = match.iso3
    for entity in found_entities(case):
        name = case.alignment.entity_names[entity.id]
        if name not in states:
            continue
        share += Share(int(entity.country == states[name]), 1)
        if entity.country != states[name]:
            mistakes.append(
                case.mistake(
                    "country of person",
                    [name],
                    states[name],
                    entity.country or ABSENT,
                    case.around(entity),
                )
            )
    return share, mistakes


def strangers(case: Case) -> list[Mistake]:
    """Entities that are nobody of the gold, where the gold lists persons."""
    if not case.gold.persons:
        return []
    known = set(case.alignment.canonical.values())
    return [
        case.mistake("false person", [entity.name], ABSENT, entity.id, case.around(entity))
        for entity in case.reading.entities
        if entity.kind == "person" and case.alignment.entity_names[entity.id] not in known
    ]


def partners(case: Case, edge_polarities: frozenset[str]) -> tuple[Found, list[Mistake]]:
    """Pairs of states that are partners; optional ones count neither as right nor as wrong."""
    required = {_states(case, pair) for pair in case.gold.partners}
    optional = {_states(case, pair) for pair in case.gold.partners_optional} - required
    found: dict[Key, PartnershipClaim] = {}
    for claim in case.reading.claims:
        if isinstance(claim, PartnershipClaim) and claim.polarity in edge_polarities:
            found.setdefault(frozenset(claim.countries), claim)
    missed = sorted(required - found.keys(), key=sorted)
    false = sorted(found.keys() - required - optional, key=sorted)
    mistakes = [
        case.mistake("missed partners", pair, "partners", ABSENT, hint(case.gold, sorted(pair), "partner"))
        for pair in missed
    ]
    mistakes += [
        case.mistake(
            "false partners",
            pair,
            ABSENT,
            found[pair].relation,
            found[pair].evidence.sentence,
            found[pair].rule,
        )
        for pair in false
    ]
    return Found(len(required & found.keys()), len(false), len(missed)), mistakes


def _states(case: Case, names: Iterable[str]) -> Key:
    matches = [(name, case.data.country_of(name)) for name in names]
    return frozenset(match.iso3 if match else name for name, match in matches)
