"""Whether two spellings of a personal name can be one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.entities.folding import slug
from ingest.names import is_part_of, parts, same_person


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
