"""Which offices and parties a sentence gives to its people. All people are invented, most states are real."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from ingest.entities.country_mentions import country_mentions
from ingest.entities.model import Office
from ingest.offices import membership_claims, office_claims, with_term
from ingest.parse import load_model
from ingest.records import Evidence, MembershipClaim, OfficeClaim, OfficePolarity
from ingest.states import CountrySpan
from ingest.title_phrases import PersonSpan

# The people of a sentence stand in brackets.
OFFICES = [
    ("President of Cuba, [Mateo Salas Ruiz], arrived.", ["Mateo Salas Ruiz: President CUB"]),
    (
        "Russia’s Deputy Prime Minister, [Dmitri Orlenko], spoke.",
        ["Dmitri Orlenko: Deputy Prime Minister RUS"],
    ),
    ("Kenyan Foreign Minister [Anna Solen] left.", ["Anna Solen: Foreign Minister KEN"]),
    ("[Orlenko], the Russian foreign minister, left.", ["Orlenko: foreign minister RUS"]),
    ("[Ilse Dorn] is the US secretary of state.", ["Ilse Dorn: secretary of state USA"]),
    ("US Ambassador to Japan [Pavo Kesk] agreed.", ["Pavo Kesk: Ambassador USA"]),
    ("President [Solen] of Kenya smiled.", ["Solen: President KEN"]),
    ("The Speaker of the Turkish parliament [Teo Lamar] rose.", ["Teo Lamar: Speaker of parliament TUR"]),
    ("The spokesman for Polish Prime Minister [Jan Bask] denied it.", ["Jan Bask: Prime Minister POL"]),
    (
        "Vietnamese Deputy Prime Minister and Foreign Minister [Vo Minh Tam] agreed.",
        ["Vo Minh Tam: Deputy Prime Minister VNM", "Vo Minh Tam: Foreign Minister VNM"],
    ),
    (
        "The Minister of Foreign Affairs of the Republic of Ghana, [Kofi Orme], agreed.",
        ["Kofi Orme: Minister of Foreign Affairs GHA"],
    ),
    (
        "Polish Premier [Jan Bask], German Chancellor [Ilse Dorn] and [Teo Lamar], the Spanish king, met.",
        ["Jan Bask: Premier POL", "Ilse Dorn: Chancellor DEU", "Teo Lamar: king ESP"],
    ),
    ("Turkey's Islamist Prime Minister [Teo Lamar] spoke.", ["Teo Lamar: Prime Minister TUR"]),
    ("Israel's hardline Prime Minister [Teo Lamar] spoke.", ["Teo Lamar: Prime Minister ISR"]),
    ("Kuwaiti Defence Minister Sheikh [Teo Lamar] spoke.", ["Teo Lamar: Defence Minister KWT"]),
    ("Polish First Deputy Prime Minister [Jan Bask] spoke.", ["Jan Bask: First Deputy Prime Minister POL"]),
    (
        "Scotland's First Minister [Ilse Dorn] met Finnish Minister of Trade [Jan Bask].",
        ["Ilse Dorn: First Minister GBR", "Jan Bask: Minister of Trade FIN"],
    ),
    ("Acting Kenyan President [Anna Solen] spoke.", ["Anna Solen: President KEN"]),
]

OVER = [
    ("Former Kenyan President [Anna Solen] spoke.", "Anna Solen: President KEN ended"),
    ("The late Kenyan president [Anna Solen] is remembered.", "Anna Solen: president KEN ended"),
    ("Ex-President [Anna Solen] of Kenya spoke.", "Anna Solen: President KEN ended"),
    ("[Anna Solen], a former Kenyan foreign minister, spoke.", "Anna Solen: foreign minister KEN ended"),
]

NO_OFFICE = [
    "Then-President [Anna Solen] of Kenya spoke.",
    "The previous Kenyan president, [Anna Solen], spoke.",
    "Kenyan President-elect [Anna Solen] spoke.",
    "The president of the Kenya Football Federation, [Anna Solen], spoke.",
    "Kenya's first president, [Anna Solen], is on the banknotes.",
    "Kenyan runner [Anna Solen] won in Poland.",
    "His Kenyan counterpart [Anna Solen] agreed.",
    "[Anna Solen], president of the United Kenya party, spoke.",
    "[Anna Solen] flew from Kenya to meet the Polish president.",
]

PARTIES = [
    (
        "[Dimitri Orlenko], President of the United Russia party, spoke.",
        "Dimitri Orlenko: President of United Russia party",
    ),
    ("[Anna Solen], leader of the Labour Party, spoke.", "Anna Solen: leader of Labour Party"),
    ("Labour leader [Anna Solen] spoke.", "Anna Solen: leader of Labour"),
    ("Republican senator [Pavo Kesk] flew home.", "Pavo Kesk: member of Republican"),
    ("[Pavo Kesk] of the Liberal Party agreed.", "Pavo Kesk: member of Liberal Party"),
    ("CPP Secretary-General [Say Vuth] spoke.", "Say Vuth: Secretary-General of CPP"),
    (
        "[Liu Shan], member of the Political Bureau of the CPC Central Committee, arrived.",
        "Liu Shan: member of the Political Bureau of CPC",
    ),
    ("CPP Secretary-General Prince [Say Vuth] spoke.", "Say Vuth: Secretary-General of CPP"),
    (
        "[Anna Solen], a former leader of the Labour Party, spoke.",
        "Anna Solen: leader of Labour Party ended",
    ),
    ("[Hun Vath], prime minister and vice-chairman of the CPP, spoke.", "Hun Vath: vice-chairman of CPP"),
]

NO_PARTY = [
    "Labour Minister [Anna Solen] spoke.",
    "[Anna Solen] met the leader of the Labour Party.",
    "[Anna Solen], president of the National Assembly, spoke.",
    "National Assembly president [Anna Solen] spoke.",
    "Kenyan President [Anna Solen] gave a garden party.",
]
KNOWN_PARTIES = frozenset({"Labour", "Republican", "National", "CPC", "CPP"})


def parsed(marked: str) -> tuple[str, list[PersonSpan], list[CountrySpan]]:
    """The text without brackets, the people that stood in them, and its states."""
    text, people = "", []
    for piece in marked.split("["):
        name, bracket, rest = piece.partition("]")
        if bracket:
            people.append(PersonSpan(len(text), len(text) + len(name), name))
        text += name + rest
    return text, people, [CountrySpan(m.start, m.end, m.iso3) for m in country_mentions(text)]


def offices(marked: str, known: Mapping[str, str] | None = None) -> list[str]:
    text, people, countries = parsed(marked)
    return [
        f"{claim.person}: {claim.title} {claim.country}{_mark(claim)}"
        for span in load_model()(text).sents
        for claim in office_claims(span, 0, text, people, countries, known, is_party)
    ]


def memberships(marked: str) -> list[str]:
    text, people, countries = parsed(marked)
    return [
        f"{claim.person}: {claim.role} of {claim.party}{_mark(claim)}"
        for span in load_model()(text).sents
        for claim in membership_claims(span, 0, text, people, countries, lambda name, country: name, is_party)
    ]


def _mark(claim: OfficeClaim | MembershipClaim) -> str:
    return "" if claim.polarity == "stated" else f" {claim.polarity}"


def is_party(name: str, country: str | None) -> bool:
    return name in KNOWN_PARTIES


@pytest.mark.parametrize(("marked", "expected"), OFFICES)
def test_an_office_belongs_to_the_name_and_the_state_of_its_phrase(marked: str, expected: list[str]) -> None:
    assert offices(marked) == expected


@pytest.mark.parametrize("marked", NO_OFFICE)
def test_what_will_be_was_then_or_is_no_office_of_a_state_makes_no_claim(marked: str) -> None:
    assert offices(marked) == []


@pytest.mark.parametrize(("marked", "expected"), OVER)
def test_a_former_office_is_a_claim_that_it_has_ended(marked: str, expected: str) -> None:
    assert offices(marked) == [expected]


def test_the_term_of_an_office_comes_from_what_is_known_of_the_person() -> None:
    """The one that was served on the day; of a former one, the last that was over by then."""
    sentence = Evidence(0, 0, "")
    claim = OfficeClaim("Q1", "President", "KEN", sentence, 0.9, "test")
    first = Office("head_of_state", "President", "KEN", start=date(2001, 1, 1), end=date(2006, 1, 1))
    second = Office("head_of_state", "President", "KEN", start=date(2011, 1, 1))
    other = Office("head_of_government", "Prime Minister", "KEN", start=date(2007, 1, 1))
    offices = [first, second, other]

    def term(day: date | None, polarity: OfficePolarity = "stated") -> tuple[date | None, date | None]:
        found = with_term(replace(claim, polarity=polarity), offices, day)
        return found.since, found.until

    assert term(date(2003, 1, 1)) == (date(2001, 1, 1), date(2006, 1, 1))
    assert term(date(2012, 1, 1)) == (date(2011, 1, 1), None)
    assert term(date(2008, 1, 1), "ended") == (date(2001, 1, 1), date(2006, 1, 1))
    assert term(date(2008, 1, 1)) == term(None) == (None, None)


def test_a_title_without_a_state_takes_the_one_that_the_person_is_known_for() -> None:
    assert offices("Prime Minister [Jan Bask] spoke.") == []
    assert offices("Prime Minister [Jan Bask] spoke.", {"Jan Bask": "POL"}) == [
        "Jan Bask: Prime Minister POL"
    ]


@pytest.mark.parametrize(("marked", "expected"), PARTIES)
def test_a_party_and_the_office_in_it(marked: str, expected: str) -> None:
    assert memberships(marked) == [expected]


@pytest.mark.parametrize("marked", NO_PARTY)
def test_no_party_is_read_into_a_ministry_or_a_past(marked: str) -> None:
    assert memberships(marked) == []


def test_the_evidence_is_the_sentence() -> None:
    text, people, countries = parsed("It rained.  Kenyan President [Anna Solen] spoke.  Nobody came.")
    doc = load_model()(text)
    (claim,) = [c for span in doc.sents for c in office_claims(span, 0, text, people, countries)]
    assert claim.evidence.sentence.strip() == "Kenyan President Anna Solen spoke."
    assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.sentence
