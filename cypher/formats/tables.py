"""Tables as CSV in a zip: one for each kind of node, and one for each kind of edge between two kinds of node.

`plain` is for spreadsheets and data frames; lists are JSON there. `neo4j` has the headers and lists that
`neo4j-admin database import` takes, and a text file with the command. It makes a copy to ask, not one to
record into: the book-keeping of the ledger stays behind.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from typing import IO, Any, cast

from cypher.formats.shape import Node, as_json
from cypher.formats.spool import Spool

LIST_SEPARATOR = "\x1f"
"""Between the items of a list for Neo4j: the control character for it, which is in no name."""
SEPARATOR_OPTION = "U+001F"

ENTITIES = ("Person", "Country", "Party", "Organization", "Place", "Entity")

# A spreadsheet takes a text that begins so for a formula, and would run it; an apostrophe keeps it from that.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

# What Neo4j calls our types.
_NEO4J_TYPES = {"str": "string", "int": "long", "float": "double", "bool": "boolean"}

# The same bytes for the same graph: the moment of writing is in no zip.
_MOMENT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind of node; or of edges from ids of one kind to those of a target."""

    kind: str
    target: str | None
    rows: Spool


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a header and a value are written."""

    node_header: Callable[[str, dict[str, str]], list[str]]
    edge_header: Callable[[str, str, dict[str, str]], list[str]]
    value: Callable[[Any], str]
    labels: Callable[[str], list[str]]


def plain(nodes: Iterable[Node]) -> Generator[bytes]:
    """Tables for spreadsheets and data frames."""
    return _zip(nodes, _PLAIN, None)


def neo4j(nodes: Iterable[Node]) -> Generator[bytes]:
    """Tables for `neo4j-admin database import`."""
    return _zip(nodes, _NEO4J, _how_to_import)


def _zip(
    nodes: Iterable[Node], dialect: Dialect, read_me: Callable[[list[str]], str] | None
) -> Generator[bytes]:
    sink = _Sink()
    names: list[str] = []
    with zipfile.ZipFile(cast("IO[bytes]", sink), "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        # Kind by kind, so that the first tables are on their way while the later ones are read.
        for _, group in groupby(nodes, key=lambda node: _space(node.kind)):
            with ExitStack() as stack:
                tables: dict[str, Table] = {}
                _put_by(group, tables, stack)
                for name, table in sorted(tables.items()):
                    names.append(name)
                    with archive.open(_entry(f"{name}.csv"), "w", force_zip64=True) as file:
                        for piece in _rows(table, dialect):
                            file.write(piece)
                            yield from sink.taken()
        if read_me:
            archive.writestr(_entry("README.txt"), read_me(names))
    yield from sink.taken()


def _put_by(nodes: Iterable[Node], tables: dict[str, Table], stack: ExitStack) -> None:
    def spool(name: str, kind: str, target: str | None = None) -> Spool:
        if name not in tables:
            tables[name] = Table(kind, target, stack.enter_context(Spool()))
        return tables[name].rows

    for node in nodes:
        properties = {name: value for name, value in node.properties.items() if name != "id"}
        spool(f"nodes_{node.kind.lower()}", node.kind).add((node.id, node.kind), properties)
        for edge in node.edges:
            target = _space(edge.target_kind)
            name = f"edges_{node.kind.lower()}_{edge.kind.lower()}_{target.lower()}"
            spool(name, _space(node.kind), target).add((node.id, edge.target, edge.kind), edge.properties)


def _space(kind: str) -> str:
    """Ids are unique within these: an article may be called like a person."""
    return "Entity" if kind in ENTITIES else kind


def _rows(table: Table, dialect: Dialect) -> Iterator[bytes]:
    types = table.rows.columns
    if table.target is None:
        header = dialect.node_header(table.kind, types)
    else:
        header = dialect.edge_header(table.kind, table.target, types)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    for keys, properties in table.rows.rows():
        values = [dialect.value(properties.get(name)) for name in types]
        own = [keys[0], *dialect.labels(keys[1])] if table.target is None else list(keys)
        writer.writerow([*own, *values])
        if buffer.tell() > 65_536:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def _plain_value(value: Any) -> str:
    if isinstance(value, list | tuple | dict):
        return as_json(value)
    text = _text(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def _neo4j_value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return LIST_SEPARATOR.join(_text(one) for one in value)
    return _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _neo4j_column(name: str, kind: str) -> str:
    base = kind.removesuffix("[]")
    return f"{name}:{_NEO4J_TYPES.get(base, base)}{kind.removeprefix(base)}"


_PLAIN = Dialect(
    node_header=lambda kind, columns: ["id", *columns],
    edge_header=lambda source, target, columns: ["source", "target", "kind", *columns],
    value=_plain_value,
    labels=lambda kind: [],
)
_NEO4J = Dialect(
    node_header=lambda kind, columns: [
        f"id:ID({_space(kind)})",
        ":LABEL",
        *(_neo4j_column(name, kind) for name, kind in columns.items()),
    ],
    edge_header=lambda source, target, columns: [
        f":START_ID({source})",
        f":END_ID({target})",
        ":TYPE",
        *(_neo4j_column(name, kind) for name, kind in columns.items()),
    ],
    value=_neo4j_value,
    labels=lambda kind: [f"{kind}{LIST_SEPARATOR}Entity" if kind in ENTITIES[:-1] else kind],
)


def import_arguments(names: Iterable[str]) -> list[str]:
    """The options of `neo4j-admin database import full` for these tables."""
    options = {"nodes": "--nodes", "edges": "--relationships"}
    by_option: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_option[options[name.split("_")[0]]].append(name)
    return [
        f"--array-delimiter={SEPARATOR_OPTION}",
        "--multiline-fields=true",
        *(f"{option}=./{name}.csv" for option in sorted(by_option) for name in by_option[option]),
    ]


def _how_to_import(names: list[str]) -> str:
    command = " \\\n    ".join(["neo4j-admin database import full neo4j", *import_arguments(names)])
    return (
        "Tables for an empty Neo4j that is stopped. Unpack them, go to their folder, and run\n\n"
        f"    {command}\n"
    )


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


class _Sink:
    """What a zip is written to: a place that is emptied as it fills, and cannot be gone back in."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""

    def taken(self) -> Iterator[bytes]:
        """What has come since it was last asked."""
        found = b"".join(self._pieces)
        self._pieces.clear()
        if found:
            yield found
