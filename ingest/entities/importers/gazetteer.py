"""JSON lines of persons, officials, parties or organisations, one entity a line, empty fields left out.

A person has `name`, `aliases`, `country`, `wikidata` and `positions` (each with `role`, `title`, `start`,
`end`, `first_seen`, `last_seen`, `country`); an official `title`, `role` and `spans` of months; a party
`name`, `aliases`, `country`, `wikidata`, `founded`; an organisation `type`, `seat` and `membership`.
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
    label,
    labels,
    lines,
    some_day,
    wikidata_id,
    without,
)
from ingest.entities.model import Membership, Office, Organization, Party, Person
from ingest.entities.shipped import role_of


def recognises(path: Path, head: str) -> bool:
    """JSON lines with a `name` that are no FollowTheMoney entities."""
    first = head.lstrip().splitlines()[0] if head.strip() else ""
    return (
        first.startswith("{") and '"name"' in first and '"schema"' not in first and '"persons"' not in first
    )


def read(path: Path) -> Iterator[Imported]:
    """One record for each line."""
    for number, line in lines(path):
        if isinstance(line, Malformed):
            yield line
            continue
        if not line:
            continue
        where = f"line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Malformed(where, f"no JSON: {error}"[:200])
            continue
        if not isinstance(row, dict) or not label(row.get("name")):
            yield Malformed(where, "no name")
            continue
        try:
            yield _record(row)
        except (TypeError, ValueError, AttributeError, KeyError, IndexError) as error:
            yield Malformed(where, f"not as expected: {error}"[:200])


def _record(row: dict[str, Any]) -> Imported:
    name = label(row["name"])
    country = country_code(row.get("country"))
    wikidata = wikidata_id(row.get("wikidata"))
    aliases = without(labels(row.get("aliases", [])), name)
    if "positions" in row or "spans" in row:
        offices = tuple(_offices(row, country))
        return Person(
            entity_id("person", name, country, wikidata), name, aliases, country, None, offices, wikidata
        )
    if "membership" in row or "seat" in row or str(row.get("id", "")).startswith("org:"):
        members = tuple(
            Membership(
                str(member["iso3"]), some_day(member.get("start")), some_day(member.get("end"), last=True)
            )
            for member in row.get("membership", [])
        )
        kind, seat = label(row.get("type")), label(row.get("seat"))
        return Organization(
            entity_id("organization", name, None, wikidata), name, aliases, kind, seat, members, wikidata
        )
    if country is None and wikidata is None:
        raise ValueError("neither a position nor a country says what this is")
    return Party(entity_id("party", name, country, wikidata), name, aliases, country, wikidata)


def _offices(row: dict[str, Any], country: str | None) -> Iterator[Office]:
    for start, end in row.get("spans", []):
        title = label(row.get("title"))
        yield Office(_role(row, country), title, country, None, some_day(start), some_day(end, last=True))
    for position in row.get("positions", []):
        of = country_code(position.get("country")) or country
        organization = label(position.get("org")).removeprefix("org:")
        end = some_day(position.get("end"), last=True)
        yield Office(
            role=_role(position, of),
            title=label(position.get("title")),
            country=of,
            organization=entity_id("organization", organization) if organization else None,
            start=some_day(position.get("start") or position.get("first_seen")),
            end=end,
            end_known="end" in position or "last_seen" not in position,
        )


def _role(position: dict[str, Any], country: str | None) -> str:
    role = label(position.get("role"))
    # "minister" and "official" are the data's words for all the rest; the title often says more.
    return (
        role_of(label(position.get("title")), country)
        if role in ("", "minister", "official", "other", "org_official")
        else role
    )
