"""The laws of a reading, over any text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.extract import reading_to_json
from ingest.pipeline import read_articles
from ingest.records import Article, MeetingClaim
from tests.ingest.reading import PUBLISHED, entity_data, read

WORDS = """
    President Anna Solen Premier Teo Lamar of Kenya 's Cuban foreign minister met with talks between and , .
    they he her the two leaders delegation led by ( ) " “ ” - said after hosted in Geneva Monday will
""".split()
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=40).map(" ".join)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

TOLD = [
    "President Anna Solen met Premier Teo Lamar in Geneva. They discussed trade.",
    "Five presidents conferred. Present were Moses Otim of Uganda and Peter Kariuki of Kenya.",
    "Foreign Minister Ilse Dorn will receive Cuban President Jorun Vray on Friday.",
]


@SLOW
@given(TEXTS)
def test_a_reading_quotes_its_text_and_claims_name_its_own_entities(text: str) -> None:
    reading = read(text)
    known = {entity.id for entity in reading.entities}
    for entity in reading.entities:
        assert all(text[m.start : m.end] == m.text for m in entity.mentions)
    for claim in reading.claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.sentence
        if isinstance(claim, MeetingClaim):
            assert {p.entity for p in claim.participants} <= known
            assert claim.place is None or claim.place in known


@pytest.mark.parametrize(
    "text",
    [
        "President Anna Solen met them",
        "Solen told the two leaders",
        "Solen hosted a reception for a delegation of the Green Party led by",
        "Solen received the letters of",
    ],
)
def test_a_text_may_end_in_the_middle_of_what_it_says(text: str) -> None:
    """As titles and cut pages do: what would follow is not there to be looked at."""
    assert [claim for claim in read(text).claims if isinstance(claim, MeetingClaim)] == []


def test_a_batch_gives_each_article_the_reading_it_has_alone() -> None:
    articles = [Article(str(number), text, published=PUBLISHED) for number, text in enumerate(TOLD)]
    together = [reading_to_json(r) for r in read_articles(articles, data=entity_data())]
    alone = [reading_to_json(r) for a in articles for r in read_articles([a], data=entity_data())]
    backwards = [reading_to_json(r) for r in read_articles(articles[::-1], data=entity_data())]
    assert together == alone == backwards[::-1]
    assert all(reading["claims"] for reading in together)


def test_words_that_the_parser_forgets_are_read_the_same_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also their lemmas, which are kept: "quobbled" is new to it each time."""
    text = "President Anna Quobblesworth quobbled and then met Premier Teo Lamar in Geneva."

    def reading() -> object:
        return [reading_to_json(found) for found in read_articles([Article("a", text)], data=entity_data())]

    with monkeypatch.context() as patched:
        patched.setattr("ingest.parse._KEPT_WORDS", 0)
        forgotten = [reading(), reading()]
    assert forgotten == [reading(), reading()]
