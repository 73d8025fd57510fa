"""Surnames, pronouns and offices mean the people whom the article named in full."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.reading import agrees, held_pairs, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Anna Solen landed on Monday. Solen met Premier Teo Lamar.", "Anna-Lamar"),
        ("Teo Lamar landed on Monday. He also met Trade Minister Ilse Dorn.", "Teo-Dorn"),
    ],
)
def test_a_surname_or_pronoun_is_the_person_named_before(text: str, expected: str) -> None:
    assert agrees(held_pairs(text), expected)


def test_one_person_in_several_spellings_is_one_entity() -> None:
    reading = read("President Anna Solen spoke in Geneva. Solen left. Anna Solen met Premier Teo Lamar.")
    solen = [entity for entity in reading.entities if "Solen" in entity.name]
    assert [len(entity.mentions) for entity in solen] == [3]


def test_a_surname_with_an_office_means_who_held_it_on_that_day() -> None:
    text = "President Zelenskyy met Premier Teo Lamar."
    (president,) = (one for one in read(text).entities if "Zelenskyy" in one.name)
    assert (president.name, president.country) == ("Volodymyr Zelenskyy", "UKR")
    (earlier,) = (one for one in read(text, date(2017, 5, 1)).entities if "Zelenskyy" in one.name)
    assert (earlier.name, earlier.country) == ("Zelenskyy", None)
