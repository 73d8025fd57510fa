"""Whom a name or an office means, by country and day. General knowledge, no article's words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.entities import EntityData
from ingest.entities.model import Office, Person
from ingest.entities.people import People
from ingest.entities.sources import PeopleInMemory

NAMED = [
    ("Dmitri Chernishenko", None, "Dmitry Chernyshenko"),
    ("Dimitri Medvedev", "RUS", "Dmitry Medvedev"),
    ("Sergei Lavrov", None, "Sergey Lavrov"),
    ("Erdogan", "TUR", "Recep Tayyip Erdoğan"),
    ("el-Sisi", "EGY", "Abdel Fattah el-Sisi"),
    ("Xi", "CHN", "Xi Jinping"),
    ("Kim Jong Un", None, "Kim Jong-un"),
    ("Abe Shinzo", None, "Shinzo Abe"),
    ("von der Leyen", None, "Ursula von der Leyen"),
    ("Rodríguez", "CUB", "Bruno Rodríguez Parrilla"),
    ("Diaz", "CUB", "Miguel Díaz-Canel"),
    ("bin Salman", "SAU", "Mohammad bin Salman"),
    ("Emperor Naruhito", "JPN", "Naruhito"),
    ("Владимир Путин", None, "Vladimir Putin"),
    ("Lukashenka", "BLR", "Alexander Lukashenko"),
    ("Gadhafi", "LBY", "Muammar Gaddafi"),
    ("Antony Blinkin", "USA", "Antony Blinken"),
    ("Suu Kyi", "MMR", "Aung San Suu Kyi"),
    ("Lula", "BRA", "Luiz Inácio Lula da Silva"),
    ("Abiy", "ETH", "Abiy Ahmed"),
]


@pytest.mark.parametrize(("name", "country", "expected"), NAMED)
def test_a_name_in_any_spelling_leads_to_its_bearer(
    data: EntityData, name: str, country: str | None, expected: str
) -> None:
    matches = data.people_named(name, date(2022, 11, 22), country)
    assert matches
    assert matches[0].person.name == expected


def test_a_surname_alone_scores_less_than_a_name_and_more_with_country_and_day(data: EntityData) -> None:
    alone = data.people_named("Lavrov")[0]
    in_country = data.people_named("Lavrov", None, "RUS")[0]
    in_office = data.people_named("Lavrov", date(2022, 11, 22), "RUS")[0]
    whole = data.people_named("Sergey Lavrov")[0]
    assert alone.score < in_country.score < in_office.score < whole.score


def test_the_day_decides_between_two_of_one_surname(data: EntityData) -> None:
    then = data.people_named("Bush", date(1991, 1, 20), "USA")
    later = data.people_named("Bush", date(2004, 1, 20), "USA")
    assert then[0].person.name == "George H. W. Bush"
    assert later[0].person.name == "George W. Bush"


def test_another_country_lowers_the_score_without_excluding(data: EntityData) -> None:
    fits = data.people_named("Sergey Lavrov", None, "RUS")[0]
    other = data.people_named("Sergey Lavrov", None, "JPN")[0]
    assert other.person.id == fits.person.id
    assert other.score < fits.score
    assert "not of JPN" in other.reason


@pytest.mark.parametrize("name", ["Kim Jong Woo", "Zebediah Quartermain", "Li", ""])
def test_a_stranger_is_not_taken_for_someone_known(data: EntityData, name: str) -> None:
    assert all(match.score < 0.7 for match in data.people_named(name))


HOLDERS = [
    ("President", "CUB", date(2022, 11, 22), "Miguel Díaz-Canel"),
    ("Prime Minister", "GBR", date(2022, 10, 1), "Liz Truss"),
    ("Prime Minister", "GBR", date(1995, 6, 1), "John Major"),
    ("Chancellor", "DEU", date(2021, 6, 1), "Angela Merkel"),
    ("Foreign Secretary", "GBR", date(2022, 11, 22), "James Cleverly"),
    ("Secretary of State", "USA", date(2022, 11, 22), "Antony Blinken"),
    ("Premier", "CHN", date(2022, 11, 22), "Li Keqiang"),
    ("King", "SAU", date(2022, 11, 22), "Salman bin Abdulaziz"),
    ("Pope", "VAT", date(2022, 11, 22), "Pope Francis"),
    ("leader", "PRK", date(2022, 11, 22), "Kim Jong-un"),
    ("Taoiseach", "IRL", date(2022, 11, 22), "Micheál Martin"),
    ("Vice President", "USA", date(2022, 11, 22), "Kamala Harris"),
    ("Supreme Leader", "IRN", date(2022, 11, 22), "Ali Khamenei"),
    ("Deputy President", "ZAF", date(2019, 11, 22), "David Mabuza"),
    ("foreign_minister", "RUS", date(2022, 11, 22), "Sergey Lavrov"),
]


@pytest.mark.parametrize(("title", "country", "on", "expected"), HOLDERS)
def test_an_office_on_a_day_leads_to_its_holder(
    data: EntityData, title: str, country: str, on: date, expected: str
) -> None:
    assert [match.person.name for match in data.holders(title, country, on)] == [expected]


def test_on_the_day_of_a_change_the_new_holder_comes_first(data: EntityData) -> None:
    matches = data.holders("Chancellor", "DEU", date(2021, 12, 8))
    assert [match.person.name for match in matches] == ["Olaf Scholz", "Angela Merkel"]


def test_without_a_day_the_latest_holder_is_meant(data: EntityData) -> None:
    assert data.holders("Secretary of State", "USA")[0].person.name == "Marco Rubio"


def test_the_head_of_an_organisation_is_found_by_its_id(data: EntityData) -> None:
    nato = data.organizations_named("NATO")[0]
    matches = data.holders("secretary general", nato.id, date(2022, 11, 22))
    assert [match.person.name for match in matches] == ["Jens Stoltenberg"]


def test_an_end_that_nobody_knows_is_weaker_than_one_that_is_known() -> None:
    """An office that a source last saw years ago may be over."""
    known = Person(
        "person:ZMB:a", "Ada Banda", country="ZMB", offices=(Office("minister", "Minister", "ZMB"),)
    )
    term = Office("minister", "Minister", "ZMB", start=date(2010, 1, 1), end_known=False)
    unknown = Person("person:ZMB:b", "Ben Banda", country="ZMB", offices=(term,))
    sure = Office("minister", "Minister", "ZMB", start=date(2010, 1, 1))
    people = People([PeopleInMemory([known, unknown, Person("person:ZMB:c", "Cleo Banda", offices=(sure,))])])
    scores = {match.person.name: match.score for match in people.holders("minister", "ZMB", date(2020, 1, 1))}
    assert scores["Cleo Banda"] > scores["Ben Banda"]


def test_a_president_who_heads_the_government_too_is_not_the_prime_minister() -> None:
    both = (
        Office("head_of_state", "President", "ZMB", start=date(2010, 1, 1)),
        Office("head_of_government", "President", "ZMB", start=date(2010, 1, 1)),
    )
    premier = (Office("head_of_government", "Prime Minister", "ZMB", start=date(2005, 1, 1)),)
    president = Person("person:ZMB:a", "Ada Banda", country="ZMB", offices=both)
    people = People([PeopleInMemory([president, Person("person:ZMB:b", "Ben Phiri", offices=premier)])])
    matches = people.holders("Prime Minister", "ZMB", date(2020, 1, 1))
    assert [match.person.name for match in matches] == ["Ben Phiri", "Ada Banda"]
    assert matches[0].score > matches[1].score


def test_after_the_date_of_the_tables_an_office_is_less_sure(data: EntityData) -> None:
    known = data.holders("Prime Minister", "GBR", date(2025, 6, 1))[0]
    later = data.holders("Prime Minister", "GBR", date(2027, 6, 1))[0]
    assert (known.person, later.score < known.score) == (later.person, True)


def test_parties_and_their_members_belong_together(data: EntityData) -> None:
    party = data.parties_named("United Russia party", "RUS")[0]
    assert party.country == "RUS"
    assert data.people_named("Dmitry Medvedev")[0].person.party == party.id
    assert data.parties_named("United Russia", "FRA") == ()


def test_a_party_name_of_several_countries_is_told_apart_by_country(data: EntityData) -> None:
    assert {party.country for party in data.parties_named("Labour Party")} >= {"GBR", "NOR"}
    assert [party.country for party in data.parties_named("Labour Party", "NOR")] == ["NOR"]


@given(st.text(max_size=400))
def test_any_text_can_be_looked_up(data: EntityData, text: str) -> None:
    assert data.people_named(text, date(2020, 1, 1), "RUS") == data.people_named(
        text, date(2020, 1, 1), "RUS"
    )
    data.holders(text, text, None)
