"""What an import leaves: merged, repeatable, whole or not at all. All but one of its people are invented."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ingest.entities import load_entity_data
from ingest.entities.errors import DamagedStore, UnknownFormat, UnreadableFile
from ingest.entities.importing import import_entities
from ingest.entities.store import store_path

HEADER = "kind,name,aliases,country,wikidata,party,role,title,start,end\n"


def _csv(path: Path, *lines: str) -> Path:
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def _content(home: Path) -> list[str]:
    with closing(sqlite3.connect(store_path(home))) as connection:
        return sorted(connection.iterdump())


def test_imported_people_are_found_by_name_spelling_surname_and_office(tmp_path: Path) -> None:
    path = _csv(
        tmp_path / "own.csv", "person,Dmitri Osipenko,,BLR,,,,Minister of Transport,2015-01-01,2019-01-01"
    )
    report = import_entities([path], tmp_path)
    assert (report.people, report.merged, report.malformed) == (1, 0, 0)
    data = load_entity_data(tmp_path)
    on = date(2016, 5, 1)
    for name in ("Dmitri Osipenko", "Dmitry Asipenka", "Osipenko"):
        assert data.people_named(name, on, "BLR")[0].person.id == "person:BLR:dmitri-osipenko"
    assert (
        data.people_named("Dmitry Asipenka", on, "BLR")[0].score
        > data.people_named("Osipenko", on, "BLR")[0].score
    )
    assert data.holders("Transport Minister", "BLR", on)[0].person.name == "Dmitri Osipenko"


def test_importing_again_changes_nothing(tmp_path: Path) -> None:
    path = _csv(
        tmp_path / "own.csv",
        "person,Ada Nkole,A. Nkole,ZMB,Q900000001,,,Minister of Trade,2021-09,2023-01",
        "person,Ada Nkole,,ZMB,,,,Minister of Finance,2023-02,",
        "person,Ada Nkole,,ZMB,,,,Minister of Trade,1961,1964",
        "person,Bwalya,,ZMB,,,,Minister of Trade,1991,1994",
        "person,Bwalya,,ZMB,,,,Minister of Roads,1995,1996",
        "party,Front of Rivers,FoR,ZMB,,,,,,",
        "organization,Lake Council,LC,,,,,,,",
    )
    first = import_entities([path], tmp_path)
    before = _content(tmp_path)
    second = import_entities([path], tmp_path)
    assert _content(tmp_path) == before
    # One career is one person; sixty years apart, or one word in two offices, are two.
    assert (first.people, first.parties, first.organizations) == (4, 1, 1)
    assert (second.people, second.parties, second.organizations, second.merged) == (0, 0, 0, 7)


def test_what_is_known_of_a_shipped_person_is_added_to_it(tmp_path: Path) -> None:
    shipped = load_entity_data().people_named("Hakainde Hichilema")[0].person
    path = _csv(tmp_path / "own.csv", "person,Hakainde Hichilema,Bally,ZMB,,,,Chairman of the Lakes,2022,")
    report = import_entities([path], tmp_path)
    assert (report.people, report.merged) == (0, 1)
    data = load_entity_data(tmp_path)
    match = data.people_named("Bally", None, "ZMB")[0]
    assert match.person.id == shipped.id
    assert set(shipped.offices) < set(match.person.offices)
    assert [one.person.id for one in data.people_named("Hichilema", None, "ZMB")].count(shipped.id) == 1


def test_the_holder_of_an_office_under_another_spelling_is_the_same_person(tmp_path: Path) -> None:
    path = _csv(
        tmp_path / "own.csv",
        "person,Wolfgang Schuessel,,AUT,,,head_of_government,Chancellor,2000-02-04,2007-01-11",
        "person,Juan Evo Morales Ayma,,BOL,,,head_of_state,President,2006-01-22,2019-11-10",
    )
    report = import_entities([path], tmp_path)
    assert (report.people, report.merged) == (0, 2)
    holders = load_entity_data(tmp_path).holders("Chancellor", "AUT", date(2003, 1, 1))
    assert [match.person.name for match in holders] == ["Wolfgang Schüssel"]


def test_two_wikidata_ids_are_two_people(tmp_path: Path) -> None:
    path = _csv(
        tmp_path / "own.csv", "person,Ada Nkole,,ZMB,Q900000001,,,,,", "person,Ada Nkole,,ZMB,Q900000002,,,,,"
    )
    assert import_entities([path], tmp_path).people == 2
    assert {match.person.id for match in load_entity_data(tmp_path).people_named("Ada Nkole")} == {
        "Q900000001",
        "Q900000002",
    }


def test_a_namesake_of_another_country_is_someone_else(tmp_path: Path) -> None:
    path = _csv(tmp_path / "own.csv", "person,Ada Nkole,,ZMB,,,,,,", "person,Ada Nkole,,MWI,,,,,,")
    import_entities([path], tmp_path)
    data = load_entity_data(tmp_path)
    assert data.people_named("Ada Nkole", None, "MWI")[0].person.id == "person:MWI:ada-nkole"
    assert data.people_named("Ada Nkole", None, "ZMB")[0].person.id == "person:ZMB:ada-nkole"


def test_malformed_records_are_counted_with_place_and_reason(tmp_path: Path) -> None:
    path = _csv(tmp_path / "own.csv", "person,,,ZMB,,,,,,", "person,Ada Nkole,,ZMB,,,,,,")
    report = import_entities([path], tmp_path)
    assert (report.people, report.malformed) == (1, 1)
    assert report.reasons == ["own.csv, line 2: no name"]


def test_a_packed_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    packed = gzip.compress(
        (HEADER + "".join(f"person,Person Number{n},,ZMB,,,,,,\n" for n in range(20000))).encode()
    )
    path = tmp_path / "own.csv.gz"
    path.write_bytes(packed[: len(packed) // 2])
    report = import_entities([path], tmp_path)
    assert report.people > 0
    assert report.malformed == 1


def test_a_broken_import_leaves_the_old_state(tmp_path: Path) -> None:
    import_entities([_csv(tmp_path / "own.csv", "person,Ada Nkole,,ZMB,,,,,,")], tmp_path)
    before = _content(tmp_path)
    poem = tmp_path / "poem.txt"
    poem.write_text("roses\n", encoding="utf-8")
    with pytest.raises(UnknownFormat):
        import_entities([_csv(tmp_path / "more.csv", "person,Bo Ek,,SWE,,,,,,"), poem], tmp_path)
    with pytest.raises(UnreadableFile):
        import_entities([tmp_path / "nowhere.csv"], tmp_path)
    assert _content(tmp_path) == before


def test_a_reader_keeps_its_state_while_an_import_replaces_the_file(tmp_path: Path) -> None:
    import_entities([_csv(tmp_path / "own.csv", "person,Ada Nkole,,ZMB,,,,,,")], tmp_path)
    reader = load_entity_data(tmp_path)
    assert reader.people_named("Ada Nkole")
    import_entities([_csv(tmp_path / "more.csv", "person,Bo Ekdahl,,SWE,,,,,,")], tmp_path)
    assert reader.people_named("Bo Ekdahl") == ()
    assert load_entity_data(tmp_path).people_named("Bo Ekdahl")


def test_a_store_of_another_version_is_indexed_anew(tmp_path: Path) -> None:
    import_entities(
        [_csv(tmp_path / "own.csv", "person,Ada Nkole,,ZMB,,,,,,", "party,Reef Party,,FJI,,,,,,")], tmp_path
    )
    before = _content(tmp_path)
    with closing(sqlite3.connect(store_path(tmp_path))) as connection:
        connection.executescript("DELETE FROM name; PRAGMA user_version = 0;")
    data = load_entity_data(tmp_path)
    assert data.people_named("Ada Nkole")
    assert data.parties_named("Reef Party")
    assert _content(tmp_path) == before


def test_a_damaged_store_says_what_to_do(tmp_path: Path) -> None:
    store_path(tmp_path).parent.mkdir(parents=True)
    store_path(tmp_path).write_text("no database", encoding="utf-8")
    with pytest.raises(DamagedStore, match="import again"):
        load_entity_data(tmp_path)


def test_imported_parties_and_organisations_join_the_shipped_ones(tmp_path: Path) -> None:
    path = _csv(
        tmp_path / "own.csv",
        "party,United Russia,Bear Party,RUS,,,,,,",
        "organization,NATO,Treaty Club,,,,,,,",
    )
    report = import_entities([path], tmp_path)
    assert report.merged == 2
    data = load_entity_data(tmp_path)
    assert data.parties_named("Bear Party")[0].id == data.parties_named("United Russia")[0].id
    assert data.organizations_named("Treaty Club")[0].id == data.organizations_named("NATO")[0].id
    assert len(data.organizations_named("NATO")) == 1


def test_a_holder_and_the_one_who_follows_stay_two_however_often_they_come(tmp_path: Path) -> None:
    """Father and son bear each other's names, and one took office on the day when the other left it."""
    path = _csv(
        tmp_path / "own.csv",
        "person,Otim bin Kariuki Lund,,ZMB,Q900000011,,,President,2001-01-05,2009-03-01",
        "person,Halden bin Otim bin Kariuki Lund,,ZMB,Q900000012,,,President,2009-03-01,2017-01-01",
    )
    first = import_entities([path], tmp_path)
    before = _content(tmp_path)
    again = import_entities([path], tmp_path)
    assert (first.people, again.people, again.merged) == (2, 0, 2)
    assert _content(tmp_path) == before


def test_a_term_that_ends_before_it_begins_is_not_added_again(tmp_path: Path) -> None:
    path = _csv(tmp_path / "own.csv", "person,Ada Nkole,,ZMB,,,,Minister of Trade,2011-07,2011-02")
    import_entities([path], tmp_path)
    before = _content(tmp_path)
    import_entities([path], tmp_path)
    assert _content(tmp_path) == before


def test_a_public_id_that_an_import_brought_to_someone_in_the_tables_keeps_others_out(tmp_path: Path) -> None:
    path = _csv(
        tmp_path / "own.csv",
        "person,Oleksiy Honcharuk,,UKR,Q900000021,,,Prime Minister,2019-08-29,2020-03-04",
        "person,Oleksij Honcharuk,,UKR,Q900000022,,,Prime Minister,2019-08-29,2020-03-04",
    )
    report = import_entities([path], tmp_path)
    assert (report.people, report.merged) == (1, 1)
