"""Where a meeting was."""

from __future__ import annotations

from tests.ingest.reading import meetings, read


def test_the_place_named_in_the_sentence_is_the_place_of_its_meeting() -> None:
    reading = read("President Anna Solen met Premier Teo Lamar in Geneva.")
    (claim,) = meetings("President Anna Solen met Premier Teo Lamar in Geneva.")
    assert [entity.name for entity in reading.entities if entity.id == claim.place] == ["Geneva"]


def test_a_place_that_the_text_leaves_open_stays_open() -> None:
    (claim,) = meetings("President Anna Solen met Premier Teo Lamar.")
    assert claim.place is None
