"""Who is said to be an ally or a partner of whom. All sentences are invented."""

from __future__ import annotations

import pytest

from ingest.entities.country_mentions import country_mentions
from ingest.parse import load_model
from ingest.partnerships import partnership_claims
from ingest.records import PartnershipClaim
from ingest.states import CountrySpan
from tests.ingest.reading import read

STATED = [
    (
        "Biden welcomed Japan and Korea and called the two countries \"two of the United States' closest "
        'allies".',
        ["JPN USA stated", "KOR USA stated"],
    ),
    ("Germany and America, he told reporters, were allies and would remain allies.", ["DEU USA stated"]),
    ("The spill must not harm the Romanian-Hungarian strategic partnership.", ["HUN ROU stated"]),
    ("Poland, which calls itself Ukraine's strategic partner, has promised no money.", ["POL UKR stated"]),
    ("Germany and America, he added, were bound by an alliance that would last.", ["DEU USA stated"]),
    (
        "Belarusian and Russian crews started joint duty under a plan of the two allied states.",
        ["BLR RUS stated"],
    ),
    ("Pakistan is a close ally of China.", ["CHN PAK stated"]),
    ("Pakistan, a close ally of China, rejected the vote.", ["CHN PAK stated"]),
    ("China's ally Pakistan rejected the vote.", ["CHN PAK stated"]),
    ("US ally Pakistan rejected the vote.", ["PAK USA stated"]),
    ("Longtime US ally Egypt said on Monday it would attend.", ["EGY USA stated"]),
    ("NATO allies Turkey and Greece traded accusations over the islands.", ["GRC TUR stated"]),
    ("The allies Belarus and Russia will hold drills in September.", ["BLR RUS stated"]),
    ("Vietnam and Russia signed a comprehensive strategic partnership in 2012.", ["RUS VNM stated"]),
    ("The strategic partnership between India and Japan has grown, Modi said.", ["IND JPN stated"]),
    ("The India-Japan strategic partnership has grown.", ["IND JPN stated"]),
    ("Sino-Russian friendship is as solid as a rock, Wang said.", ["CHN RUS stated"]),
    (
        "Japan and the Philippines are treaty allies of the United States.",
        ["JPN USA stated", "PHL USA stated"],
    ),
    ("The Philippines, a treaty ally of the United States, protested.", ["PHL USA stated"]),
    ("Saudi Arabia and Pakistan signed a mutual defence pact last week.", ["PAK SAU stated"]),
    ("Saudi Arabia signed a defence pact with Pakistan last week.", ["PAK SAU stated"]),
    ("Kenya is one of Britain's most important partners in Africa.", ["GBR KEN stated"]),
    ("Germany is Poland's biggest trading partner.", ["DEU POL stated"]),
    ("China is the largest trading partner of Brazil.", ["BRA CHN stated"]),
    ('"Turkey is a strategic partner for Hungary," Szijjarto said.', ["HUN TUR stated"]),
    (
        "Kazakhstan and Turkey have agreed to raise their relations to a strategic partnership.",
        ["KAZ TUR stated"],
    ),
    ("Honduras established diplomatic relations with China on Sunday.", ["CHN HND stated"]),
    ("Diplomatic relations between Honduras and China were established in 2023.", ["CHN HND stated"]),
    ("Ethiopia and Eritrea restored diplomatic ties in 2018.", ["ERI ETH stated"]),
    ("Iran is allied with Syria.", ["IRN SYR stated"]),
    ("Israel, backed by its ally the United States, refused.", ["ISR USA stated"]),
    ("Moscow's ally Belarus hosted the talks.", ["BLR RUS stated"]),
    ("Minsk is a staunch ally of Moscow.", ["BLR RUS stated"]),
    (
        "Australia and Britain, both close allies of Washington, were informed.",
        ["AUS USA stated", "GBR USA stated"],
    ),
    ("India and Russia share a time-tested friendship.", ["IND RUS stated"]),
    ("President Putin called Vietnam a reliable partner of Russia.", ["RUS VNM stated"]),
    ("Lavrov said Serbia remained a key partner for Russia in the Balkans.", ["RUS SRB stated"]),
    ("The treaty alliance between the United States and South Korea turned 70.", ["KOR USA stated"]),
    ("Seoul and Washington have been allies since 1953.", ["KOR USA stated"]),
    ("The US-South Korea alliance is ironclad, Austin said.", ["KOR USA stated"]),
    ("Cuba and China enjoy friendly relations.", ["CHN CUB stated"]),
    (
        "Morocco and Spain have had excellent relations with a strategic partnership at their core.",
        ["ESP MAR stated"],
    ),
    ("Qatar has been designated a major non-NATO ally of the United States.", ["QAT USA stated"]),
    ("Biden designated Kenya as a major non-NATO ally of the United States.", ["KEN USA stated"]),
    ("Washington considers Jordan an ally.", ["JOR USA stated"]),
    ("The visit underlined the strategic partnership of Azerbaijan and Turkey.", ["AZE TUR stated"]),
    ("Ankara and Baku are strategic allies, Erdogan said.", ["AZE TUR stated"]),
    ("India elevated ties with Greece to a strategic partnership.", ["GRC IND stated"]),
    (
        "Uzbekistan and Italy upgraded their relations to the level of strategic partnership.",
        ["ITA UZB stated"],
    ),
    (
        "Mexico is not only a neighbour but also the main trading partner of the United States.",
        ["MEX USA stated"],
    ),
    ("China and Nicaragua resumed diplomatic relations in 2021.", ["CHN NIC stated"]),
    (
        "The Netherlands, Belgium and Luxembourg are close partners.",
        ["BEL LUX stated", "BEL NLD stated", "LUX NLD stated"],
    ),
    ("Tanzania and Oman marked their long-standing partnership.", ["OMN TZA stated"]),
    ("The UAE is India's third-largest trading partner.", ["ARE IND stated"]),
    ("Ukraine's allies Poland and Lithuania called for more aid.", ["LTU UKR stated", "POL UKR stated"]),
    ("President Ruto described Ethiopia as a strategic partner of Kenya.", ["ETH KEN stated"]),
    ("Both Finland and Sweden are now allies of the United States.", ["FIN USA stated", "SWE USA stated"]),
    ("Washington's main partner in the region is Colombia.", ["COL USA stated"]),
    (
        "Peru and Japan upgraded their ties to a comprehensive strategic partnership last year.",
        ["JPN PER stated"],
    ),
    ("The defence agreement between Somalia and Turkey was ratified by parliament.", ["SOM TUR stated"]),
    ("Rwanda signed a security agreement with Mozambique.", ["MOZ RWA stated"]),
    ("Syria's ally Iran sent an envoy to Beirut.", ["IRN SYR stated"]),
    ("Norway and other allies of Ukraine met in Ramstein.", ["NOR UKR stated"]),
    ("Greece is and will remain an ally of Cyprus.", ["CYP GRC stated"]),
]

NOT_STANDING = [
    ("Mali has broken off its alliance with France.", ["FRA MLI ended"]),
    ("Saudi Arabia severed diplomatic relations with Iran in 2016.", ["IRN SAU ended"]),
    ("Russia is not an ally of Israel, the minister said.", ["ISR RUS denied"]),
    ("Pakistan is no ally of the United States, the senator said.", ["PAK USA denied"]),
    ("Georgia hopes to become a strategic partner of China.", ["CHN GEO sought"]),
    ("Ukraine wants to build an alliance with Poland.", ["POL UKR sought"]),
    ("Niger, a former ally of France, expelled the envoy.", ["FRA NER ended"]),
    ("Negotiators from Japan and the Philippines are discussing a defence pact.", ["JPN PHL sought"]),
    ("France and Brazil plan to sign a strategic partnership next year.", ["BRA FRA sought"]),
    ("Pakistan is no longer an ally of the United States.", ["PAK USA ended"]),
    ("Niger has ceased to be an ally of France.", ["FRA NER ended"]),
    ("Turkey has never been an ally of Armenia.", ["ARM TUR denied"]),
    ("Israel has no diplomatic relations with Malaysia.", ["ISR MYS denied"]),
    ("Taiwan and Japan do not have diplomatic relations.", ["JPN TWN denied"]),
    ("Bolivia broke off diplomatic ties with Israel on Tuesday.", ["BOL ISR ended"]),
    ("Canada is negotiating a free trade agreement with Indonesia.", ["CAN IDN sought"]),
    ("Lithuania could become a key partner for Taiwan.", ["LTU TWN sought"]),
]

NO_BOND = [
    "Hezbollah, allied with Iran, fired rockets.",
    "Allied forces crossed the border into Iraq from Kuwait.",
    "Her coalition partner, the Free Democrats, left the German government in Berlin.",
    "The French firm signed a strategic partnership with a Chinese carmaker.",
    "Brazil's Embraer and India's Mahindra announced a strategic partnership in New Delhi.",
    "The opposition alliance in Kenya asked Tanzania to mediate.",
    "Russia and Ukraine traded strikes overnight.",
    "The president of Kenya met the president of Uganda.",
    "Spain's Alcaraz and his doubles partner from Italy lost.",
    "Merkel's ally Altmaier met Macron in Paris.",
    "Trump ally Viktor Orban visited Moscow.",
    "Iran and its allies attacked Israel.",
    "The United States and its allies condemned Russia.",
    "Armenia suspended its membership of the Moscow-led CSTO alliance.",
    "Rwanda denied that it had a military alliance with the M23 rebels in Congo.",
    "Once an ally of Moscow, Moldova has turned to Romania.",
    "The two countries are strategic partners, Li told the Serbian president.",
    "Hungary, Putin's closest ally in the EU, vetoed the text.",
    "Iraq and Iran signed a border agreement.",
    '"We are friends and allies," Macron said of Greece.',
]

RELATIONS = [
    ("Vietnam and Russia signed a comprehensive strategic partnership.", "comprehensive_partnership"),
    ("The strategic partnership between India and Japan has grown.", "strategic_partnership"),
    ("China is the largest trading partner of Brazil.", "trade_partner"),
    ("Pakistan is a close ally of China.", "alliance"),
    ("Cuba and China enjoy friendly relations.", "friendly_relations"),
    ("Honduras established diplomatic relations with China.", "diplomatic_relations"),
    ("Kenya signed a security pact with Britain.", "security"),
    ("Kenya is a valued partner of Britain.", "partner"),
]


def claims(text: str, focus: tuple[str, str] | None = None) -> list[PartnershipClaim]:
    """What the sentences of a text say, with the states that it names."""
    countries = [CountrySpan(m.start, m.end, m.iso3) for m in country_mentions(text)]
    doc = load_model()(text)
    return [claim for span in doc.sents for claim in partnership_claims(span, 0, text, countries, focus)]


def said(text: str, focus: tuple[str, str] | None = None) -> set[str]:
    """The pairs and polarities of a text: "CHN PAK stated"."""
    return {f"{c.countries[0]} {c.countries[1]} {c.polarity}" for c in claims(text, focus)}


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_bond_is_read_from_its_syntax(text: str, expected: list[str]) -> None:
    assert said(text) == set(expected)


@pytest.mark.parametrize(("text", "expected"), NOT_STANDING)
def test_a_bond_that_is_sought_denied_or_over_is_none_that_stands(text: str, expected: list[str]) -> None:
    assert said(text) == set(expected)


@pytest.mark.parametrize("text", NO_BOND)
def test_states_in_one_sentence_are_no_partners_by_that(text: str) -> None:
    assert said(text) == set()


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_the_words_beside_the_bond_say_its_kind(text: str, relation: str) -> None:
    assert {claim.relation for claim in claims(text)} == {relation}


def test_both_countries_are_the_two_in_focus() -> None:
    text = "Both states have had friendly relations since then."
    assert said(text) == set()
    assert said(text, ("KEN", "UGA")) == {"KEN UGA stated"}


def test_a_partnership_without_sides_is_that_of_the_focus_and_of_no_third_state_nearby() -> None:
    text = (
        "The strategic partnership has gained weight amid the sanctions of the US against Kenya and Uganda."
    )
    assert said(text, ("KEN", "UGA")) == {"KEN UGA stated"}
    assert said(text) == set()


def test_the_evidence_is_the_sentence_as_it_stands_in_the_article() -> None:
    text = "It rained in Nairobi.  Kenya is a close ally of Uganda.\nNobody else came."
    (claim,) = claims(text)
    assert claim.evidence.sentence == text[claim.evidence.start : claim.evidence.end]
    assert claim.evidence.sentence.startswith("Kenya is")


def test_each_pair_and_kind_is_claimed_once_in_a_sentence() -> None:
    text = "Kenya is an ally of Uganda, and Uganda is an ally of Kenya."
    assert len(claims(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Kenya is our strategic partner in Africa," said Lamar, praising Uganda.', "KEN NOR stated"),
        ("Lamar described Kenya as a reliable partner.", "KEN NOR stated"),
        ("Lamar said on Thursday that Kenya is a staunch ally.", "KEN NOR stated"),
        ("Kenya signed a declaration on strategic partnership with Premier Lamar.", "KEN NOR stated"),
        ("Lamar said Kenya has allies.", None),
        ("Lamar's ally Kenya met Orme.", None),
    ],
)
def test_who_speaks_of_a_partner_speaks_for_his_own_state(text: str, expected: str | None) -> None:
    """Lamar is known to be Norwegian, and no phrase of the sentence says so."""
    countries = [CountrySpan(m.start, m.end, m.iso3) for m in country_mentions(text)]
    lamar = [CountrySpan(text.index("Lamar"), text.index("Lamar") + 5, "NOR")]
    doc = load_model()(text)
    found = {
        f"{c.countries[0]} {c.countries[1]} {c.polarity}"
        for span in doc.sents
        for c in partnership_claims(span, 0, text, countries, None, lamar)
    }
    assert found == ({expected} if expected else set())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who acts in a sentence that names more than two.
        (
            "Kenya and Uganda agreed on a road that Tanzania wants too. Both countries are allies of Norway.",
            {("KEN", "NOR"), ("NOR", "UGA")},
        ),
        # From where the report comes.
        (
            "NAIROBI, May 13 (ANB) - Rain fell on Monday. Uganda, true to the partnership between the two "
            "countries, sent trucks.",
            {("KEN", "UGA")},
        ),
        (
            "Kenya and Uganda are neighbours. Kenya offered its NATO ally six billion shillings.",
            {("KEN", "UGA")},
        ),
    ],
)
def test_two_states_are_known_from_the_sentences_before(text: str, expected: set[tuple[str, str]]) -> None:
    found = {claim.countries for claim in read(text).claims if isinstance(claim, PartnershipClaim)}
    assert found == expected
