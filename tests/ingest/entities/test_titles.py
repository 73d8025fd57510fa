"""Titles read as roles."""

from __future__ import annotations

import pytest

from ingest.entities.tables import rows
from ingest.entities.titles import office_role, read_title

ROLES = [
    ("President", "ZMB", "head_of_state"),
    ("the President", "ZMB", "head_of_state"),
    ("Premier", "CHN", "head_of_government"),
    ("Premier", "CAN", None),
    ("Chancellor", "DEU", "head_of_government"),
    ("Chancellor", "GBR", "finance_minister"),
    ("Chancellor", "FRA", None),
    ("Taoiseach", "IRL", "head_of_government"),
    ("Foreign Secretary", "GBR", "foreign_minister"),
    ("Foreign Secretary", "IND", "foreign_secretary"),
    ("External Affairs Minister", "IND", "foreign_minister"),
    ("Secretary of State", "USA", "foreign_minister"),
    ("Secretary of State", "VAT", "head_of_government"),
    ("Secretary of State", "FRA", None),
    ("leader", "FRA", "head_of_state"),
    ("leader", "IND", "head_of_government"),
    ("King", "JOR", "head_of_state"),
    ("Emir", "QAT", "head_of_state"),
    ("Sultan", "OMN", "head_of_state"),
    ("Pope", "VAT", "head_of_state"),
    ("Queen", "DNK", "head_of_state"),
    ("Queen", "JOR", "royal"),
    ("Supreme Leader", "IRN", "supreme_leader"),
    ("Vice President", "USA", "vice_head_of_state"),
    ("Deputy Prime Minister", "RUS", "deputy_head_of_government"),
    ("Vice Premier", "CHN", "deputy_head_of_government"),
    ("first deputy foreign minister", "BLR", "deputy_foreign_minister"),
    ("Minister of Tourism", "KEN", "minister"),
    ("Fisheries Minister", "ISL", "minister"),
    ("President of Zambia", "ZMB", "head_of_state"),
    ("leader of the house", "GBR", None),
    ("President of the Chess Club", "ZMB", None),
    ("goalkeeper", "ZMB", None),
]


@pytest.mark.parametrize(("title", "country", "role"), ROLES)
def test_a_title_stands_for_a_role_in_a_country(title: str, country: str, role: str | None) -> None:
    assert office_role(title, country) == role


@pytest.mark.parametrize(
    ("title", "modifiers"),
    [
        ("former President", ("former",)),
        ("ex-president", ("former",)),
        ("acting Foreign Minister", ("acting",)),
        ("President-elect", ("elect",)),
        ("prime minister-designate", ("elect",)),
        ("outgoing Deputy Prime Minister", ("outgoing", "deputy")),
        ("the new Prime Minister", ()),
    ],
)
def test_modifiers_say_whether_the_office_is_held(title: str, modifiers: tuple[str, ...]) -> None:
    read = read_title(title)
    assert read is not None
    assert read.modifiers == modifiers


def test_every_title_of_the_table_reads_as_its_role() -> None:
    for row in rows("titles.csv"):
        read = read_title(row["phrase"])
        assert read is not None, row["phrase"]
        assert row["role"]
