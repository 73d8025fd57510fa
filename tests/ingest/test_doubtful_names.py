"""Which capitals are no person's name, by where they stand."""

from __future__ import annotations

import pytest

from tests.ingest.reading import read


def people_of(text: str) -> set[str]:
    return {entity.name for entity in read(text).entities if entity.kind == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "Snow is forecast on the coast from Monday night.",
        "Fighting went on around the town.",
        "Two men from Fakaofo were found. The destroyer Takanami brought them home.",
        "More than a thousand tourists visit the Okavango Delta every month.",
        "The minister visited Quang Ninh province and the village of Ab Barik.",
        "The minister will visit the Nhan Dan Newspaper.",
        "According to the daily Gazeta Stoleczna, prices rose.",
        "The group said on Twitter that it would come.",
    ],
)
def test_places_things_and_first_words_are_nobody(text: str) -> None:
    assert people_of(text) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prices rose, said Maria Undurraga, a baker.", {"Maria Undurraga"}),
        ("The price rose, baker Maria Undurraga said.", {"Maria Undurraga"}),
        ("The Rev. Peter Lamb was there.", {"Rev. Peter Lamb"}),
        ("Solen met Premier Teo Lamar in the village of Aksu.", {"Solen", "Teo Lamar"}),
        ("Blair raised the question on Monday.", {"Blair"}),
    ],
)
def test_who_says_does_or_met_something_is_somebody(text: str, names: set[str]) -> None:
    assert people_of(text) == names
