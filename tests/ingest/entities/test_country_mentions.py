"""Finding states in running text. All sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.entities.countries import country_phrases
from ingest.entities.country_mentions import country_mentions

SENTENCES = [
    ("Kenya’s minister flew to Lusaka.", [("Kenya", "KEN"), ("Lusaka", "ZMB")]),
    (
        "The U.S. envoy met Polish and Danish officials.",
        [("U.S.", "USA"), ("Polish", "POL"), ("Danish", "DNK")],
    ),
    ("North Korean and South Korean diplomats", [("North Korean", "PRK"), ("South Korean", "KOR")]),
    ("Democratic Republic of the Congo", [("Democratic Republic of the Congo", "COD")]),
    ("The Guinea-Bissau and Papua New Guinea teams", [("Guinea-Bissau", "GNB"), ("Papua New Guinea", "PNG")]),
    ("Niger and Nigeria closed the border.", [("Niger", "NER"), ("Nigeria", "NGA")]),
    ("Equatorial Guinea is not Guinea.", [("Equatorial Guinea", "GNQ"), ("Guinea", "GIN")]),
    ("Serbia and Montenegro split.", [("Serbia and Montenegro", "SCG")]),
    ("a Moscow-led bloc and US-backed forces", [("Moscow", "RUS"), ("US", "USA")]),
    ("Sino-Indian talks", [("Sino", "CHN"), ("Indian", "IND")]),
    ("CHINA-JAPAN SUMMIT OPENS", [("CHINA", "CHN"), ("JAPAN", "JPN")]),
    ("United\nStates", [("United\nStates", "USA")]),
    ("the Bosnian Serb leader", [("Bosnian Serb", "BIH")]),
    ("Visiting Jordan, the envoy praised Jordan's king.", [("Jordan", "JOR"), ("Jordan", "JOR")]),
    ("Jordan Foreign Minister", [("Jordan", "JOR")]),
    ("A spokesman of the Kremlin and of Downing Street", [("Kremlin", "RUS"), ("Downing Street", "GBR")]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_states_are_found_longest_phrase_first(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(mention.text, mention.iso3) for mention in country_mentions(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "They gave us turkey on fine china.",
        "CONTACT US",
        "a patrol in the South China Sea",
        "the Washington Post and the Moscow Times",
        "the Paris Agreement and the Warsaw Pact",
        "the Maputo Declaration and the Doha Round",
        "reporters of the Kathmandu Post at the Beijing Hotel",
        "Latin American and African American voters",
        "Michael Jordan scored.",
        "Jordan Smithers scored.",
        "Israel Katz",
        "ethnic Albanians",
        "the Korean Peninsula",
        "people in Atlanta, Georgia",
        "Victoria smiled.",
        "Nigerianness",
        "Romeo and Chadwick",
    ],
)
def test_what_only_sounds_like_a_state_is_passed_over(text: str) -> None:
    assert country_mentions(text) == ()


def test_a_weak_phrase_counts_where_the_text_names_its_state() -> None:
    text = "Chile welcomed her in Santiago."
    assert [mention.iso3 for mention in country_mentions(text)] == ["CHL", "CHL"]
    assert country_mentions("She arrived in Santiago.") == ()


def test_a_shared_adjective_follows_the_state_that_the_text_names() -> None:
    north = country_mentions("In Pyongyang the Korean side was silent.")
    assert [mention.iso3 for mention in north] == ["PRK", "PRK"]
    both = country_mentions("In Pyongyang and Seoul the Korean sides were silent.")
    assert both[-1].iso3 == "KOR"
    assert both[-1].others == ("PRK",)


_PIECES = st.sampled_from(
    [
        *(phrase.phrase for phrase in country_phrases()[:400]),
        " ",
        "'s ",
        "’s ",
        "-",
        ", ",
        "\n",
        "𝔘",
        "\u0301",
        "US",
    ]
)


@given(st.one_of(st.text(max_size=400), st.lists(_PIECES, max_size=30).map("".join)))
def test_offsets_cut_the_mention_out_of_any_text(text: str) -> None:
    mentions = country_mentions(text)
    position = 0
    for mention in mentions:
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        position = mention.end
