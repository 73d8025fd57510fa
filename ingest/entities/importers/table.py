"""A plain CSV file with a header: the format to keep one's own names in.

Columns, all optional but `name`: `kind` (person, party or organization; person if missing), `name`, `aliases`
(parted by `|`), `country` (ISO code, Wikidata id or English name), `wikidata`, `party` (name or Wikidata id),
`role`, `title`, `organization`, `start`, `end` (2022, 2022-11 or 2022-11-22), `seat`. One line holds one
office: a person with three offices has three lines. An empty `end` means in office today; `?` means that it
is not known.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

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
from ingest.entities.model import Office, Organization, Party, Person
from ingest.entities.shipped import role_of


def recognises(path: Path, head: str) -> bool:
    """A CSV whose header has a `name` column."""
    columns = _columns(head.splitlines()[0]) if head.strip() else []
    return "name" in columns and not head.lstrip().startswith(("{", "["))


def _columns(line: str) -> list[str]:
    return [column.strip().lower() for column in next(csv.reader(io.StringIO(line)), [])]


def read(path: Path) -> Iterator[Imported]:
    """One record for each line."""
    columns: list[str] = []
    for number, line in lines(path):
        if isinstance(line, Malformed):
            yield line
            continue
        if not line:
            continue
        if not columns:
            columns = _columns(line)
            continue
        values = next(csv.reader(io.StringIO(line)), [])
        if len(values) > len(columns):
            yield Malformed(f"line {number}", f"{len(values)} cells under {len(columns)} columns")
            continue
        yield _record(dict(zip(columns, values, strict=False)), f"line {number}")


def _record(row: dict[str, str], where: str) -> Imported:
    name = label(row.get("name"))
    if not name:
        return Malformed(where, "no name")
    country = country_code(row.get("country"))
    if row.get("country", "").strip() and country is None:
        return Malformed(where, f"unknown country {label(row['country'])!r}")
    wikidata = wikidata_id(row.get("wikidata"))
    aliases = without(labels(row.get("aliases")), name)
    kind = row.get("kind", "").strip().lower() or "person"
    if kind == "party":
        return Party(entity_id("party", name, country, wikidata), name, aliases, country, wikidata)
    if kind == "organization":
        seat = label(row.get("seat"))
        return Organization(
            entity_id("organization", name, None, wikidata), name, aliases, "", seat, (), wikidata
        )
    if kind != "person":
        return Malformed(where, f"unknown kind {kind!r}")
    for column in ("start", "end"):
        value = row.get(column, "").strip()
        if value and value != "?" and some_day(value) is None:
            return Malformed(where, f"{column} is no date: {label(value)!r}")
    title = label(row.get("title"))
    role = label(row.get("role")) or role_of(title, country)
    offices: tuple[Office, ...] = ()
    if title or label(row.get("role")):
        organization = label(row.get("organization"))
        office = Office(
            role=role,
            title=title or role.replace("_", " ").capitalize(),
            country=country,
            organization=entity_id("organization", organization) if organization else None,
            start=some_day(row.get("start")),
            end=some_day(row.get("end"), last=True),
            end_known=row.get("end", "").strip() != "?",
        )
        offices = (office,)
    party = label(row.get("party"))
    party_id = wikidata_id(party) or (entity_id("party", party, country) if party else None)
    return Person(
        entity_id("person", name, country, wikidata), name, aliases, country, party_id, offices, wikidata
    )
