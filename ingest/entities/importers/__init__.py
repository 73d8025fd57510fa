"""One module for each format of entity data that users have; all of one shape.

Each has `recognises(path, head)`, which looks at the first kilobytes, and `read(path)`, which yields people,
parties and organisations, and a `Malformed` with its place and reason for what it could not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from ingest.entities.errors import UnknownFormat
from ingest.entities.importers import gazetteer, opensanctions, popolo, table, wikidata_dump, wikidata_query
from ingest.entities.importers.shape import Imported, open_binary

# Asked in this order: the first that recognises a file reads it, so what is told by less comes later.
FORMATS: dict[str, ModuleType] = {
    "wikidata-query": wikidata_query,
    "wikidata-dump": wikidata_dump,
    "opensanctions": opensanctions,
    "popolo": popolo,
    "gazetteer": gazetteer,
    "csv": table,
}
_HEAD = 65536


def format_of(path: Path) -> str:
    """The name of the format that a file is in; raises UnknownFormat."""
    with open_binary(path) as file:
        head = file.read(_HEAD).decode("utf-8", errors="replace").lstrip("\ufeff")
    for name, importer in FORMATS.items():
        if importer.recognises(path, head):
            return name
    raise UnknownFormat(path, tuple(FORMATS))


def read(path: Path, format_name: str | None = None, country: str | None = None) -> Iterator[Imported]:
    """Everything in a file. The country serves formats that do not name one (Popolo)."""
    name = format_name or format_of(path)
    if name == "popolo":
        yield from popolo.read(path, country)
    else:
        yield from FORMATS[name].read(path)
