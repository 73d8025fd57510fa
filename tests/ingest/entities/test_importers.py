"""Each importer reads its format; what it cannot read has place and reason. All people are invented."""

from __future__ import annotations

import bz2
import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.entities import importers
from ingest.entities.errors import UnknownFormat
from ingest.entities.importers.shape import Malformed
from ingest.entities.model import Office, Organization, Party, Person

CSV = """kind,name,aliases,country,wikidata,party,role,title,organization,start,end,seat
person,Ada Nkole,A. Nkole|Adah Nkole,Zambia,Q900000001,Front of Rivers,,Foreign Minister,,2021-09,2023-01-31,
person,Per Holm,,NO,,,,Special Envoy,Lake Council,2020,?,
party,Front of Rivers,FoR,ZMB,,,,,,,,
organization,Lake Council,LC,,,,,,,,,Lusaka
person,,,ZMB,,,,,,,,
person,Bo Ek,,Atlantis,,,,,,,,
person,Bo Ek,,SWE,,,,Envoy,,soon,,
"""


def _ftm(entity: str, schema: str, **properties: str) -> dict[str, Any]:
    return {
        "id": entity,
        "schema": schema,
        "properties": {name: [value] for name, value in properties.items()},
    }


FTM: list[dict[str, Any]] = [
    _ftm(
        "occ-1", "Occupancy", holder="Q900000002", post="pos-1", startDate="2019-05-01", endDate="2022-05-01"
    ),
    _ftm("Q900000002", "Person", name="Marit Oja", alias="Oja, Marit", country="ee"),
    _ftm("pos-1", "Position", name="Minister of Defence of Estonia", country="ee"),
    _ftm("org-1", "Organization", name="Tidal Party", country="ee", topics="pol.party"),
    _ftm("co-1", "Company", name="Tidal Shipping"),
    {"id": "x", "schema": "Person"},
]

POPOLO = {
    "persons": [
        {
            "id": "p1",
            "name": "Tui Falala",
            "other_names": [{"name": "T. Falala"}],
            "identifiers": [{"scheme": "wikidata", "identifier": "Q900000003"}],
        },
        {"id": "p2", "name": ""},
    ],
    "organizations": [
        {"id": "o1", "classification": "party", "name": "Reef Party"},
        {"id": "house", "classification": "legislature", "name": "House of Reefs"},
    ],
    "memberships": [
        {
            "person_id": "p1",
            "on_behalf_of_id": "o1",
            "organization_id": "house",
            "role": "member",
            "legislative_period_id": "t1",
        }
    ],
    "events": [{"id": "t1", "start_date": "2014-11", "end_date": "2018"}],
    "areas": [{"id": "ocd-division/country:fj/division:north"}],
}

SPARQL = {
    "head": {"vars": ["person", "personLabel"]},
    "results": {
        "bindings": [
            {
                "person": {"value": "http://www.wikidata.org/entity/Q900000004"},
                "personLabel": {"value": "Ilmar Kask"},
                "personAltLabel": {"value": "I. Kask, Ilmar Kaszk"},
                "country": {"value": "http://www.wikidata.org/entity/Q191"},
                "positionLabel": {"value": "Minister of Foreign Affairs"},
                "start": {"value": "2018-04-03T00:00:00Z"},
                "party": {"value": "http://www.wikidata.org/entity/Q900000005"},
                "partyLabel": {"value": "Tidal Party"},
            },
            {"person": {"value": "not an address"}, "personLabel": {"value": "Nobody"}},
        ]
    },
}


def _entity(qid: str, label: str, **claims: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "item", "id": qid, "labels": {"en": {"value": label}}, "claims": claims}


def _item(qid: str, **qualifiers: str) -> dict[str, Any]:
    times = {name: [{"datavalue": {"value": {"time": value}}}] for name, value in qualifiers.items()}
    return {"rank": "normal", "mainsnak": {"datavalue": {"value": {"id": qid}}}, "qualifiers": times}


DUMP = [
    _entity(
        "Q900000006",
        "Sana Idrissi",
        P31=[_item("Q5")],
        P27=[_item("Q1028")],
        P39=[_item("Q900000007", P580="+2017-00-00T00:00:00Z", P582="+2020-03-00T00:00:00Z")],
        P102=[_item("Q900000008")],
    ),
    _entity("Q900000007", "Prime Minister of Morocco", P31=[_item("Q4164871")], P1001=[_item("Q1028")]),
    _entity("Q900000008", "Atlas Party", P31=[_item("Q7278")], P17=[_item("Q1028")]),
    _entity("Q900000009", "A river", P31=[_item("Q4022")]),
]

GAZETTEER: list[dict[str, Any]] = [
    {
        "id": "p:KEN:wanja-oduya",
        "name": "Wanja Oduya",
        "country": "KEN",
        "positions": [
            {
                "role": "minister",
                "title": "Minister of Finance",
                "first_seen": "2010-02",
                "last_seen": "2012-06",
            }
        ],
    },
    {
        "id": "ci:KEN:x",
        "name": "Kip Ruto",
        "country": "KEN",
        "title": "Minister of Roads",
        "role": "minister",
        "spans": [["2005-01", "2005-03"]],
    },
    {"id": "p:KEN:lake-party", "name": "Lake Party", "aliases": ["LP"], "country": "KEN", "founded": "1990"},
    {
        "id": "org:lakes",
        "name": "Council of Lakes",
        "seat": "Kisumu",
        "membership": [{"iso3": "KEN", "start": "1999"}],
    },
]


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _json_lines(rows: list[dict[str, Any]]) -> str:
    return "\n".join(json.dumps(row) for row in rows) + "\n"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    dump = "[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in DUMP) + "\n]\n"
    (tmp_path / "dump.json.gz").write_bytes(gzip.compress(dump.encode()))
    (tmp_path / "entities.ftm.json.bz2").write_bytes(bz2.compress(_json_lines(FTM).encode()))
    return {
        "csv": _write(tmp_path / "own.csv", CSV),
        "opensanctions": tmp_path / "entities.ftm.json.bz2",
        "popolo": _write(tmp_path / "house.json", json.dumps(POPOLO)),
        "wikidata-query": _write(tmp_path / "result.json", json.dumps(SPARQL)),
        "wikidata-dump": tmp_path / "dump.json.gz",
        "gazetteer": _write(tmp_path / "people.jsonl", _json_lines(GAZETTEER)),
    }


@pytest.mark.parametrize("name", list(importers.FORMATS))
def test_a_file_is_recognised_by_what_is_in_it(files: dict[str, Path], name: str) -> None:
    assert importers.format_of(files[name]) == name


def test_a_file_of_no_format_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="csv"):
        importers.format_of(_write(tmp_path / "poem.txt", "no header\n"))


def test_csv(files: dict[str, Path]) -> None:
    records = list(importers.read(files["csv"]))
    minister, envoy, party, organization, *malformed = records
    assert minister == Person(
        id="Q900000001",
        name="Ada Nkole",
        aliases=("A. Nkole", "Adah Nkole"),
        country="ZMB",
        party="party:ZMB:front-of-rivers",
        offices=(
            Office(
                "foreign_minister",
                "Foreign Minister",
                "ZMB",
                None,
                date(2021, 9, 1),
                date(2023, 1, 31),
            ),
        ),
        wikidata="Q900000001",
    )
    assert isinstance(envoy, Person)
    assert (envoy.offices[0].organization, envoy.offices[0].end_known) == ("organization:lake-council", False)
    assert party == Party("party:ZMB:front-of-rivers", "Front of Rivers", ("FoR",), "ZMB")
    assert organization == Organization("organization:lake-council", "Lake Council", ("LC",), "", "Lusaka")
    reasons = [(one.where, one.reason) for one in malformed if isinstance(one, Malformed)]
    assert reasons == [
        ("line 6", "no name"),
        ("line 7", "unknown country 'Atlantis'"),
        ("line 8", "start is no date: 'soon'"),
    ]


def test_opensanctions_joins_people_with_their_positions(files: dict[str, Path]) -> None:
    person, party, malformed = importers.read(files["opensanctions"])
    assert isinstance(person, Person)
    assert (person.id, person.name, person.country) == ("Q900000002", "Marit Oja", "EST")
    term = Office(
        "defence_minister", "Minister of Defence of Estonia", "EST", None, date(2019, 5, 1), date(2022, 5, 1)
    )
    assert person.offices == (term,)
    assert isinstance(party, Party)
    assert party.country == "EST"
    assert isinstance(malformed, Malformed)


def test_popolo_takes_the_country_from_an_area(files: dict[str, Path]) -> None:
    party, person, malformed = importers.read(files["popolo"])
    assert isinstance(person, Person)
    assert isinstance(party, Party)
    assert (person.id, person.country, person.party) == ("Q900000003", "FJI", party.id)
    seat = Office(
        "legislator", "Member of the House of Reefs", "FJI", None, date(2014, 11, 1), date(2018, 12, 31)
    )
    assert person.offices == (seat,)
    assert malformed == Malformed("person 2", "no name")


def test_popolo_takes_the_country_from_the_caller(files: dict[str, Path]) -> None:
    people = [one for one in importers.read(files["popolo"], country="TON") if isinstance(one, Person)]
    assert [person.country for person in people] == ["TON"]


def test_results_of_a_wikidata_query(files: dict[str, Path]) -> None:
    party, person, malformed = importers.read(files["wikidata-query"])
    assert party == Party("Q900000005", "Tidal Party", (), "EST", "Q900000005")
    assert isinstance(person, Person)
    assert person.aliases == ("I. Kask", "Ilmar Kaszk")
    assert person.offices[0].role == "foreign_minister"
    assert person.offices[0].start == date(2018, 4, 3)
    assert isinstance(malformed, Malformed)


def test_results_of_a_wikidata_query_as_csv(tmp_path: Path) -> None:
    header = "person,personLabel,positionLabel,country"
    row = "http://www.wikidata.org/entity/Q900000004,Ilmar Kask,President,EE"
    path = _write(tmp_path / "result.csv", f"{header}\n{row}\n")
    assert importers.format_of(path) == "wikidata-query"
    (person,) = importers.read(path)
    assert isinstance(person, Person)
    assert (person.id, person.country, person.offices[0].role) == ("Q900000004", "EST", "head_of_state")


def test_a_wikidata_dump_gives_positions_their_labels(files: dict[str, Path]) -> None:
    person, party = importers.read(files["wikidata-dump"])
    assert isinstance(person, Person)
    assert (person.id, person.country, person.party) == ("Q900000006", "MAR", "Q900000008")
    term = Office(
        "head_of_government", "Prime Minister of Morocco", "MAR", None, date(2017, 1, 1), date(2020, 3, 31)
    )
    assert person.offices == (term,)
    assert party == Party("Q900000008", "Atlas Party", (), "MAR", "Q900000008")


def test_gazetteer_lines(files: dict[str, Path]) -> None:
    person, official, party, organization = importers.read(files["gazetteer"])
    assert isinstance(person, Person)
    # Seen in 2012 for the last time: the end is not known.
    assert person.offices == (
        Office(
            "finance_minister", "Minister of Finance", "KEN", None, date(2010, 2, 1), None, end_known=False
        ),
    )
    assert isinstance(official, Person)
    assert official.offices[0].end == date(2005, 3, 31)
    assert isinstance(party, Party)
    assert isinstance(organization, Organization)
    assert [member.iso3 for member in organization.members] == ["KEN"]


_FIELDS = st.sampled_from(
    "id name schema properties claims persons labels positions spans aliases results bindings country".split()
)
_JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(_FIELDS, one, max_size=4),
    max_leaves=8,
)
_NOISE = st.one_of(st.binary(max_size=300), _JSON.map(lambda value: json.dumps(value).encode()))


@pytest.mark.parametrize("name", list(importers.FORMATS))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(noise=_NOISE)
def test_no_importer_raises_on_noise(tmp_path: Path, name: str, noise: bytes) -> None:
    path = tmp_path / "noise.json"
    path.write_bytes(noise)
    for record in importers.read(path, name):
        assert isinstance(record, Person | Party | Organization | Malformed)
