"""The derived graph part by part is the derived graph as a whole."""

from __future__ import annotations

import dataclasses
from itertools import islice
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from cypher.derivation import in_parts
from cypher.derivation.evidence import LiveArticle
from cypher.derivation.in_parts import Part, Survey
from cypher.derivation.whole import Derived, derive
from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.ledger import live_article
from cypher.rows import ReadingRows
from tests.cypher.worlds import worlds


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(world=worlds(most=8))
def test_parts_of_any_small_world_make_the_whole(world: tuple[ReadingRows, ...]) -> None:
    """With vague dates, copies, all kinds of claims."""
    articles = [live_article(reading) for reading in world]

    assert_parts_make_the_whole(articles)


def test_pages_and_buckets_may_cut_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """What belongs together is found together, however far apart it was read."""
    monkeypatch.setattr(in_parts, "PAGE", 7)
    monkeypatch.setattr("cypher.buckets.THINGS_A_BUCKET", 10)
    monkeypatch.setattr("cypher.buckets._AT_ONCE", 3)
    news = islice(world_news(World(people=20), 200), 200)
    articles = sorted((live_article(reading) for reading in news), key=lambda article: article.id[::-1])

    parts = assert_parts_make_the_whole(articles)

    assert sum(bool(part.derived.meetings) for part in parts) > 5
    assert any(story != article for part in parts for article, story in part.derived.stories.items())


def assert_parts_make_the_whole(articles: list[LiveArticle]) -> list[Part]:
    """All that follows is in one part, and nothing else is in any."""
    parts = list(Survey(articles).parts(articles))
    whole = derive(articles)
    for field in dataclasses.fields(Derived):
        found = [thing for part in parts for thing in things(getattr(part.derived, field.name))]
        assert sorted(found, key=repr) == sorted(things(getattr(whole, field.name)), key=repr)
    told = [article.of_story(whole.stories[article.id]) for article in articles]
    assert [article for part in parts for article in part.articles] == told
    return parts


def things(value: Any) -> list[Any]:
    """The items of a field of `Derived`."""
    return list(value.items()) if isinstance(value, dict) else list(value)
