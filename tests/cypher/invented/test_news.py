"""The invented world is the same each time, is skewed, and writes what a reader could have read."""

from __future__ import annotations

from collections import Counter
from itertools import dropwhile

from cypher.derivation.evidence import Imprint, imprint_of
from cypher.derivation.stories import are_copies
from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.rows import ReadingRows

WORLD = World(people=300, seed=7)
NEWS = list(world_news(WORLD, 500))


def test_the_same_numbers_give_the_same_news() -> None:
    """Also when they begin in the middle."""
    assert list(world_news(World(people=300, seed=7), 500)) == NEWS
    later = list(world_news(WORLD, 500, first=400))
    assert later == list(dropwhile(lambda reading: reading.article.id != later[0].article.id, NEWS))


def test_every_sentence_stands_where_its_claim_says() -> None:
    """And ids are those of one article or claim each."""
    claims = [(reading.article.text, claim) for reading in NEWS for claim in reading.claims]

    assert all(text[claim.start : claim.end] == claim.sentence for text, claim in claims)
    assert len({claim.id for _, claim in claims}) == len(claims)
    assert len({reading.article.id for reading in NEWS}) == len(NEWS)


def test_the_busy_ones_are_named_far_more_often() -> None:
    """The first tenth of the people has more than a quarter of the seats."""
    seats = Counter(
        name.entity for reading in NEWS for name in reading.claims[0].names if name.role != "place"
    )
    busy = {person.id for person in WORLD.people[:30]}

    assert sum(seats[person] for person in busy) > sum(seats.values()) / 4


def test_copies_are_of_the_report_they_copy_and_of_no_other() -> None:
    """As the rule of stories has it."""
    reports = {reading.article.id: reading for reading in NEWS}
    copies = [key for key in reports if key.endswith("-copy")]

    assert copies
    for key in copies:
        found = [other for other in reports if other != key and copied(reports[key], reports[other])]
        assert found == [key.removesuffix("-copy")]


def copied(one: ReadingRows, other: ReadingRows) -> bool:
    """Whether the rule calls them copies."""
    return are_copies(imprint(one), imprint(other))


def imprint(reading: ReadingRows) -> Imprint:
    """What copies of an article are known by."""
    article = reading.article
    found = imprint_of(article.id, article.published_at, article.passages, article.sketch)
    assert found
    return found
