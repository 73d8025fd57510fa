"""What the tests of reading share: invented sentences in, readings and pairs of people out."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import combinations

from ingest.entities import EntityData, load_entity_data
from ingest.pipeline import read_articles
from ingest.records import Article, MeetingClaim, Reading

PUBLISHED = date(2024, 5, 16)


@cache
def entity_data() -> EntityData:
    """The entity data, loaded once a session."""
    return load_entity_data()


def read(text: str, published: date | None = PUBLISHED) -> Reading:
    """The reading of an article of this text; the parser's model is loaded once a process."""
    (reading,) = read_articles([Article("article", text, published=published)], data=entity_data())
    return reading


def meetings(text: str, published: date | None = PUBLISHED) -> list[MeetingClaim]:
    """The meetings that a text tells of, in the order of the text."""
    return [claim for claim in read(text, published).claims if isinstance(claim, MeetingClaim)]


def held_pairs(text: str) -> set[frozenset[str]]:
    """Who met whom in person, by the names of the text, where a claim is sure enough for an edge."""
    return {
        frozenset((one.mention, other.mention))
        for claim in meetings(text)
        if claim.status == "held" and claim.format in ("in_person", "unknown") and claim.confidence >= 0.5
        for one, other in combinations(claim.participants, 2)
        if one.side != other.side
    }


def agrees(pairs: set[frozenset[str]], expected: str) -> bool:
    """Whether pairs are those expected, written by one word of each name: "Solen-Lamar, Solen-Dorn"."""
    wanted = [frozenset(pair.strip().split("-")) for pair in expected.split(",") if pair]
    return len(pairs) == len(wanted) and all(any(_is(pair, names) for pair in pairs) for names in wanted)


def _is(pair: frozenset[str], words: frozenset[str]) -> bool:
    one, other = sorted(pair) if len(pair) == 2 else (*pair, *pair)
    first, second = words
    return (first in one and second in other) or (first in other and second in one)
