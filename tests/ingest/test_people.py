"""Surnames, pronouns and offices mean the people whom the article named in full."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.entities import load_entity_data
from ingest.entities.importing import import_entities
from ingest.pipeline import read_articles
from ingest.records import Article
from tests.ingest.reading import PUBLISHED, agrees, held_pairs, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Anna Solen landed on Monday. Solen met Premier Teo Lamar.", "Anna-Lamar"),
        ("Teo Lamar landed on Monday. He also met Trade Minister Ilse Dorn.", "Teo-Dorn"),
        ("Foreign Minister Julie Bishop landed. Bishop met Premier John Major.", "Julie-Major"),
        # The tagger takes a surname for a plural, or with a town for a place.
        (
            "Ministers Ada Iribarne of Uruguay and Rubén Cáceres of Paraguay agreed. Cáceres was received by "
            "President Teo Lamar.",
            "Cáceres-Lamar",
        ),
        (
            "Premier Han Jae-won left Seoul. In Munich Han also met separately with Premier Teo Lamar.",
            "Han-Lamar",
        ),
        # The tagger takes a surname for a people.
        (
            "President Ashraf Ghani left Kabul. Ghani met Premier Teo Lamar. Tamil rebels waited.",
            "Ashraf-Lamar",
        ),
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


def test_of_two_namesakes_the_one_who_held_the_office_is_meant_and_else_neither(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text(
        "kind,name,aliases,country,wikidata,party,role,title,start,end\n"
        "person,Karel Vray,,ZMB,Q900000031,,,Minister of Trade,2020-01-01,2025-01-01\n"
        "person,Karel Vray,,ZMB,Q900000032,,,Minister of Health,2020-01-01,2025-01-01\n"
        "person,Teo Lund,,ZMB,,,,Minister of Trade,2010-01-01,2011-01-01\n"
        "person,Teo Lund,,ZMB,,,,Minister of Trade,1960-01-01,1961-01-01\n",
        encoding="utf-8",
    )
    import_entities([table], tmp_path)
    data = load_entity_data(tmp_path)

    def ids(text: str) -> list[str]:
        (reading,) = read_articles([Article("article", text, published=PUBLISHED)], data=data)
        return [entity.id for entity in reading.entities if entity.kind == "person"]

    assert ids("Zambian Health Minister Karel Vray spoke.") == ["Q900000032"]
    assert ids("Zambian negotiator Karel Vray spoke.") == ["person:ZMB:karel-vray"]
    assert ids("Zambian negotiator Teo Lund spoke.") == ["person:ZMB:teo-lund-unsure"]
