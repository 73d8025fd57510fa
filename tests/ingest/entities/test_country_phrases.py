"""Which state a phrase stands for, and by what."""

from __future__ import annotations

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.entities import EntityData

# The members of the United Nations by alpha-3 code.
UN_MEMBERS = """
 AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN
BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY
ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND
IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU
LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR
NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR
SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA UKR URY
USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
""".split()

PHRASES = [
    ("Zambia", "ZMB", "name"),
    ("Zambian", "ZMB", "adjective"),
    ("Zambians", "ZMB", "demonym"),
    ("Lusaka", "ZMB", "capital"),
    ("Kremlin", "RUS", "metonym"),
    ("the Kremlin", "RUS", "metonym"),
    ("Foggy Bottom", "USA", "metonym"),
    ("Blue House", "KOR", "metonym"),
    ("Élysée", "FRA", "metonym"),
    ("US", "USA", "name"),
    ("U.S.", "USA", "name"),
    ("Turkey", "TUR", "name"),
    ("Türkiye", "TUR", "name"),
    ("Turks", "TUR", "demonym"),
    ("Poles", "POL", "demonym"),
    ("Danes", "DNK", "demonym"),
    ("Filipino", "PHL", "adjective"),
    ("Burkinabe", "BFA", "adjective"),
    ("Bosnian Serbs", "BIH", "demonym"),
    ("South Korea", "KOR", "name"),
    ("North Korean", "PRK", "adjective"),
    ("Democratic Republic of Congo", "COD", "name"),
    ("Congo-Brazzaville", "COG", "name"),
    ("Guinea-Bissau", "GNB", "name"),
    ("Equatorial Guinea", "GNQ", "name"),
    ("Papua New Guinea", "PNG", "name"),
    ("Nigerien", "NER", "adjective"),
    ("Nigerian", "NGA", "adjective"),
    ("Holy See", "VAT", "name"),
    ("Palestinian", "PSE", "adjective"),
    ("Kosovar", "XKX", "adjective"),
    ("Taiwanese", "TWN", "adjective"),
    ("Hong Kong", "HKG", "name"),
    ("Burma", "MMR", "name"),
    ("Zaire", "COD", "name"),
    ("Soviet Union", "SUN", "name"),
    ("Yugoslavia", "YUG", "name"),
    ("Czechoslovakia", "CSK", "name"),
    ("Serbia and Montenegro", "SCG", "name"),
    ("East Germany", "DDR", "name"),
    ("West Germany", "DEU", "name"),
    ("Saint John's", "ATG", "capital"),
    ("Kenya's", "KEN", "name"),
    ("JAPAN", "JPN", "name"),
    ("Frankreich", "FRA", "name"),
    ("Россия", "RUS", "name"),
    ("中国", "CHN", "name"),
]


@pytest.mark.parametrize(("phrase", "iso3", "via"), PHRASES)
def test_a_phrase_stands_for_a_state(data: EntityData, phrase: str, iso3: str, via: str) -> None:
    match = data.country_of(phrase)
    assert match is not None
    assert (match.iso3, "adjective" if match.via == "demonym" and via == "adjective" else match.via) == (
        iso3,
        via,
    )


@pytest.mark.parametrize(
    "phrase", ["us", "turkey", "china", "polish", "EU", "European Union", "Kurdish", "Anh", "", "'s"]
)
def test_other_words_stand_for_no_state(data: EntityData, phrase: str) -> None:
    assert data.country_of(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "first", "other"),
    [("Korean", "KOR", "PRK"), ("Congo", "COD", "COG"), ("Dominican", "DOM", "DMA")],
)
def test_a_shared_phrase_names_the_other_states_too(
    data: EntityData, phrase: str, first: str, other: str
) -> None:
    match = data.country_of(phrase)
    assert match is not None
    assert match.iso3 == first
    assert other in match.others


@pytest.mark.parametrize("iso3", UN_MEMBERS)
def test_every_member_of_the_united_nations_has_its_phrases(data: EntityData, iso3: str) -> None:
    """A name, an adjective and a capital, each leading back to it; a city state is its own capital."""
    country = data.country(iso3)
    assert country is not None
    name = data.country_of(country.name)
    assert name is not None
    assert name.iso3 == iso3
    shares_its_adjective = {"COG": "Congolese", "DMA": "Dominican"}
    adjectives = country.adjectives or (shares_its_adjective[iso3],)
    match = data.country_of(adjectives[0])
    assert match is not None
    assert iso3 in (match.iso3, *match.others)
    assert country.capitals or iso3 in {"SGP", "SMR", "STP"}


def test_every_code_is_one_of_iso_3166_or_kosovo(data: EntityData) -> None:
    today = {entry.alpha_3 for entry in pycountry.countries}
    withdrawn = {entry.alpha_3 for entry in pycountry.historic_countries}
    assert {country.iso3 for country in data.countries()} <= today | withdrawn | {"XKX"}


def test_a_phrase_belongs_to_one_kind(data: EntityData) -> None:
    phrases = [phrase.phrase for phrase in data.country_phrases()]
    assert len(phrases) == len(set(phrases))


@given(st.text(max_size=300))
def test_any_text_can_be_asked(data: EntityData, text: str) -> None:
    data.country_of(text)
    data.parties_named(text)
    data.organizations_named(text)
    data.office_role(text, "FRA")
