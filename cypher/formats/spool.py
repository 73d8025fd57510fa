"""Rows that wait in a temporary file until it is known which columns they have."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from types import TracebackType
from typing import IO, Any

IN_MEMORY = 1_000_000
"""Below this many bytes a spool needs no file."""


class Spool:
    """Rows of one table, and the type of each column, as found in the rows: `str`, `date`, `str[]`, ..."""

    def __init__(self) -> None:
        # Read by this process alone, from a file that has no name.
        self._file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - held open
        self._types: dict[str, str] = {}

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, keys: tuple[str, ...], properties: Mapping[str, Any]) -> None:
        """Put a row by: what it is called, and its properties."""
        for name, value in properties.items():
            if value is not None:
                found = type_of(value)
                self._types[name] = found if self._types.setdefault(name, found) == found else "str"
        pickle.dump((keys, dict(properties)), self._file, protocol=pickle.HIGHEST_PROTOCOL)

    @property
    def columns(self) -> dict[str, str]:
        """The columns by name, with their types."""
        return dict(sorted(self._types.items()))

    def rows(self) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
        """All rows, in the order in which they came."""
        end = self._file.tell()
        self._file.seek(0)
        while self._file.tell() < end:
            yield pickle.load(self._file)  # noqa: S301 - written above


def type_of(value: Any) -> str:
    """The type of a property.

    >>> [type_of(one) for one in (True, 1, 0.5, "a", ("a",), ())]
    ['bool', 'int', 'float', 'str', 'str[]', 'str[]']
    """
    if isinstance(value, list | tuple):
        return f"{type_of(value[0])}[]" if value else "str[]"
    if isinstance(value, datetime):
        return "datetime"
    return type(value).__name__
