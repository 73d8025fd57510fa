"""Who met whom where other sentences say who is meant: pronouns, groups, guests, heads of sides."""

from __future__ import annotations

import pytest

from tests.ingest.reading import agrees, held_pairs

MET = [
    # The minister is whose counterpart is named, and no premier named behind.
    (
        "Georgian Minister Levan Solen met his Moldovan counterpart, Doina Orme, in Batumi. The Moldovan "
        "minister also met with Prime Minister Giorgi Lamar.",
        "Solen-Orme, Orme-Lamar",
    ),
    (
        "Thai Premier Chai Orme and Cambodian Premier Hun Solen meet in Putrajaya. Malaysia's Anwar Lamar "
        "plays host.",
        "Orme-Solen, Orme-Lamar, Solen-Lamar",
    ),
    # "He" is nobody else than the one whom nobody knows.
    (
        "Kenyan envoy Ada Solen met Premier Juris Orme. The Secretary-General is in Riga. He had a "
        "meeting with President Ida Lamar.",
        "Solen-Orme",
    ),
    # Groups and pronouns
    (
        "Defence Minister Ivo Petran of Slavonia and Tarsia's Mara Lindt had not spoken for a year. "
        "But the two ministers spent three hours together in a hotel on Monday.",
        "Petran-Lindt",
    ),
    (
        "The Serb mayor, Goran Ilic, said little. His Croat colleague, Ante Saric, blamed the "
        "weather. It took the bank a week to bring the pair of them together. They sat down on Monday"
        " in the bank's office.",
        "Ilic-Saric",
    ),
    (
        "Mediator Paul Sawadogo flew to Kidal on Sunday. He was tired. The rebel leader, Bilal Ould "
        "Amar, gave him lunch in a house near the airstrip.",
        "Sawadogo-Amar",
    ),
    (
        "Envoy Karl Voss has retired. Voss's last round of shuttle talks ended in May. In Norvik he "
        "sat down with Deputy Prime Minister Arta Hoxha.",
        "Voss-Hoxha",
    ),
    (
        "Envoy Karl Voss spoke of a visit by President Timur Aliev to Berlin, where he met "
        "Chancellor Anna Brandt.",
        "Aliev-Brandt",
    ),
    (
        "The general, Idris Bello, spoke first. Foreign minister Koffi Mensah was in Niamey with a "
        "colleague, and Premier Ali Zeidan received the two ministers for an hour.",
        "Mensah-Zeidan",
    ),
    # Sides
    (
        "The government and the rebels resumed their talks in Lusaka on Monday. The government team "
        "was headed by Interior Minister Paulo Kiala, and that of the rebels by their secretary "
        "general, Jonas Ngolo. The UN envoy, Amadou Diop, was in the chair.",
        "Kiala-Ngolo, Kiala-Diop, Ngolo-Diop",
    ),
    (
        "Pavel Hruska, who hosted the trilateral talks in Brno on Friday, spoke of trains. His "
        "guests, Jana Kovac of Slovakia and Eva Gruber of Austria, spoke of money.",
        "Hruska-Kovac, Hruska-Gruber, Kovac-Gruber",
    ),
    (
        "President Oleg Marin and opposition leader Vera Lupu spoke on Monday. The two sides last met"
        " in autumn.",
        "",
    ),
    (
        "Ministers Edi Brahimi of Albania and Yorgos Pappas of Greece looked tired after a night of talks.",
        "Brahimi-Pappas",
    ),
    (
        "The understanding was reached at the trade secretaries' talks, which ended on Monday. The Tarsian "
        "side was led by Secretary Munir Quist and the Slavonian side by Anura Siri.",
        "Quist-Siri",
    ),
    # Who is named behind the office
    (
        "General Luc Moreau met on Monday with the leader of the Serb community in this northern "
        "town, Oliver Stojic, and went home.",
        "Moreau-Stojic",
    ),
    (
        "Minister Nikos Pappas held a meeting with the Minister of Investment, Eng. Khalid Rashid. It"
        " was brief.",
        "Pappas-Rashid",
    ),
    (
        "Premier Ines Castro met President Ezer Adar, Defence Minister Yosef Katz and, on the island "
        "of Lesk, mayor Omar Haddad.",
        "Castro-Adar, Castro-Katz, Castro-Haddad",
    ),
    # Other words
    (
        "The envoy, Ralf Dunn, saw President Timur Aliev and Defence Minister Kadir Rasul.",
        "Dunn-Aliev, Dunn-Rasul",
    ),
    (
        "Envoy Ralf Dunn saw President Timur Aliev as a rival.",
        "",
    ),
    (
        "In Shenzhen, Mayor Mario Soria was the guest of deputy mayor Luo Huang.",
        "Soria-Huang",
    ),
    (
        "President Petro Moroz drew Chancellor Anna Brandt aside in a room behind the chamber.",
        "Moroz-Brandt",
    ),
    (
        "Monsignor Brambilla's partner in the negotiations was Minister Vu Quang.",
        "Brambilla-Quang",
    ),
    (
        "Mr Brambilla's partner was Minister Vu Quang.",
        "",
    ),
    (
        "Mayor Mario Soria flew home on Monday. Busan's mayor, Park Jun, had an hour for him as well.",
        "Soria-Park",
    ),
    (
        "Defence Minister Edgar Novil received the Chinese military attaché, Senior Colonel Zhou Min, and "
        "his Indian colleague, Group Captain Arvind Rao, on Friday.",
        "Novil-Zhou, Novil-Rao",
    ),
    (
        "Minister Stuart Yorke paid a courtesy call on Prime Minister Brigadier (Ret'd) Mark Phelps.",
        "Yorke-Phelps",
    ),
    (
        "Premier Ali Zeidan spoke of fish. General Idris Bello saw off the envoy, Koffi Mensah, who paid him "
        "a farewell visit.",
        "Mensah-Bello",
    ),
    (
        "Minister Stuart Yorke met his Omani counterpart, Badr Nasser, on Monday. The Omani minister also "
        "called on Mayor Mario Soria.",
        "Yorke-Nasser, Nasser-Soria",
    ),
    (
        "Kenyan Minister Stuart Yorke was in Muscat on Monday. Yorke's Omani counterpart, Badr Nasser, told "
        "reporters after the talks that he was content.",
        "Yorke-Nasser",
    ),
    (
        "Speaker Luc Girard led a delegation to Rabat on Monday. The delegation met Premier Driss Amrani.",
        "Girard-Amrani",
    ),
    (
        "Speaker Luc Girard led a delegation to Rabat. The Chinese delegation met Premier Driss Amrani.",
        "",
    ),
    (
        "President Moses Otim and Premier Ali Zeidan spoke by phone. The two last met in Dakar in July.",
        "Otim-Zeidan",
    ),
    (
        "Mayor Mario Soria came to Muscat on Monday. King Abdullah gave a banquet in his honour.",
        "Soria-Abdullah",
    ),
    # Guests and names
    (
        "President Moses Otim assured Premier Ali Zeidan, who is in Kampala for talks, of his support.",
        "Otim-Zeidan",
    ),
    (
        "President Moses Otim welcomed Premier Ali Zeidan to his office on Monday.",
        "Otim-Zeidan",
    ),
    (
        "President Moses Otim welcomed Premier Ali Zeidan at the airport on Monday.",
        "",
    ),
    (
        "Minister Stuart Yorke met with the deputy minister for trade, Hon. Joseph Orme, and with the "
        "Speaker of the Riigikogu Lauri Kask.",
        "Yorke-Orme, Yorke-Kask",
    ),
    (
        "Minister Stuart Yorke held meetings with his counterparts from Jordan, Ayman Haddad, and Egypt, "
        "Badr Nasser.",
        "Yorke-Haddad, Yorke-Nasser",
    ),
    (
        "Mediator Paul Sawadogo brought the two leaders, Bilal Amar and Karl Voss, together on Monday.",
        "Amar-Voss",
    ),
    (
        "General Idris Bello spent two hours closeted with President Moses Otim on Monday.",
        "Bello-Otim",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MET)
def test_what_stands_before_says_who_met_whom(text: str, expected: str) -> None:
    assert agrees(held_pairs(text), expected)


ARRIVED = "Finnish President Anna Berg flew to Quito. Ecuadorean President Peter Tamm is new in office. "


@pytest.mark.parametrize(
    "text",
    [
        # A counterpart holds the same office in the other state.
        "Berg met her Ecuadorean counterpart on Tuesday.",
        "Berg and her counterpart from Ecuador held talks on Tuesday.",
        # What stands behind the comma acts, and is no apposition to the name before it.
        "During talks with Tamm, the Finnish president called for more trade.",
        "Speaking after talks with President Tamm, the Finnish president praised Ecuador.",
        # "Her" is whom the main clause names first.
        "Following her talks with Tamm, Berg flew to Lima.",
        "At her meeting with President Tamm, Berg praised Ecuador.",
    ],
)
def test_a_counterpart_or_a_possessive_before_its_name_is_who_the_article_says(text: str) -> None:
    assert agrees(held_pairs(ARRIVED + text), "Berg-Tamm")


def test_a_counterpart_whom_nobody_names_is_who_held_the_office_then() -> None:
    text = "Japanese Foreign Minister Anna Berg met her Turkish counterpart on Tuesday."
    assert agrees(held_pairs(text), "Berg-Fidan")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who did what a passive tells, and who has an office before who has none.
        ("The pledge was made by Premier Anna Solen when she met Teo Lamar of Oman.", "Solen-Lamar"),
        (
            "President Teo Lamar and First Lady Ada Lamar landed on Monday. Lamar met Premier Anna Solen.",
            "Teo-Solen",
        ),
        (
            "Trade Minister Anna Solen met Friday with Premier Teo Lamar and Sunday with General Bo Dorn.",
            "Solen-Lamar, Solen-Dorn",
        ),
    ],
)
def test_who_is_meant_by_whom_a_sentence_is_about(text: str, expected: str) -> None:
    assert agrees(held_pairs(text), expected)


def test_a_counterpart_who_is_named_next_is_who_is_named() -> None:
    text = "Japanese Foreign Minister Anna Berg met her Turkish counterpart, acting minister Luis Ayala."
    assert agrees(held_pairs(text), "Berg-Ayala")


def test_two_of_one_state_and_office_are_no_counterpart() -> None:
    rivals = "Ecuadorean President Peter Tamm and Ecuadorean President Luis Ayala rule together. "
    text = "Finnish President Anna Berg flew to Quito. " + rivals + "Berg met her Ecuadorean counterpart."
    assert not held_pairs(text)
