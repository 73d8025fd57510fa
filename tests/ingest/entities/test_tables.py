"""The shipped tables hold together."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from ingest.entities import EntityData
from ingest.entities.folding import fold
from ingest.entities.shipped import shipped_organizations, shipped_parties, shipped_people
from ingest.entities.tables import day, rows, tables_folder

OFFICES = sorted(
    entry.name for entry in (tables_folder() / "offices").iterdir() if entry.name.endswith(".csv")
)


@pytest.mark.parametrize("file", OFFICES)
def test_every_office_has_a_holder_a_country_and_days_in_order(data: EntityData, file: str) -> None:
    organizations = {organization.name for organization in shipped_organizations()}
    for row in rows(f"offices/{file}"):
        assert row["name"], row
        assert bool(row["country"]) != bool(row["organization"]), row
        assert not row["country"] or data.country(row["country"]), row
        assert not row["organization"] or row["organization"] in organizations, row
        assert re.fullmatch(r"[a-z_]+", row["role"]), row
        start, end = day(row["start"]), day(row["end"], last=True)
        assert start is not None, row
        assert end is None or start <= end, row


@pytest.mark.parametrize(
    "role", ["head_of_state", "head_of_government", "foreign_minister", "supreme_leader"]
)
def test_no_two_hold_the_same_office_at_once(role: str) -> None:
    """But for the day of the change, or the month where only the month is known.

    The presidency of Bosnia and Herzegovina has three members.
    """
    terms: dict[str, list[tuple[date, date, str]]] = {}
    for person in shipped_people():
        for office in person.offices:
            if office.role == role and office.country not in (None, "BIH") and office.start:
                term = (office.start, office.end or date.max, person.name)
                terms.setdefault(str(office.country), []).append(term)
    for country, held in terms.items():
        held.sort()
        for (_, end, one), (start, _, other) in pairwise(held):
            assert (end - start).days <= 31 or one == other, f"{country}: {one} and {other}"


def test_ids_are_unique_and_wikidata_ids_are_well_formed() -> None:
    ids = Counter(one.id for one in (*shipped_people(), *shipped_parties(), *shipped_organizations()))
    assert [entity for entity, count in ids.items() if count > 1] == []
    for one in (*shipped_people(), *shipped_parties(), *shipped_organizations()):
        assert one.wikidata is None or re.fullmatch(r"Q[1-9]\d*", one.wikidata)
        assert one.id == one.wikidata or re.fullmatch(r"(person|party):\w{2,3}:.+|organization:.+", one.id), (
            one.id
        )


def test_every_person_of_the_table_of_names_holds_an_office() -> None:
    assert [person.name for person in shipped_people() if not person.offices] == []


def test_every_party_that_a_person_has_is_in_the_table_of_parties() -> None:
    parties = {(row["country"], row["name"]) for row in rows("parties.csv")}
    for row in rows("people.csv"):
        # A party of the Soviet Union has people who stand under Russia.
        assert not row["party"] or {(row["country"], row["party"]), ("SUN", row["party"])} & parties, row


def test_no_person_stands_twice_in_a_country() -> None:
    seen = Counter((person.country, fold(person.name)) for person in shipped_people())
    assert [key for key, count in seen.items() if count > 1] == []


def test_members_of_organisations_are_states(data: EntityData) -> None:
    for organization in shipped_organizations():
        for member in organization.members:
            assert data.country(member.iso3), (organization.name, member)


def test_every_weak_phrase_is_a_phrase(data: EntityData) -> None:
    phrases = {phrase.phrase for phrase in data.country_phrases()}
    unused = [row["phrase"] for row in rows("country_weak.csv") if row["phrase"] not in phrases]
    assert unused == []
