"""Rows on their way to the database: what it can keep, and what tells two rows apart."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from typing import Any, TypeVar

Value = TypeVar("Value")

_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def storable(value: Value) -> Value:
    r"""The same row, tuple or text, each lone surrogate replaced by U+FFFD.

    JSON may carry half a surrogate pair, UTF-8 may not. One character stands for one, so offsets still hold.

    >>> storable(("a\ud800b", 1))
    ('a\ufffdb', 1)
    """
    found: Any = value
    if isinstance(found, str):
        found = found if found.isascii() else _HALF_A_PAIR.sub("\ufffd", found)
    elif isinstance(found, tuple):
        found = tuple(storable(item) for item in found)
    elif dataclasses.is_dataclass(found) and not isinstance(found, type):
        parts = {item.name: getattr(found, item.name) for item in dataclasses.fields(found)}
        clean = {name: storable(part) for name, part in parts.items()}
        found = found if clean == parts else dataclasses.replace(found, **clean)
    result: Value = found
    return result


def shallow(row: Any) -> dict[str, Any]:
    """The fields of a row (a dataclass with slots) by name. Unlike `dataclasses.asdict` it copies nothing."""
    return {name: getattr(row, name) for name in row.__slots__}


def digest(*rows: Any) -> str:
    """Changes with anything about these rows; the same on every machine and version of Python.

    >>> digest(("a", 1)) == digest(("a", 1)), digest(("a", 1)) == digest(("a", 2))
    (True, False)
    """
    # ascii() and not repr(): which letters are printable changes with the version of Unicode.
    return hashlib.sha256(ascii(rows).encode("ascii")).hexdigest()[:32]
