"""Imported entities on disk: an SQLite file that is only ever replaced as a whole, so that readers need no
lock.

People are found by the same keys as in memory; a hundred thousand of them cost no time to load and no memory.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

from ingest.entities.errors import DamagedStore
from ingest.entities.model import Organization, Party, Person
from ingest.entities.serial import organization_from, party_from, person_from
from ingest.entities.sources import NameEntry

FILE_NAME = "entities.sqlite"
# Raised when keys are made differently: a file of another version is imported anew.
VERSION = 3

SCHEMA = """
CREATE TABLE person (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE name (key TEXT, rank INTEGER, person TEXT, name TEXT, country TEXT,
    PRIMARY KEY (key, rank, person, name)) WITHOUT ROWID;
CREATE INDEX name_in_country ON name (key, country, rank, person, name);
CREATE TABLE office (role TEXT, held_of TEXT, person TEXT, PRIMARY KEY (role, held_of, person)) WITHOUT ROWID;
CREATE TABLE party (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE party_name (folded TEXT, party TEXT, PRIMARY KEY (folded, party)) WITHOUT ROWID;
CREATE TABLE organization (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE organization_name (folded TEXT, organization TEXT, PRIMARY KEY (folded, organization)) WITHOUT
ROWID;
"""


def store_path(home: Path) -> Path:
    """Where imported entities are kept in the data folder."""
    return home / "entities" / FILE_NAME


def is_current(path: Path) -> bool:
    """Whether a store has the keys that this version of the program looks for."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return bool(connection.execute("PRAGMA user_version").fetchone()[0] == VERSION)
    except sqlite3.Error:
        return False


class Store:
    """People, parties and organisations that were imported. Safe for threads and for forked processes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        try:
            version = self._rows("PRAGMA user_version")[0][0]
        except sqlite3.Error as error:
            raise DamagedStore(path, str(error)) from error
        if version != VERSION:
            raise DamagedStore(path, f"it is of version {version}, and {VERSION} is needed")
        self._entries = lru_cache(maxsize=20000)(self._entries_from_disk)
        self._person = lru_cache(maxsize=20000)(self._person_from_disk)

    def _rows(self, statement: str, *values: str | int) -> list[tuple[Any, ...]]:
        # One connection for each thread and process: SQLite forbids to carry one over.
        if getattr(self._local, "process", None) != os.getpid():
            address = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            self._local.connection = sqlite3.connect(address, uri=True)
            self._local.process = os.getpid()
        rows: list[tuple[Any, ...]] = self._local.connection.execute(statement, values).fetchall()
        return rows

    def entries(self, key: str, country: str | None, limit: int) -> list[NameEntry]:
        """The first entries under a key, of one country where it is given."""
        return self._entries(key, country, limit)

    def _entries_from_disk(self, key: str, country: str | None, limit: int) -> list[NameEntry]:
        columns = "SELECT rank, person, name, country FROM name WHERE key = ?"
        order = " ORDER BY rank, person, name LIMIT ?"
        rows = (
            self._rows(columns + order, key, limit)
            if country is None
            else self._rows(columns + " AND country = ?" + order, key, country, limit)
        )
        return [NameEntry(rank, person, name, of) for rank, person, name, of in rows]

    def person(self, person_id: str) -> Person | None:
        """The person of an id."""
        return self._person(person_id)

    def _person_from_disk(self, person_id: str) -> Person | None:
        rows = self._rows("SELECT record FROM person WHERE id = ?", person_id)
        return person_from(rows[0][0]) if rows else None

    def in_office(self, role: str, of: str) -> list[str]:
        """The ids of all who ever held an office of a country or organisation."""
        rows = self._rows(
            "SELECT person FROM office WHERE role = ? AND held_of = ? ORDER BY person", role, of
        )
        return [person for (person,) in rows]

    def parties(self, folded: str) -> list[Party]:
        """Parties of a folded name, by id."""
        rows = self._rows(
            "SELECT record FROM party JOIN party_name ON party.id = party "
            "WHERE folded = ? ORDER BY party.id LIMIT 100",
            folded,
        )
        return [party_from(record) for (record,) in rows]

    def organizations(self, folded: str) -> list[Organization]:
        """Organisations of a folded name, by id."""
        rows = self._rows(
            "SELECT record FROM organization JOIN organization_name ON organization.id = organization "
            "WHERE folded = ? ORDER BY organization.id LIMIT 100",
            folded,
        )
        return [organization_from(record) for (record,) in rows]

    def counts(self) -> dict[str, int]:
        """How many people, parties and organisations are kept."""
        return {
            kind: int(self._rows(f"SELECT count(*) FROM {kind}")[0][0])  # noqa: S608 - the names stand here
            for kind in ("person", "party", "organization")
        }
