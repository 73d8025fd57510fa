"""Text that the database can keep."""

from __future__ import annotations

import dataclasses
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
