"""Whose official somebody is, from what stands around the name and around the article."""

from __future__ import annotations

import pytest

from ingest.records import OfficeClaim
from tests.ingest.reading import read

NORWAY = (
    "OSLO, 9 May 2024 (ANB) - Norway will build a new port. The Norwegian parliament voted for it on Monday. "
    "{} said that Norway needs it."
)


def country_of(name: str, text: str) -> str | None:
    (person,) = (one for one in read(text).entities if one.kind == "person" and name in one.name)
    return person.country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Teo Lamar, deputy secretary of the Norwegian Security Council, met Anna Solen.", "NOR"),
        ("Anna Solen met Teo Lamar, the visiting Kenyan trade minister.", "KEN"),
        ("Teo Lamar (Kenya) met Anna Solen.", "KEN"),
        ("Kenya's army chief, General Teo Lamar, met Anna Solen.", "KEN"),
        ("The mayor of Shanghai, Teo Lamar, met Anna Solen.", "CHN"),
        ("Norwegian President Anna Solen and Foreign Minister Teo Lamar met the press.", "NOR"),
        ("Kenyan President Anna Solen left. Solen's spokesman Teo Lamar said so.", "KEN"),
        ("Anna Solen was received in Nairobi by Foreign Minister Teo Lamar.", "KEN"),
        (NORWAY.format("Trade Minister Teo Lamar"), "NOR"),
        ("Norwegian Defence Minister Anna Solen met her Kenyan counterpart, General Teo Lamar.", "KEN"),
        ("Kenyan Teo Lamar won the prize.", "KEN"),
        ("Anna Solen met the North Korean defector Teo Lamar.", "PRK"),
        ("In Nairobi, Trade Minister Teo Lamar said that Norway needs it.", "KEN"),
        ("Ousted Kenyan President Teo Lamar met Anna Solen.", "KEN"),
        ("The foreign ministers of Norway, Mali and Kenya, Anna Solen, Ali Dorn and Teo Lamar, met.", "KEN"),
        ("The Norwegian and Kenyan premiers, Anna Solen and Teo Lamar, met.", "KEN"),
        ("Anna Solen met Teo Lamar, who has ruled Kenya since 1990.", "KEN"),
        ("Anna Solen left Washington. She met Deputy Secretary of State Teo Lamar.", "USA"),
        ("Warsaw agreed. Secretary of State Teo Lamar met Anna Solen.", "POL"),
        ("Norwegian President Anna Solen left. Her foreign minister, Teo Lamar, stayed.", "NOR"),
        ("Kenya is pleased. Its ambassador in Oslo, Teo Lamar, called on Anna Solen.", "KEN"),
        ("Anna Solen met a Kenyan trade delegation headed by Teo Lamar.", "KEN"),
        ("The Norwegian side was led by Anna Solen and the Kenyan side by Secretary Teo Lamar.", "KEN"),
        ("Norwegian President Anna Solen was accompanied by Trade Minister Teo Lamar.", "NOR"),
        ("Norwegian Premier Anna Solen, who was accompanied by Ambassador Teo Lamar, left.", "NOR"),
        ("Anna Solen flew on to Nairobi, where Foreign Minister Teo Lamar received her.", "KEN"),
        ("The other two, the Dane Bo Dorn and the Kenyan, Teo Lamar, said nothing.", "KEN"),
        ("The anti-Kenyan leader Teo Lamar is to meet the Norwegian parliament in Oslo on Monday.", "NOR"),
        ("Anna Solen met Teo Lamar, deputy head of the Kenyan Fishing Company.", "KEN"),
        ("Anna Solen went to Nairobi to confer with Foreign Minister Teo Lamar.", "KEN"),
        ("Anna Solen had talks with President Teo Lamar in Nairobi.", "KEN"),
        (NORWAY.format("Judge Teo Lamar"), "NOR"),
        (NORWAY.format("Gov. Teo Lamar"), "NOR"),
        ("Teo Lamar, a Kenyan missionary, met Anna Solen.", "KEN"),
        ("Two Kenyan envoys, Bo Dorn and Teo Lamar, met Anna Solen.", "KEN"),
        ("Teo Lamar, a patient Kenyan, met Anna Solen.", "KEN"),
        ("Anna Solen was succeeded by Teo Lamar, of Kenya.", "KEN"),
        ("Rep. Teo Lamar, D-Mich., met Anna Solen.", "USA"),
        ("Anna Solen, a Norwegian banker, wrote to Pope Teo Lamar.", "VAT"),
        ("Anna Solen met External Affairs Minister Teo Lamar.", "IND"),
        (
            "OSLO, 9 May 2024 (ANB) - Kenya and Mali want Norwegian fish. Trade Minister Teo Lamar told "
            "Norwegian radio that Kenya pays better than Mali.",
            "NOR",
        ),
    ],
)
def test_an_official_speaks_for_the_state_that_the_text_means(text: str, country: str) -> None:
    assert country_of("Lamar", text) == country


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Teo Lamar met Anna Solen.",
        "Trade Minister Teo Lamar is in Kenya for a visit. Kenya grows tea. Kenya is a large country.",
        "Trade Minister Teo Lamar has cancelled his trip to Kenya. Kenya grows tea. Kenya is large.",
        "Norwegian President Anna Solen met President Teo Lamar.",
        "Norwegian President Anna Solen and President Teo Lamar met.",
        NORWAY.format("The striker Teo Lamar"),
        NORWAY.format("Ambassador Teo Lamar"),
        NORWAY.format("Teo Lamar, director of the World Food Programme,"),
        NORWAY.format("The embassy spokesman, Teo Lamar,"),
        "A delegation to Norway led by Teo Lamar left.",
        "Norwegian President Anna Solen left. The rebels said no. Their leader, Teo Lamar, stayed.",
        "In Nairobi, Ambassador Teo Lamar said that he would leave.",
        "Kenyan-backed Teo Lamar won the prize.",
        "The talks were called off after the ambassador to Kenya, Teo Lamar, left.",
        "Norwegian Prime Minister Anna Solen met General Teo Lamar.",
        "He spoke to Kenyan officials, Teo Lamar said.",
        "The pro-Kenyan President Teo Lamar met Anna Solen.",
        "Teo Lamar, a Greek Orthodox, met Anna Solen.",
        "Anna Solen met Secretary of State for Defence Teo Lamar.",
        "The foreign ministers of Norway and Mali, Anna Solen and Ali Dorn, met Teo Lamar.",
    ],
)
def test_a_state_that_the_text_leaves_open_stays_open(text: str) -> None:
    assert country_of("Lamar", text) is None


def test_a_state_guessed_from_the_whole_article_is_no_ground_for_an_office() -> None:
    claims = read(NORWAY.format("Trade Minister Teo Lamar")).claims
    assert not [claim for claim in claims if isinstance(claim, OfficeClaim)]
