"""Cities by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.entities.places import Places


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return Places(tmp_path_factory.mktemp("home"))


def test_the_capital_comes_before_a_town_of_the_same_name(places: Places) -> None:
    moscow = places.named("Moscow")
    assert (moscow[0].country, moscow[0].capital) == ("RUS", True)
    assert "USA" in {place.country for place in moscow[1:]}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kyiv", "UKR"),
        ("Kiev", "UKR"),
        ("New Delhi", "IND"),
        ("Singapore", "SGP"),
        ("Bogotá", "COL"),
        ("Bogota", "COL"),
    ],
)
def test_capitals_are_found_in_their_usual_spellings(places: Places, name: str, country: str) -> None:
    assert places.named(name)[0].country == country
    assert places.named(name)[0].capital


def test_the_larger_city_comes_first(places: Places) -> None:
    populations = [place.population for place in places.named("Birmingham")]
    assert populations == sorted(populations, reverse=True)
    assert len(populations) > 1


@pytest.mark.parametrize("name", ["Bonn", "Ramallah", "The Hague"])
def test_a_former_capital_or_seat_is_itself_and_not_the_capital_of_its_land(
    places: Places, name: str
) -> None:
    assert places.named(name)[0].name == name


def test_no_town_no_answer(places: Places) -> None:
    assert places.named("Quartermainville") == places.named("") == ()


def test_what_is_kept_in_the_data_folder_gives_the_same_answers(places: Places) -> None:
    in_memory = Places()
    for name in ("Geneva", "Havana", "San José", "Vienna", "Moscow"):
        assert places.named(name) == in_memory.named(name)


def test_a_data_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    assert Places(blocked).named("Geneva")
