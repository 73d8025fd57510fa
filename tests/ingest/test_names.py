"""Whether two spellings of a personal name can be one person, and where offices end and names begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.entities.folding import slug
from ingest.names import is_part_of, parts, same_person
from tests.ingest.reading import held_pairs


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dimitri Medvedev", "Dmitry Medvedev", True),
        ("Miguel Díaz-Canel", "Miguel Diaz-Canel Bermudez", True),
        ("Raul Castro", "Fidel Castro", False),
        ("King Abdullah II", "King Abdullah", True),
    ],
)
def test_spellings_of_one_name_are_one_person_and_brothers_are_two(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    ("short", "full", "part"),
    [("Diaz", "Miguel Díaz-Canel", True), ("Medvedeva", "Dmitri Medvedev", False), ("", "Anna Solen", False)],
)
def test_a_part_stands_for_the_full_name_and_a_woman_of_the_family_is_another(
    short: str, full: str, part: bool
) -> None:
    assert is_part_of(short, full) is part


@given(st.text(max_size=40), st.text(max_size=40))
def test_names_of_any_text_are_compared_and_each_is_itself(one: str, other: str) -> None:
    assert same_person(one, one)
    same_person(one, other)


@given(st.text(max_size=40))
def test_a_slug_holds_only_what_an_id_may_hold(name: str) -> None:
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(name)
    assert all(parts(name)) or not parts(name)


LONG_OFFICES = [
    "the Togolese Minister of Security and Civil Protection",
    "the Minister of State at the Foreign Office",
    "the Minister in the President's Office for Public Service Management",
    "the Minister of Prisoners' Affairs",
    "the Minister for Information, Communications and the Arts",
    "Health and Family Welfare Minister",
    "Science, Technology and Innovation Minister",
    "First Deputy Chairman of the Council of Ministers",
    "the head of the EU Delegation to Georgia",
    "Director of the Information Department of the Foreign Ministry",
    "the Special Representative of the Secretary-General for Haiti",
    "National Security Adviser to the President",
    "Advisor to the Prime Minister on Foreign Affairs",
    "Consul General of Turkey in Batumi",
    "the Chargé d'Affaires a.i. of the United States",
    "US Under Secretary of State for Political Affairs",
    "US Assistant Secretary of State for South and Central Asian Affairs",
    "Commander-in-Chief of the Armed Forces General",
    "World Bank Regional Director for the South Caucasus",
    "Archbishop Emeritus",
]


@pytest.mark.parametrize("office", LONG_OFFICES)
def test_an_office_of_any_length_ends_in_the_name_of_who_holds_it(office: str) -> None:
    met = f"Foreign Minister Peter Kovac met {office} Goran Marek on Tuesday."
    assert held_pairs(met) == {frozenset({"Peter Kovac", "Goran Marek"})}
    listed = f"Peter Kovac held talks with President Salim Banda, {office} Goran Marek and Premier Teo Lamar."
    assert {name for pair in held_pairs(listed) for name in pair} == {
        "Peter Kovac", "Salim Banda", "Goran Marek", "Teo Lamar"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The office of another: whose it is meets nobody here.
        ("Peter Kovac met the spokesman for the Minister of Trade Goran Marek on Tuesday.", set()),
        ("Peter Kovac met the wife of the Minister of Trade Goran Marek on Tuesday.", set()),
        # Behind "to President" stands the president, behind "and" the next in the list.
        ("The mayor of Graz and Goran Marek met Peter Kovac on Tuesday.", {"Goran Marek"}),
    ],
)
def test_the_name_behind_another_office_is_not_who_met(text: str, expected: set[str]) -> None:
    assert {name for pair in held_pairs(text) for name in pair} - {"Peter Kovac"} == expected
