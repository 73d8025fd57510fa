"""Where a meeting was."""

from __future__ import annotations

import pytest

from tests.ingest.reading import meetings, read


def test_the_place_named_in_the_sentence_is_the_place_of_its_meeting() -> None:
    reading = read("President Anna Solen met Premier Teo Lamar in Geneva.")
    (claim,) = meetings("President Anna Solen met Premier Teo Lamar in Geneva.")
    assert [entity.name for entity in reading.entities if entity.id == claim.place] == ["Geneva"]


def test_a_place_that_the_text_leaves_open_stays_open() -> None:
    (claim,) = meetings("President Anna Solen met Premier Teo Lamar.")
    assert claim.place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenyan Premier Teo Lamar will visit Norway and hold talks with President Anna Solen.", "Norway"),
        ("Teo Lamar, on his first trip to Norway, met President Anna Solen.", "Norway"),
        ("Norwegian President Anna Solen met visiting Kenyan Premier Teo Lamar.", "Norway"),
        ("President Anna Solen met Premier Teo Lamar in the Croatian border town of Orme.", "Orme"),
        ("President Anna Solen met Premier Teo Lamar in the Kenyan capital.", "Nairobi"),
        ("Premier Teo Lamar left for Oslo, where he will meet President Anna Solen.", "Oslo"),
    ],
)
def test_a_place_is_read_from_journeys_visitors_and_descriptions(text: str, place: str) -> None:
    (claim,) = meetings(text)
    assert [entity.name for entity in read(text).entities if entity.id == claim.place] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "President Anna Solen met Premier Teo Lamar on the American role in Iraq.",
        "Premier Teo Lamar met President Anna Solen after his trip to Norway.",
        "Premier Teo Lamar handed President Anna Solen an invitation to visit Kenya when they met.",
    ],
)
def test_where_something_else_is_or_was_is_no_place_of_the_meeting(text: str) -> None:
    assert [claim.place for claim in meetings(text)] == [None]
