"""FollowTheMoney entities as JSON lines, the format of OpenSanctions and its list of politicians.

Read: Person, Position, Occupancy (who held which position when), Organization and LegalEntity that are
parties. Positions and occupancies are gathered in a first pass, since they may stand after the person.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.entities.folding import entity_id
from ingest.entities.importers.shape import (
    Imported,
    Malformed,
    country_code,
    labels,
    lines,
    some_day,
    wikidata_id,
    without,
)
from ingest.entities.model import Office, Party, Person
from ingest.entities.shipped import role_of


def recognises(path: Path, head: str) -> bool:
    """JSON lines with `schema` and `properties`."""
    first = head.lstrip().splitlines()[0] if head.strip() else ""
    return first.startswith("{") and '"schema"' in first


def read(path: Path) -> Iterator[Imported]:
    """People with their positions, and parties."""
    positions: dict[str, tuple[str, str | None]] = {}
    occupancies: dict[str, list[tuple[str, dict[str, list[str]]]]] = {}
    for _, entity in _entities(path):
        if isinstance(entity, Malformed):
            continue
        properties = entity["properties"]
        if entity["schema"] == "Position":
            title = next(iter(labels(properties.get("name", []))), "")
            positions[entity["id"]] = (title, _country(properties, "country", "jurisdiction"))
        elif entity["schema"] == "Occupancy":
            for holder in properties.get("holder", []):
                for post in properties.get("post", []):
                    occupancies.setdefault(str(holder), []).append((str(post), properties))
    for number, entity in _entities(path):
        if isinstance(entity, Malformed):
            yield entity
            continue
        try:
            record = _record(entity, positions, occupancies)
        except (TypeError, ValueError, AttributeError, KeyError) as error:
            record = Malformed(f"line {number}", f"fields of another shape: {error}"[:200])
        if record is not None:
            yield record


def _entities(path: Path) -> Iterator[tuple[int, dict[str, Any] | Malformed]]:
    for number, line in lines(path):
        if isinstance(line, Malformed):
            yield number, line
            continue
        if not line:
            continue
        try:
            entity = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield number, Malformed(f"line {number}", f"no JSON: {error}"[:200])
            continue
        is_entity = isinstance(entity, dict) and isinstance(entity.get("id"), str)
        if not is_entity or "schema" not in entity or not isinstance(entity.get("properties"), dict):
            yield (
                number,
                Malformed(f"line {number}", "no FollowTheMoney entity: id, schema or properties lack"),
            )
            continue
        yield number, entity


def _country(properties: dict[str, Any], *fields: str) -> str | None:
    for field in fields:
        for value in properties.get(field, []):
            code = country_code(value)
            if code:
                return code
    return None


def _record(
    entity: dict[str, Any],
    positions: dict[str, tuple[str, str | None]],
    occupancies: dict[str, list[tuple[str, dict[str, list[str]]]]],
) -> Imported | None:
    properties = entity["properties"]
    schema = entity["schema"]
    if schema not in ("Person", "Organization", "LegalEntity"):
        return None
    names = labels([*properties.get("name", []), *properties.get("alias", [])])
    caption = labels([entity.get("caption", "")])
    if not names and not caption:
        return Malformed(entity["id"], "no name")
    name = (caption or names)[0]
    aliases = without(names, name)
    wikidata = wikidata_id(entity["id"]) or next(
        filter(None, map(wikidata_id, properties.get("wikidataId", []))), None
    )
    country = _country(properties, "country", "nationality", "citizenship", "jurisdiction")
    if schema != "Person":
        is_party = "pol.party" in properties.get("topics", [])
        return (
            Party(entity_id("party", name, country, wikidata), name, aliases, country, wikidata)
            if is_party
            else None
        )
    offices: list[Office] = []
    for post, term in occupancies.get(entity["id"], []):
        title, of = positions.get(post, ("", None))
        if not title:
            continue
        of = of or country
        end = some_day(next(iter(term.get("endDate", [])), ""), last=True)
        ended = end is not None or "current" in term.get("status", [])
        start = some_day(next(iter(term.get("startDate", [])), ""))
        offices.append(Office(role_of(title, of), title, of, None, start, end, ended))
    # People of the list speak for the country of their offices, not for each of their passports.
    spoken_for = next((office.country for office in offices if office.country), country)
    return Person(
        entity_id("person", name, spoken_for, wikidata),
        name,
        aliases,
        spoken_for,
        None,
        tuple(offices),
        wikidata,
    )
