"""What every importer gives, and how they read the values that all formats share."""

from __future__ import annotations

import bz2
import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import IO, Any

from ingest.entities.countries import countries, country_phrases, official_names
from ingest.entities.model import Organization, Party, Person
from ingest.entities.tables import day

# A record of a dump may be large, but one of a hundred megabytes is a broken file.
LONGEST_LINE = 64 * 1024 * 1024
LONGEST_LABEL = 300


@dataclass(frozen=True, slots=True)
class Malformed:
    """A record that could not be read: where it stands in the file, and why, in words."""

    where: str
    reason: str


Imported = Person | Party | Organization | Malformed


def open_binary(path: Path) -> IO[bytes]:
    """The file's bytes, unpacked if its name says gz or bz2."""
    if path.suffix == ".gz":
        return gzip.open(path, "rb")  # type: ignore[return-value]
    if path.suffix == ".bz2":
        return bz2.open(path, "rb")
    return path.open("rb")


def lines(path: Path) -> Iterator[tuple[int, str | Malformed]]:
    """Numbered lines of a text file; one that is no UTF-8 or too long comes as Malformed."""
    with open_binary(path) as file:
        number = 0
        while line := file.readline(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                    pass
                yield number, Malformed(f"line {number}", f"longer than {LONGEST_LINE} bytes")
                continue
            try:
                yield number, line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
            except UnicodeDecodeError:
                yield number, Malformed(f"line {number}", "not UTF-8")


@cache
def _country_codes() -> dict[str, str]:
    import pycountry

    codes = {"XK": "XKX", "KO": "XKX", "UK": "GBR", "EL": "GRC"}
    codes.update({entry.alpha_2: entry.alpha_3 for entry in pycountry.countries})
    codes.update({country.iso3: country.iso3 for country in countries()})
    codes.update({country.wikidata: country.iso3 for country in countries() if country.wikidata})
    return codes


@cache
def _country_names() -> dict[str, str]:
    names = {phrase.phrase.casefold(): phrase.iso3 for phrase in country_phrases() if phrase.via == "name"}
    return {**official_names(), **names}


def country_code(value: object) -> str | None:
    """ISO alpha-3 from an alpha-2, alpha-3 or Wikidata code, a Wikidata address, or a name; None if it is
    none.

    >>> [country_code(value) for value in ("ru", "RUS", "http://wikidata.org/entity/Q159", "Russia", "zz")]
    ['RUS', 'RUS', 'RUS', 'RUS', None]
    """
    text = str(value or "").strip()
    text = text.rsplit("/", 1)[-1] if text.startswith("http") else text
    return _country_codes().get(text.upper()) or _country_names().get(text.casefold())


_QID = re.compile(r"Q[1-9][0-9]{0,11}")


def wikidata_id(value: object) -> str | None:
    """The Wikidata id in a value or address, or None.

    >>> wikidata_id("http://www.wikidata.org/entity/Q7747"), wikidata_id("person-1")
    ('Q7747', None)
    """
    text = str(value or "").strip().rsplit("/", 1)[-1]
    return text if _QID.fullmatch(text) else None


def some_day(value: object, last: bool = False) -> date | None:
    """A day from an ISO date of any precision, with or without time and sign; None where there is none.

    >>> some_day("+2012-05-07T00:00:00Z"), some_day("2012-00-00", last=True), some_day("unknown")
    (datetime.date(2012, 5, 7), datetime.date(2012, 12, 31), None)
    """
    text = str(value or "").strip().lstrip("+").split("T")[0]
    text = re.sub(r"(-00)+$", "", text)
    try:
        return day(text, last)
    except ValueError:
        return None


def label(value: object) -> str:
    """A name in one line, without control characters, at most 300 characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in str(value or "")).split())[
        :LONGEST_LABEL
    ]


def labels(values: object) -> tuple[str, ...]:
    """Several names from a list or a string parted by bars, each once and none empty."""
    parts: list[Any] = values if isinstance(values, list) else str(values or "").split("|")
    return tuple(dict.fromkeys(name for name in map(label, parts) if name))


def without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The names but that one."""
    return tuple(one for one in names if one != name)
