"""When two spellings are one person."""

from __future__ import annotations

import pytest

from ingest.records import Entity, MentionSpan
from ingest.score import score_articles
from ingest.score.alignment import spellings
from ingest.score.measures import Found
from ingest.score.names import SAME, best, likeness
from tests.ingest.score.readings import SURE, gold, met, reading


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Solen", "Anna Solen"),
        ("Moammer Kadhafi", "Muammar Gaddafi"),
        ("Díaz-Canel", "Miguel Diaz-Canel Bermudez"),
        ("King Aldric III", "Aldric III"),
        ("Li Pengh", "Li Peng"),
        ("Omar al-Bashir", "Omar Hassan Al Bashir"),
        ("Володимир Зеленський", "Volodymyr Zelenskyy"),
        ("A. Solen", "Anna Solen"),
    ],
)
def test_one_person_in_two_spellings(a: str, b: str) -> None:
    assert likeness(a, b) >= SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [("Kim Yong-nam", "Kim Jong-il"), ("Anna Solen", "Anna Dorn"), ("Li", "Lu"), ("Bask", "Dask Orme")],
)
def test_two_people(a: str, b: str) -> None:
    assert likeness(a, b) < SAME


def test_given_names_decide_between_two_of_one_surname() -> None:
    brothers = ["Norodom Sihamoni", "Norodom Ranariddh", "Norodom Sirivudh"]
    assert best(["Prince Norodom Ranariddh"], brothers)[0] == "Norodom Ranariddh"
    assert best(["Raul Castro"], ["Fidel Castro", "Raul Castro"])[0] == "Raul Castro"
    assert best(["Maria Castro"], ["Fidel Castro", "Raul Castro"])[0] is None
    assert best(["Castro"], ["Fidel Castro", "Raul Castro"])[0] is None
    assert best(["Castro"], ["Fidel Castro", "Raul Castro"], "Raul Castro")[0] == "Raul Castro"


def test_two_listed_persons_stay_two_though_one_is_called_by_surname_alone() -> None:
    persons = [{"name": "King Hussein"}, {"name": "Saddam Hussein"}]
    line = gold(pairs=[["King Hussein", "Saddam Hussein"]], persons=persons)
    said = reading(["King Hussein", "Saddam Hussein"], met("King Hussein", "Saddam Hussein"))
    assert score_articles([line], [said]).total.pairs == Found(right=1)


def test_an_office_is_no_spelling_of_a_name() -> None:
    texts = ("the Cuban president", "Solen")
    entity = Entity("p", "person", "Anna Solen", tuple(MentionSpan(0, len(t), t) for t in texts), SURE)
    assert spellings(entity) == ("Solen", "Anna Solen")
