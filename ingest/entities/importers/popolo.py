"""Popolo JSON, the format of EveryPolitician: one parliament with its persons, parties and memberships.

The file does not say whose parliament it is: the country comes from an area's division id, or from the
caller.
"""

from __future__ import annotations

import json
import re
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
    open_binary,
    some_day,
    wikidata_id,
    without,
)
from ingest.entities.model import Office, Party, Person
from ingest.entities.shipped import role_of

LARGEST_FILE = 512 * 1024 * 1024
_DIVISION = re.compile(r"country:([a-z]{2})")


def recognises(path: Path, head: str) -> bool:
    """A JSON object with `persons`."""
    start = head.lstrip()
    return (
        start.startswith("{") and ('"persons"' in head or '"memberships"' in head)
    ) or "popolo" in path.name.lower()


def read(path: Path, country: str | None = None) -> Iterator[Imported]:
    """All parties, then all people with their seats and offices."""
    with open_binary(path) as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        yield Malformed(path.name, f"larger than {LARGEST_FILE} bytes")
        return
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        yield Malformed(path.name, f"no JSON: {error}"[:200])
        return
    if not isinstance(data, dict) or not isinstance(data.get("persons"), list):
        yield Malformed(path.name, "no list of persons")
        return
    country = country or _country(data)
    parties: dict[str, Party] = {}
    for row in _rows(data, "organizations"):
        name = label(row.get("name"))
        if (
            row.get("classification") == "party"
            and name
            and str(row.get("id")) not in ("party/unknown", "unknown")
        ):
            wikidata = _wikidata(row)
            aliases = without(_other_names(row), name)
            party = Party(entity_id("party", name, country, wikidata), name, aliases, country, wikidata)
            parties[str(row.get("id"))] = party
            yield party
    chambers = {str(row.get("id")): label(row.get("name")) for row in _rows(data, "organizations")}
    periods = {str(row.get("id")): row for row in _rows(data, "events")}
    terms: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(data, "memberships"):
        terms.setdefault(str(row.get("person_id")), []).append(row)
    for number, row in enumerate(data["persons"], start=1):
        if not isinstance(row, dict) or not label(row.get("name")):
            yield Malformed(f"person {number}", "no name")
            continue
        yield _person(row, terms.get(str(row.get("id")), []), country, parties, chambers, periods)


def _person(
    row: dict[str, Any],
    terms: list[dict[str, Any]],
    country: str | None,
    parties: dict[str, Party],
    chambers: dict[str, str],
    periods: dict[str, dict[str, Any]],
) -> Person:
    name = label(row["name"])
    wikidata = _wikidata(row)
    offices: list[Office] = []
    party: str | None = None
    for term in terms:
        period = periods.get(str(term.get("legislative_period_id")), {})
        start = some_day(term.get("start_date") or period.get("start_date"))
        end = some_day(term.get("end_date") or period.get("end_date"), last=True)
        on_behalf = parties.get(str(term.get("on_behalf_of_id")))
        party = on_behalf.id if on_behalf else party
        chamber = chambers.get(str(term.get("organization_id")), "")
        role = label(term.get("role")) or "member"
        title = role if role != "member" or not chamber else f"Member of the {chamber}"
        kind = "legislator" if role == "member" else role_of(role, country)
        offices.append(Office(kind, title, country, None, start, end, end is not None))
    aliases = without(_other_names(row), name)
    return Person(
        entity_id("person", name, country, wikidata), name, aliases, country, party, tuple(offices), wikidata
    )


def _rows(data: dict[str, Any], field: str) -> list[dict[str, Any]]:
    rows = data.get(field)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _other_names(row: dict[str, Any]) -> tuple[str, ...]:
    return labels([other.get("name") for other in _rows(row, "other_names")])


def _wikidata(row: dict[str, Any]) -> str | None:
    for identifier in _rows(row, "identifiers"):
        if identifier.get("scheme") == "wikidata":
            return wikidata_id(identifier.get("identifier"))
    return None


def _country(data: dict[str, Any]) -> str | None:
    for area in _rows(data, "areas"):
        values = [area.get("id"), *(one.get("identifier") for one in _rows(area, "identifiers"))]
        for value in values:
            found = _DIVISION.search(str(value or ""))
            if found:
                return country_code(found.group(1))
    return None
