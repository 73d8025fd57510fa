"""Every statement is what its header says: for each `.cypher` file of the project."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from neo4j.time import Date, DateTime

import cypher
from cypher.browser import SAVED
from cypher.catalog import (
    FOLDERS,
    Folder,
    HeaderError,
    Read,
    SchemaStatement,
    Write,
    load_statement,
    parameters_used,
    parse_statement,
    statement_files,
)
from cypher.conversion import converter, plain
from cypher.graph import Graph

FILES = [(folder, path.stem) for folder in FOLDERS for path in statement_files(folder)]


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_the_header_names_a_purpose_and_just_the_parameters_in_use(folder: Folder, name: str) -> None:
    """Loading checks it; a header without a sentence is no header."""
    statement = load_statement(folder, name)

    assert statement.purpose.endswith(".")
    assert all(meaning.strip() for meaning in statement.params.values())


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_a_statement_has_a_name_in_snake_case(folder: Folder, name: str) -> None:
    """The same name stands in Python."""
    assert name == name.lower()
    assert name.isidentifier()


@pytest.mark.parametrize(("folder", "name"), [file for file in FILES if file[0] != "schema"])
def test_the_server_accepts_the_statement_and_gives_the_columns_of_the_header(
    graph: Graph, folder: Folder, name: str
) -> None:
    """By EXPLAIN, which plans and runs nothing."""
    statement = load_statement(folder, name)

    columns = graph.explain(statement.text, dict.fromkeys(statement.params))

    assert sorted(columns) == sorted(statement.columns)


def test_every_file_is_asked_for_by_some_module() -> None:
    """No statement is left over, and none is asked for under two types."""
    asked = [(found.folder, found.name) for found in statements_of_the_program()]
    kept = [("browser", name) for name in SAVED]

    assert sorted({*asked, *kept}) == sorted(FILES)


def statements_of_the_program() -> Iterator[Read[Any] | Write[Any] | SchemaStatement[Any]]:
    """All statements that modules of this room hold."""
    seen: set[int] = set()
    for module in pkgutil.walk_packages(cypher.__path__, "cypher."):
        if module.name.endswith("__main__"):
            continue
        yield from _held(vars(importlib.import_module(module.name)).values(), seen)


def _held(values: Any, seen: set[int]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, Read | Write | SchemaStatement):
            if id(value) not in seen:
                seen.add(id(value))
                yield value
        elif isinstance(value, tuple | list):
            yield from _held(value, seen)
        elif isinstance(value, dict) and len(value) < 100:
            yield from _held([*value, *value.values()], seen)


HEADER = "// Gives what is asked for.\n//\n// params:  {params}\n// returns: {returns}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RETURN $one, $two_2", {"one", "two_2"}),
        ("RETURN '$no', \"$no\", `$no`, 'it\\'s $no'", set()),
        ("RETURN 1 // $no\n, $yes /* $no\n $no */", {"yes"}),
        ("RETURN 'http://x' + $yes", {"yes"}),
        ("RETURN $`a b`", {"a b"}),
        ("MATCH (n:$(label)) RETURN n", set()),
    ],
)
def test_parameters_are_found_outside_of_strings_names_and_comments(text: str, found: set[str]) -> None:
    """A `$` alone makes no parameter."""
    assert parameters_used(text) == found


def test_a_header_tells_parameters_and_columns() -> None:
    """Several names share a meaning; a meaning may go on in the next line; remarks are no columns."""
    source = (
        "// Events of both.\n//\n// params:  a, b    ids\n//                  of two actors\n"
        "//          since   a day\n// returns: event (its id, or so), kind\n"
        "RETURN $a AS event, $b + $since AS kind\n"
    )

    statement = parse_statement("events", "read", source)

    assert dict(statement.params) == {"a": "ids of two actors", "b": "ids of two actors", "since": "a day"}
    assert statement.columns == ("event", "kind")
    assert statement.purpose == "Events of both."


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("RETURN 1", "lacks purpose and params and returns"),
        (HEADER.format(params="none", returns="x") + "RETURN $y AS x", "uses \\['y'\\]"),
        (HEADER.format(params="y   a number", returns="x") + "RETURN 1 AS x", "declares \\['y'\\]"),
        (HEADER.format(params="y", returns="x") + "RETURN $y AS x", "two spaces"),
        (HEADER.format(params="none", returns="x") + "RETURN 1 AS x;", "semicolon"),
    ],
)
def test_a_header_that_lies_is_refused_with_the_file_it_stands_in(source: str, complaint: str) -> None:
    """The message says what to mend."""
    with pytest.raises(HeaderError, match=rf"read/wrong\.cypher.*{complaint}"):
        parse_statement("wrong", "read", source)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A row type that fits no statement."""

    nonsense: int


def test_a_row_type_that_does_not_fit_the_columns_is_refused() -> None:
    """When the statement is made, and not when it is first used."""
    with pytest.raises(HeaderError, match=r"ledger_state\.cypher returns .*Wrong has \['nonsense'\]"):
        Read("ledger_state", Wrong)


def test_a_statement_that_does_not_exist_is_refused() -> None:
    """With the file that was looked for."""
    with pytest.raises(HeaderError, match=r"read/no_such_thing\.cypher does not exist"):
        Read("no_such_thing", Wrong)


def test_a_call_with_other_parameters_is_refused() -> None:
    """Before the database sees it."""
    with pytest.raises(TypeError, match=r"takes .*'articles'.* was given .*'article'"):
        Write[None]("forget_mentions").check({"article": []})


@dataclass(frozen=True, slots=True)
class Inner:
    """A nested row."""

    on: date


@dataclass(frozen=True, slots=True)
class Outer:
    """A row with all that a row may hold."""

    when: datetime
    inner: Inner | None
    inners: tuple[Inner, ...]
    words: tuple[str, ...]
    extra: dict[str, Any]


def test_driver_values_become_plain_python() -> None:
    """Dates, times in UTC, tuples, nested records; a missing list is empty."""
    noon = DateTime(2022, 11, 22, 12, 0, 0)

    row = converter(Outer)(
        {
            "when": noon,
            "inner": None,
            "inners": [{"on": Date(2022, 11, 22)}],
            "words": None,
            "extra": {"day": Date(2022, 1, 1), "list": [1]},
        }
    )

    assert row == Outer(
        datetime(2022, 11, 22, 12, tzinfo=UTC),
        None,
        (Inner(date(2022, 11, 22)),),
        (),
        {"day": date(2022, 1, 1), "list": (1,)},
    )
    assert plain("text") == "text"


def test_statements_ship_with_the_package() -> None:
    """They stand beside the modules, where the wheel takes them from."""
    assert all((Path(cypher.__file__).parent / folder).is_dir() for folder in FOLDERS)
