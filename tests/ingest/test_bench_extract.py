"""Measuring: what is measured is what was asked for."""

from __future__ import annotations

import json

import pytest

from ingest.bench_extract import bench_articles, measure_reading
from ingest.bench_text import made_up_articles
from ingest.records import Article


def test_given_articles_are_repeated_with_ids_of_their_own() -> None:
    articles = list(bench_articles([Article("a", "One."), Article("b", "Two.")], 5))
    assert [article.text for article in articles] == ["One.", "Two.", "One.", "Two.", "One."]
    assert len({article.id for article in articles}) == 5


def test_made_up_articles_are_the_same_each_time_and_of_the_length_asked_for() -> None:
    articles = list(made_up_articles(6, words=200))
    assert articles == list(made_up_articles(6, words=200))
    assert all(200 <= len(article.text.split()) < 300 for article in articles)
    assert sum(" met " in article.text or "talks" in article.text for article in articles) <= 4


def test_the_measure_counts_articles_words_and_both_times() -> None:
    told: list[int] = []
    speed = measure_reading(bench_articles([], 4), 4, told.append)
    assert speed.articles == sum(told) == 4
    assert speed.words >= 4 * 500
    assert speed.claims > 0
    assert speed.ratio == pytest.approx(speed.pipeline_seconds / speed.parser_seconds)
    assert "articles/s" in speed.as_text()
    assert json.loads(speed.as_json())["articles"] == 4


def test_nothing_to_measure_is_said() -> None:
    with pytest.raises(ValueError, match="no article"):
        measure_reading([], 0)
