"""Reading the CSV tables that come with the program."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable


def tables_folder() -> Traversable:
    """The folder of the shipped tables."""
    return files("ingest.entities") / "tables"


def rows(path: str) -> Iterator[dict[str, str]]:
    """The rows of one shipped table, in its order; a missing cell is an empty string."""
    with (tables_folder() / path).open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            yield {column: (value or "").strip() for column, value in row.items() if column is not None}


def word_list(path: str) -> frozenset[str]:
    """The words of a shipped table of one column, `word`, in small letters.

    >>> "xinhua" in word_list("news_agencies.csv"), "hamas" in word_list("movements.csv")
    (True, True)
    """
    return frozenset(row["word"] for row in rows(path))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that separates them by bars.

    >>> several("Turk|Turks"), several("")
    (('Turk', 'Turks'), ())
    """
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def day(cell: str, last: bool = False) -> date | None:
    """A day from `2022-11-22`, `2022-11` or `2022`; an incomplete one means its first day, or its last.

    >>> day("2022-11"), day("2022", last=True), day("")
    (datetime.date(2022, 11, 1), datetime.date(2022, 12, 31), None)
    """
    if not cell:
        return None
    parts = [int(part) for part in cell.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
    if len(parts) > 2:
        return date(year, month, parts[2])
    if not last:
        return date(year, month, 1)
    first_of_next = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return date.fromordinal(first_of_next.toordinal() - 1)
