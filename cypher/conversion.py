"""Driver values become plain Python here, and go no further into the program.

`neo4j.time.Date` becomes `datetime.date`, `neo4j.time.DateTime` an aware `datetime` in UTC, a list a tuple,
a map a dict, or the dataclass that the row type asks for at that place.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from neo4j.time import Date, DateTime

Convert = Callable[[Any], Any]


def plain(value: Any) -> Any:
    """A driver value as plain Python.

    >>> plain([Date(2022, 11, 22), {"n": 1}])
    (datetime.date(2022, 11, 22), {'n': 1})
    """
    if isinstance(value, DateTime):
        native = value.to_native()
        return native.replace(tzinfo=UTC) if native.tzinfo is None else native.astimezone(UTC)
    if isinstance(value, Date):
        return value.to_native()
    if isinstance(value, list | tuple):
        return tuple(plain(item) for item in value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value


def field_names(row_type: type[Any]) -> tuple[str, ...]:
    """The columns that a row type asks for: the fields of its dataclass, in their order."""
    if not dataclasses.is_dataclass(row_type):
        raise TypeError(f"{row_type.__name__} is no dataclass; a row type is a frozen dataclass with slots")
    return tuple(item.name for item in dataclasses.fields(row_type))


@cache
def converter(row_type: type[Any]) -> Callable[[Mapping[str, Any]], Any]:
    """The function from a driver record to a row of this type, worked out once a type."""
    hints = get_type_hints(row_type)
    steps = tuple((name, _converter_of(hints[name])) for name in field_names(row_type))

    def convert(values: Mapping[str, Any]) -> Any:
        # Most fields are texts and numbers, thousands on a page: no call for what stays the same.
        return row_type(*[values[name] if step is _same else step(values[name]) for name, step in steps])

    return convert


def _converter_of(hint: Any) -> Convert:
    """How a value of one type hint is converted; None always stays None."""
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        nested = converter(hint)
        return lambda value: None if value is None else nested(value)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        options = [_converter_of(option) for option in get_args(hint) if option is not type(None)]
        return options[0] if len(options) == 1 else plain
    if origin is tuple:
        items = get_args(hint)
        if len(items) == 2 and items[1] is Ellipsis:
            each = _converter_of(items[0])
            # A missing property reads as an empty tuple: the database has no empty values, only absent ones.
            return lambda value: () if value is None else tuple(each(item) for item in value)
        parts = [_converter_of(item) for item in items]
        return lambda value: tuple(step(item) for step, item in zip(parts, value, strict=True))
    if hint in (str, int, float, bool):
        return _same
    if hint is date or hint is datetime:
        return plain
    return plain


def _same(value: Any) -> Any:
    return value
