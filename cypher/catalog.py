"""The catalogue of statements: one `.cypher` file each, its header says what goes in and what comes out.

A statement is asked for by name and row type, once, as a module constant:

    contacts_of_person = Read("contacts_of_person", ContactOfPerson)

Making it reads the file and checks the header against the statement and against the row type, so a
misspelt name, a forgotten parameter or a missing column fails at import and not in front of a user.

The header of a file (`//` comments before the first clause):

    // Events in which both actors took part, newest first.
    //
    // params:  actor_a, actor_b   ids of two different actors
    //          since, until       dates; until is exclusive
    // returns: event_id, kind, occurred_on, reported_by (number of articles)

A statement without parameters says `params:  none`, one that returns nothing says `returns: nothing`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, Literal, TypeVar

from cypher.conversion import converter, field_names

Row = TypeVar("Row")
Folder = Literal["schema", "write", "read", "browser"]

HOME = Path(__file__).parent
FOLDERS: tuple[Folder, ...] = ("schema", "write", "read", "browser")


class HeaderError(ValueError):
    """Raised when a `.cypher` file and its header, or its row type, do not agree. Mend the file it names."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One `.cypher` file: what it is for, its parameters with their meaning, its columns, its Cypher."""

    name: str
    folder: Folder
    purpose: str
    params: Mapping[str, str]
    columns: tuple[str, ...]
    text: str

    @property
    def path(self) -> Path:
        """The file that this statement was read from."""
        return HOME / self.folder / f"{self.name}.cypher"


# Strings and comments may hold a `$`; only what is left outside them is a parameter.
_TOKEN = re.compile(
    r"""
      (?P<string> '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" )
    | (?P<comment> //[^\n]* | /\*.*?\*/ )
    | \$(?P<quoted_parameter> `(?:``|[^`])*` )
    | (?P<quoted> `(?:``|[^`])*` )
    | \$(?P<parameter> \w+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_PARAMETER_LINE = re.compile(r"(?P<names>\w+(?:, *\w+)*)(?:\s{2,}(?P<meaning>\S.*))?$")


def parameters_used(text: str) -> frozenset[str]:
    """The `$parameters` of a statement.

    >>> sorted(parameters_used("MATCH (n {id: $id}) WHERE n.`$x` = '$no' // $comment\\nRETURN $`other one`"))
    ['id', 'other one']
    """
    found = set()
    for token in _TOKEN.finditer(text):
        if token["parameter"]:
            found.add(token["parameter"])
        elif token["quoted_parameter"]:
            found.add(token["quoted_parameter"][1:-1].replace("``", "`"))
    return frozenset(found)


def with_values(text: str, values: Mapping[str, str]) -> str:
    """A statement with texts in the place of its parameters: for a person to look at and run by hand.

    Programs never run it; they give parameters beside the statement.

    >>> with_values("MATCH (n {id: $id}) WHERE n.x <> '$id'", {"id": 'a"b'})
    'MATCH (n {id: "a\\\\"b"}) WHERE n.x <> \\'$id\\''
    """

    def written(token: re.Match[str]) -> str:
        value = values.get(token["parameter"] or "")
        if value is None:
            return token[0]
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'

    return _TOKEN.sub(written, text)


def parse_statement(name: str, folder: Folder, source: str) -> Statement:
    """Read the header of one file and check that it declares just the parameters that the statement uses."""
    header, body = _split_header(source)
    where = f"{folder}/{name}.cypher"
    sections = _sections(header)
    missing = [part for part in ("purpose", "params", "returns") if part not in sections]
    if missing:
        raise HeaderError(
            f"{where}: the header lacks {' and '.join(missing)}; see the docstring of cypher.catalog"
        )
    params = _parameters(where, sections["params"])
    used = parameters_used(body)
    if set(params) != used:
        raise HeaderError(
            f"{where}: the header declares {sorted(params)}, the statement uses {sorted(used)}; mend it"
        )
    if body.rstrip().endswith(";"):
        raise HeaderError(f"{where}: one statement a file, without a final semicolon")
    purpose = " ".join(sections["purpose"])
    return Statement(name, folder, purpose, MappingProxyType(params), _columns(sections["returns"]), body)


@cache
def load_statement(folder: Folder, name: str) -> Statement:
    """The statement of `cypher/<folder>/<name>.cypher`, parsed and checked once a process."""
    path = HOME / folder / f"{name}.cypher"
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise HeaderError(f"{folder}/{name}.cypher does not exist; add it, or mend the name") from None
    return parse_statement(name, folder, source)


def statement_files(folder: Folder) -> tuple[Path, ...]:
    """All `.cypher` files of a folder, sorted by name."""
    return tuple(sorted((HOME / folder).glob("*.cypher")))


@dataclass(frozen=True)
class _Typed(Generic[Row]):
    """What reads and writes have in common: a named statement and the type of its rows."""

    name: str
    row_type: type[Row] | None = None
    folder: Folder = field(default="read", init=False)

    def __post_init__(self) -> None:
        wanted = () if self.row_type is None else field_names(self.row_type)
        if set(self.statement.columns) != set(wanted):
            owner = "no row type" if self.row_type is None else self.row_type.__name__
            raise HeaderError(
                f"{self.folder}/{self.name}.cypher returns {sorted(self.statement.columns)} "
                f"but {owner} has {sorted(wanted)}; make them equal"
            )

    @cached_property
    def statement(self) -> Statement:
        """The parsed file behind this name."""
        return load_statement(self.folder, self.name)

    def row(self, values: Mapping[str, Any]) -> Row:
        """One driver record as a typed row of plain Python values."""
        if self.row_type is None:
            raise TypeError(f"{self.folder}/{self.name}.cypher returns nothing, so it has no rows")
        row_type: Any = self.row_type
        row: Row = converter(row_type)(values)
        return row

    def check(self, params: Mapping[str, Any]) -> None:
        """Refuse a call whose parameters are not just those of the header."""
        declared = self.statement.params.keys()
        if params.keys() != declared:
            raise TypeError(
                f"{self.folder}/{self.name}.cypher takes {sorted(declared)}, was given {sorted(params)}"
            )


@dataclass(frozen=True)
class Read(_Typed[Row]):
    """A statement of `cypher/read/` and the type of its rows; it runs as a read, with a timeout."""

    folder: Folder = field(default="read", init=False)


@dataclass(frozen=True)
class Write(_Typed[Row]):
    """A statement of `cypher/write/` and the type of its rows, None if it returns nothing.

    Statements that only read, but must see what the same write transaction wrote, are here too.
    """

    folder: Folder = field(default="write", init=False)


@dataclass(frozen=True)
class SchemaStatement(_Typed[Row]):
    """A statement of `cypher/schema/`: a constraint, an index, or the schema's version."""

    folder: Folder = field(default="schema", init=False)


def _split_header(source: str) -> tuple[list[str], str]:
    lines = source.splitlines()
    length = next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header = [line.removeprefix("//").removeprefix(" ").rstrip() for line in lines[:length]]
    return header, "\n".join(lines[length:]).strip()


def _sections(header: list[str]) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    current = "purpose"
    for line in header:
        label = re.match(r"(params|returns):", line)
        if label:
            current = label[1]
            line = line[label.end() :]
        if line.strip():
            sections.setdefault(current, []).append(line.strip())
    return sections


def _parameters(where: str, lines: list[str]) -> dict[str, str]:
    if lines == ["none"]:
        return {}
    params: dict[str, str] = {}
    latest: tuple[str, ...] = ()
    for line in lines:
        entry = _PARAMETER_LINE.match(line)
        if entry and entry["meaning"]:
            latest = tuple(name.strip() for name in entry["names"].split(","))
            params |= dict.fromkeys(latest, entry["meaning"])
        elif latest:  # the meaning of the parameter above goes on
            params |= {name: f"{params[name]} {line}" for name in latest}
        else:
            raise HeaderError(
                f"{where}: write 'params:  name   what it may be', with two spaces before the meaning"
            )
    return params


def _columns(lines: list[str]) -> tuple[str, ...]:
    text = " ".join(lines)
    while "(" in text:  # remarks in parentheses may be nested and hold commas
        bare = re.sub(r"\([^()]*\)", "", text)
        if bare == text:
            break
        text = bare
    if text.strip() == "nothing":
        return ()
    return tuple(name.strip() for name in text.split(",") if name.strip())
