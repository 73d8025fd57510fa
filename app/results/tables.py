"""Lists as tables: the same answer as CSV.

One row an item. What an item nests becomes columns: `place_name`, `with_a_meetings`. Several words of one
field stand in one cell, with "; " between them; several people or things by name, with a second column for
their ids; and what is too rich for a cell (evidence, offices) as JSON.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

Cell = Callable[[Mapping[str, Any]], Any]
"""Finds the value of a cell in an item."""

# Spreadsheets take a text that begins so for a formula, and would run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def item_of(model: Any) -> type[BaseModel] | None:
    """The model of the items of a list, or None if the answer is no list.

    >>> from app.models.answers import GraphSize, MatchPage
    >>> item_of(MatchPage).__name__, item_of(GraphSize)
    ('Match', None)
    """
    if not (isinstance(model, type) and issubclass(model, BaseModel) and "items" in model.model_fields):
        return None
    (item,) = get_args(model.model_fields["items"].annotation)
    return item if isinstance(item, type) and issubclass(item, BaseModel) else None


def columns_of(model: type[BaseModel]) -> dict[str, Cell]:
    """The columns of a table of such items, each with what finds its cell.

    >>> from app.models.common import Place
    >>> list(columns_of(Place))
    ['id', 'name', 'country']
    """
    columns: dict[str, Cell] = {}
    for name, field in model.model_fields.items():
        kind, is_list = _kind(field.annotation)
        if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
            columns[name] = _joined(name) if is_list else _plain(name)
        elif not is_list:
            columns |= {f"{name}_{inner}": _nested(name, cell) for inner, cell in columns_of(kind).items()}
        elif {"id", "name"} <= kind.model_fields.keys():
            columns[name] = _joined(name, "name")
            columns[f"{name}_ids"] = _joined(name, "id")
        else:
            columns[name] = _as_json(name)
    return columns


def heading(columns: Mapping[str, Cell]) -> bytes:
    """The first line: what the columns are called."""
    return _lines([columns])


def rows(columns: Mapping[str, Cell], answer: Mapping[str, Any]) -> bytes:
    """The items of an answer, a line each."""
    return _lines([_safe(cell(item)) for cell in columns.values()] for item in answer["items"])


def _lines(of: Iterable[Iterable[Any]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(of)
    return text.getvalue().encode()


def _kind(annotation: Any) -> tuple[Any, bool]:
    """What a field holds, without None, and whether it holds several."""
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = [part for part in get_args(annotation) if part is not type(None)]
    if get_origin(annotation) is list:
        return get_args(annotation)[0], True
    return annotation, False


def _plain(name: str) -> Cell:
    return lambda item: item.get(name)


def _nested(name: str, cell: Cell) -> Cell:
    return lambda item: cell(item.get(name) or {})


def _joined(name: str, key: str | None = None) -> Cell:
    def cell(item: Mapping[str, Any]) -> str:
        values: Iterable[Any] = item.get(name) or ()
        return "; ".join(str(value if key is None else value[key]) for value in values)

    return cell


def _as_json(name: str) -> Cell:
    return lambda item: json.dumps(item.get(name) or [], ensure_ascii=False)


def _safe(value: Any) -> Any:
    """A text that a spreadsheet shows and does not run."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
