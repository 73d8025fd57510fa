"""Partnerships, offices, parties and topics of any text: no crash, and evidence that is the text's own."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.entities.country_mentions import country_mentions
from ingest.offices import membership_claims, office_claims
from ingest.parse import load_model
from ingest.partnerships import partnership_claims
from ingest.score.names import likeness
from ingest.states import CountrySpan
from ingest.title_phrases import PersonSpan
from ingest.topics import TOPICS, topics_of

WORDS = """
    Kenya Russia's Cuban US the of and , . is not an ally allies partner between with alliance
    strategic partnership signed pact defence former President Minister for Foreign Affairs Solen
    Anna Party leader 's - who its their two both countries friendly relations established hopes to
    become “ ” ( ) trade talks Sino-Vietnamese allied as said
""".split()
PIECES = st.one_of(st.sampled_from(WORDS), st.text(max_size=6))
TEXTS = st.lists(PIECES, max_size=40).map(" ".join)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(TEXTS, st.text(max_size=20))
def test_claims_of_any_text_quote_it(text: str, before: str) -> None:
    article = before + text
    offset = len(before)
    states = [CountrySpan(offset + m.start, offset + m.end, m.iso3) for m in country_mentions(text)]
    found = text.find("Solen")
    people = [PersonSpan(offset + found, offset + found + 5, "p")] if found >= 0 else []
    for span in load_model()(text).sents:
        claims = [
            *partnership_claims(span, offset, article, states, ("CUB", "RUS")),
            *office_claims(span, offset, article, people, states, {"p": "KEN"}),
            *membership_claims(span, offset, article, people, states, lambda name, country: name),
        ]
        for claim in claims:
            assert article[claim.evidence.start : claim.evidence.end] == claim.evidence.sentence
            assert 0 < claim.confidence <= 1
        assert set(topics_of([span])) <= TOPICS.keys()


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_of_names_is_the_same_both_ways(a: str, b: str) -> None:
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b) <= 1
