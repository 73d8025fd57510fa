"""Which topics stand near a meeting. All sentences are invented."""

from __future__ import annotations

import pytest

from ingest.parse import load_model
from ingest.topics import TOPICS, topics_of

CASES = [
    ("They discussed trade, energy and the fight against terrorism.", ("energy", "security", "trade")),
    ("They agreed on a cease-fire and on an exchange of prisoners.", ("peace_process",)),
    ("Solen raised human rights and the release of political prisoners.", ("human_rights",)),
    ("The two spoke of tariffs on steel and of new sanctions.", ("sanctions", "trade")),
    ("Defence Minister Solen and Foreign Trade Minister Lamar posed for photographs.", ()),
    ("The Minister of Energy met the head of the Security Council.", ()),
    ("They reviewed uranium enrichment.", ("nuclear",)),
    ("They met on Tuesday in Cairo and dined together.", ()),
    ("They talked about artificial intelligence and semiconductors.", ("technology",)),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_topics_are_what_was_talked_about_and_no_part_of_an_office(
    text: str, expected: tuple[str, ...]
) -> None:
    assert topics_of(load_model()(text).sents) == expected


def test_terms_are_single_words_in_small_letters() -> None:
    assert all(term == term.lower() and " " not in term for term in TOPICS)


def test_no_phrase_stands_for_two_terms() -> None:
    phrases = [phrase for phrases in TOPICS.values() for phrase in phrases]
    assert len(phrases) == len(set(phrases))
