"""Importing entities: files in, one SQLite file out, the same result however often a file is read."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import portalocker

from ingest.entities import importers
from ingest.entities.errors import DamagedStore, UnreadableFile
from ingest.entities.folding import fold
from ingest.entities.importers.shape import Imported, Malformed
from ingest.entities.merging import (
    is_same_holder,
    is_same_person,
    merged_organization,
    merged_party,
    merged_person,
    oldest_first,
)
from ingest.entities.model import Organization, Party, Person
from ingest.entities.names import exact_keys
from ingest.entities.serial import dumped, organization_from, party_from, person_from
from ingest.entities.shipped import shipped_organizations, shipped_parties, shipped_people
from ingest.entities.sources import PeopleInMemory, index_entries, office_keys, prominence_of
from ingest.entities.store import SCHEMA, VERSION, is_current, store_path

# Reasons are kept for so many records; all are counted.
MOST_REASONS = 100
_LONGEST_WAIT = 60.0
# More people of one name than this are not compared.
_MOST_NAMESAKES = 20
# Offices up to this prominence have one holder at a time.
_SOLE_HOLDERS = 1


@dataclass(slots=True)
class ImportReport:
    """What an import did. `merged` counts records of people that were known already, by table or import."""

    files: int = 0
    people: int = 0
    parties: int = 0
    organizations: int = 0
    merged: int = 0
    malformed: int = 0
    reasons: list[str] = field(default_factory=list)


def import_entities(
    paths: Sequence[Path],
    home: Path,
    format_name: str | None = None,
    country: str | None = None,
    progress: Callable[[int], None] | None = None,
) -> ImportReport:
    """Read files of any known format into the data folder; records that are already there are merged.

    The new state replaces the old one at the end, in one step: whoever reads meanwhile sees the old one,
    and an import that is broken off changes nothing. `progress` is called with the number of records read
    so far. Raises UnknownFormat or UnreadableFile before anything is written.
    """
    formats = [format_name or _format_of(path) for path in paths]
    target = store_path(home)
    target.parent.mkdir(parents=True, exist_ok=True)
    report = ImportReport(files=len(paths))
    with portalocker.Lock(target.with_suffix(".lock"), timeout=_LONGEST_WAIT):
        fresh = target.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        if target.exists() and is_current(target):
            shutil.copyfile(target, fresh)
        with closing(sqlite3.connect(fresh)) as connection:
            _prepare(connection)
            writer = _Writer(connection, report)
            if target.exists() and not is_current(target):
                _carry_over(target, writer)
            done = 0
            for path, name in zip(paths, formats, strict=True):
                for record in _records(path, name, country):
                    writer.add(record, path.name)
                    done += 1
                    if progress and done % 1000 == 0:
                        progress(done)
            connection.commit()
        fresh.replace(target)
    return report


def _format_of(path: Path) -> str:
    try:
        return importers.format_of(path)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableFile(path, _words(error)) from error


def _records(path: Path, name: str, country: str | None) -> Iterable[Imported]:
    try:
        yield from importers.read(path, name, country)
    except (gzip.BadGzipFile, EOFError, zlib.error, OSError) as error:
        # What was read up to here is good; a packed file that breaks off is common.
        yield Malformed("the rest of the file", _words(error))


def _words(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def upgrade_store(home: Path) -> None:
    """Index the imported records anew, as after an update of the program that finds names by other keys."""
    import_entities([], home)


def _carry_over(old: Path, writer: _Writer) -> None:
    """All records of a store of another version; raises DamagedStore if they cannot be read."""
    try:
        with closing(sqlite3.connect(old)) as connection:
            for (record,) in connection.execute("SELECT record FROM person ORDER BY id"):
                writer.put_person(person_from(record), None)
            for (record,) in connection.execute("SELECT record FROM party ORDER BY id"):
                writer.put_party(party_from(record))
            for (record,) in connection.execute("SELECT record FROM organization ORDER BY id"):
                writer.put_organization(organization_from(record))
    except (sqlite3.Error, ValueError, KeyError) as error:
        raise DamagedStore(old, str(error)) from error


def _prepare(connection: sqlite3.Connection) -> None:
    # The file is thrown away if anything breaks, so it need not survive a power cut half written.
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.execute("PRAGMA synchronous = OFF")
    if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        connection.executescript(SCHEMA)
        connection.execute(f"PRAGMA user_version = {VERSION:d}")


class _Writer:
    """Adds records one by one, each to whom it is about."""

    def __init__(self, connection: sqlite3.Connection, report: ImportReport) -> None:
        self._connection = connection
        self._report = report
        self._shipped = PeopleInMemory(shipped_people())
        self._parties = {
            (party.country, fold(name)): party.id
            for party in shipped_parties()
            for name in (party.name, *party.aliases)
        }
        self._organizations = {
            fold(name): one.id for one in shipped_organizations() for name in (one.name, *one.aliases)
        }

    def add(self, record: Imported, file: str) -> None:
        if isinstance(record, Malformed):
            self._report.malformed += 1
            if len(self._report.reasons) < MOST_REASONS:
                self._report.reasons.append(f"{file}, {record.where}: {record.reason}")
        elif isinstance(record, Person):
            self._add_person(record)
        elif isinstance(record, Party):
            self._add_party(record)
        else:
            self._add_organization(record)

    def _add_person(self, person: Person) -> None:
        known_id = self._known_person(person)
        person = replace(person, id=known_id or self._free_id(person), offices=oldest_first(person.offices))
        known = self._stored_person(person.id)
        if known_id:
            self._report.merged += 1
        else:
            self._report.people += 1
        merged = merged_person(known, person) if known else person
        if merged != known:
            self.put_person(merged, known)

    def put_person(self, merged: Person, known: Person | None) -> None:
        """Write a person with all keys, in place of what was known."""
        self._put("person", merged.id, dumped(merged))
        if known:
            # Rank and country stand in every entry, so a change of either rewrites them all.
            self._connection.executemany(
                "DELETE FROM name WHERE key = ? AND rank = ? AND person = ? AND name = ?",
                [(key, entry.rank, entry.person, entry.name) for key, entry in index_entries(known)],
            )
        self._connection.executemany(
            "INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?, ?)",
            [
                (key, entry.rank, entry.person, entry.name, entry.country)
                for key, entry in index_entries(merged)
            ],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO office VALUES (?, ?, ?)",
            [(role, of, merged.id) for role, of in office_keys(merged)],
        )

    def _known_person(self, person: Person) -> str | None:
        """Whom this record is about, if the tables or an earlier import know them."""
        if person.wikidata and (
            self._stored_person(person.wikidata) or self._shipped.person(person.wikidata)
        ):
            return person.wikidata
        found: dict[str, None] = {}
        for name in (person.name, *person.aliases):
            for key in exact_keys(name)[:1]:
                found.update(
                    (entry.person, None) for entry in self._shipped.entries(key, None, _MOST_NAMESAKES)
                )
                statement = "SELECT DISTINCT person FROM name WHERE key = ? ORDER BY person LIMIT ?"
                rows = self._connection.execute(statement, (key, _MOST_NAMESAKES)).fetchall()
                found.update((person_id, None) for (person_id,) in rows)
        for role, of in office_keys(person):
            if prominence_of(role) > _SOLE_HOLDERS:
                continue
            # "Wolfgang Schuessel", chancellor when Wolfgang Schüssel was: another spelling, not another man.
            statement = "SELECT person FROM office WHERE role = ? AND held_of = ? ORDER BY person LIMIT 500"
            rows = self._connection.execute(statement, (role, of)).fetchall()
            found.update((person_id, None) for person_id in self._shipped.in_office(role, of))
            found.update((person_id, None) for (person_id,) in rows)
        candidates = [known for person_id in found if (known := self._known(person_id)) is not None]
        same = [
            known for known in candidates if is_same_person(known, person) or is_same_holder(known, person)
        ]
        # Whoever has taken this record in before takes it again, or a second import would change the outcome.
        same.sort(key=lambda known: merged_person(known, person) != known)
        return same[0].id if same else None

    def _known(self, person_id: str) -> Person | None:
        """What the tables and earlier imports know together: a public id may have come with an import."""
        shipped, stored = self._shipped.person(person_id), self._stored_person(person_id)
        return merged_person(shipped, stored) if shipped and stored else shipped or stored

    def _free_id(self, person: Person) -> str:
        """The person's id; a namesake of the same country who held no office at the same time gets a
        number.
        """
        candidate, number = person.id, 1
        while self._stored_person(candidate) or self._shipped.person(candidate):
            number += 1
            candidate = f"{person.id}-{number}"
        return candidate

    def _stored_person(self, person_id: str) -> Person | None:
        row = self._connection.execute("SELECT record FROM person WHERE id = ?", (person_id,)).fetchone()
        return person_from(row[0]) if row else None

    def _add_party(self, party: Party) -> None:
        shipped = self._parties.get((party.country, fold(party.name)))
        party = replace(party, id=shipped or party.id)
        row = self._connection.execute("SELECT record FROM party WHERE id = ?", (party.id,)).fetchone()
        merged = merged_party(party_from(row[0]), party) if row else party
        self._report.merged += bool(row or shipped)
        self._report.parties += not (row or shipped)
        self.put_party(merged)

    def put_party(self, party: Party) -> None:
        """Write a party with its names."""
        self._put("party", party.id, dumped(party))
        self._put_names("party_name", party.id, (party.name, *party.aliases))

    def _add_organization(self, organization: Organization) -> None:
        shipped = self._organizations.get(fold(organization.name))
        organization = replace(organization, id=shipped or organization.id)
        row = self._connection.execute(
            "SELECT record FROM organization WHERE id = ?", (organization.id,)
        ).fetchone()
        merged = merged_organization(organization_from(row[0]), organization) if row else organization
        self._report.merged += bool(row or shipped)
        self._report.organizations += not (row or shipped)
        self.put_organization(merged)

    def put_organization(self, organization: Organization) -> None:
        """Write an organisation with its names."""
        self._put("organization", organization.id, dumped(organization))
        self._put_names("organization_name", organization.id, (organization.name, *organization.aliases))

    def _put(self, table: str, entity: str, record: str) -> None:
        self._connection.execute(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", (entity, record))  # noqa: S608

    def _put_names(self, table: str, entity: str, names: tuple[str, ...]) -> None:
        folded = [
            (name, entity)
            for name in dict.fromkeys(fold(name).removeprefix("the ") for name in names)
            if name
        ]
        self._connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?, ?)", folded)  # noqa: S608
