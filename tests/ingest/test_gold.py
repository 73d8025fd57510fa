"""The reader keeps its level on the articles written for the project; see `gold/README.md`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from ingest.pipeline import read_articles
from ingest.score.gold import gold_article
from ingest.score.names import SAME, likeness
from ingest.score.run import GoldFile, below, gold_file, score_file
from ingest.score.scorecard import Scorecard

FOLDER = Path(__file__).parent / "gold"
FILES = ("tuned", "fresh", "frames")
# A little under what was reached; a change that falls below them makes the reader worse.
FLOORS = {
    "tuned": ("pairs.precision=0.95", "pairs.recall=0.78", "status=0.93", "planned_and_cancelled=0.85"),
    "frames": ("pairs.precision=0.95", "pairs.recall=0.95", "status=0.95", "planned_and_cancelled=0.95"),
    "fresh": ("pairs.precision=0.85", "pairs.recall=0.85", "status=0.95", "planned_and_cancelled=0.95"),
}


@cache
def marked(name: str) -> GoldFile:
    return gold_file(FOLDER / f"{name}.jsonl")


@cache
def card(name: str) -> Scorecard:
    return score_file(marked(name), read_articles)


@pytest.mark.parametrize("name", FILES)
def test_the_reader_stays_above_its_floors(name: str) -> None:
    assert below(card(name), FLOORS[name]) == []


@pytest.mark.parametrize("name", FILES)
def test_every_marked_name_stands_in_its_text(name: str) -> None:
    for row in marked(name).rows:
        gold = gold_article(row)
        for person in gold.names():
            assert any(part in gold.article.text for part in person.split()), (gold.article.id, person)


@pytest.mark.parametrize("name", FILES)
def test_every_person_of_a_marked_pair_is_among_the_marked_persons(name: str) -> None:
    for row in marked(name).rows:
        gold = gold_article(row)
        listed = [person.name for person in gold.persons]
        for pair in (*gold.held, *gold.optional):
            assert all(any(likeness(one, other) >= SAME for other in listed) for one in pair), pair


def test_no_article_stands_in_two_files() -> None:
    texts = [row["text"] for name in FILES for row in marked(name).rows]
    assert len(set(texts)) == len(texts)
    assert all(len(marked(name).rows) >= 10 for name in FILES)
