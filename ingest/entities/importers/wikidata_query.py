"""Results of a Wikidata query (SPARQL), as JSON or CSV, one office a row.

Columns, all but the first two optional: `person` (address or id), `personLabel`, `personAltLabel` (parted by
commas), `country` (address, id, or ISO code), `position`, `positionLabel`, `role`, `start`, `end`, `party`,
`partyLabel`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from ingest.entities.importers.shape import (
    Imported,
    Malformed,
    country_code,
    label,
    labels,
    lines,
    open_binary,
    some_day,
    wikidata_id,
    without,
)
from ingest.entities.model import Office, Party, Person
from ingest.entities.shipped import role_of

LARGEST_FILE = 512 * 1024 * 1024


def recognises(path: Path, head: str) -> bool:
    """SPARQL results in JSON, or a CSV whose header has `person` and `personLabel`."""
    first = head.lstrip().splitlines()[0] if head.strip() else ""
    if first.startswith("{"):
        return '"bindings"' in head or ('"head"' in head and '"vars"' in head)
    columns = [column.strip() for column in first.split(",")]
    return "person" in columns and "personLabel" in columns


def read(path: Path) -> Iterator[Imported]:
    """A person for each row, and its party where the row names one."""
    for where, row in _rows(path):
        if isinstance(row, Malformed):
            yield row
        else:
            yield from _records(where, row)


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str] | Malformed]]:
    if ".json" in path.name.lower() or ".srj" in path.name.lower():
        yield from _json_rows(path)
        return
    columns: list[str] = []
    for number, line in lines(path):
        where = f"line {number}"
        if isinstance(line, Malformed):
            yield where, line
        elif line and not columns:
            columns = [column.strip() for column in next(csv.reader(io.StringIO(line)), [])]
        elif line:
            yield where, dict(zip(columns, next(csv.reader(io.StringIO(line)), []), strict=False))


def _json_rows(path: Path) -> Iterator[tuple[str, dict[str, str] | Malformed]]:
    with open_binary(path) as file:
        content = file.read(LARGEST_FILE + 1)
    try:
        if len(content) > LARGEST_FILE:
            raise ValueError(f"larger than {LARGEST_FILE} bytes")
        bindings = json.loads(content)["results"]["bindings"]
        if not isinstance(bindings, list):
            raise TypeError("bindings is no list")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        yield path.name, Malformed(path.name, f"no SPARQL results: {error}"[:200])
        return
    for number, binding in enumerate(bindings, start=1):
        where = f"result {number}"
        if not isinstance(binding, dict):
            yield where, Malformed(where, "no binding")
            continue
        yield (
            where,
            {
                name: str(cell["value"])
                for name, cell in binding.items()
                if isinstance(cell, dict) and "value" in cell
            },
        )


def _records(where: str, row: dict[str, str]) -> Iterator[Imported]:
    wikidata = wikidata_id(row.get("person"))
    name = label(row.get("personLabel"))
    if wikidata is None or not name or wikidata_id(name):
        yield Malformed(where, "no Wikidata id or no label of the person")
        return
    country = country_code(row.get("country") or row.get("countryLabel"))
    party = wikidata_id(row.get("party"))
    party_name = label(row.get("partyLabel"))
    if party and party_name and not wikidata_id(party_name):
        yield Party(party, party_name, (), country, party)
    title = label(row.get("positionLabel"))
    offices: tuple[Office, ...] = ()
    if title and not wikidata_id(title):
        role = label(row.get("role")) or role_of(title, country)
        start, end = some_day(row.get("start")), some_day(row.get("end"), last=True)
        # Wikidata leaves the end open for those in office, and for those of whom nobody noted it.
        offices = (Office(role, title, country, None, start, end, end is not None or start is not None),)
    aliases = without(labels(row.get("personAltLabel", "").replace(", ", "|")), name)
    yield Person(wikidata, name, aliases, country, party, offices, wikidata)
