"""The news of an invented world as it arrives: out of order, sent twice, corrected and taken back."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice

from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.rows import ReadingRows

RESENT, RETRACTED, CORRECTED = 0.2, 0.05, 0.05
"""Which part of the articles is delivered twice, is taken back, and gets a later version."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one worker handles at once: articles as they were read, then articles to take back, by id."""

    readings: tuple[ReadingRows, ...] = ()
    retractions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deliveries:
    """All of them. A round may arrive in any order, and in pieces side by side; the second follows the first.

    An article cannot be taken back before anybody knows it, so that is of the second round, with half of what
    is sent twice.
    """

    first: tuple[Delivery, ...]
    second: tuple[Delivery, ...]


def deliveries(articles: int, batch: int, seed: int = 1) -> Deliveries:
    """So many invented articles and what becomes of them, `batch` in a delivery."""
    chance = random.Random(f"deliveries {seed}")  # noqa: S311 - invented mail needs no secrecy
    news = list(islice(world_news(World(max(articles // 10, 50), seed), articles), articles))
    resent = chance.sample(news, int(len(news) * RESENT))
    corrected = chance.sample(news, int(len(news) * CORRECTED))
    corrections = [correction(reading, renamed=not number % 2) for number, reading in enumerate(corrected)]
    retracted = chance.sample([*news, *corrections], int(len(news) * RETRACTED))
    half = len(resent) // 2
    first = [*news, *corrections, *resent[:half]]
    chance.shuffle(first)
    again = resent[half:]
    gone = sorted({reading.article.id for reading in retracted})
    chance.shuffle(gone)
    return Deliveries(
        tuple(Delivery(tuple(part)) for part in _parts(first, batch)),
        tuple(
            Delivery(tuple(readings), tuple(ids))
            for readings, ids in zip(_parts(again, batch), _spread(gone, len(again), batch), strict=True)
        ),
    )


def correction(reading: ReadingRows, *, renamed: bool = False) -> ReadingRows:
    """A later version of a page, under the id of the first or under a new one.

    The meeting was a day later, and of what else was said nothing is left.
    """
    article = reading.article
    identifier = f"{article.id}-corrected" if renamed else article.id
    text = f"Corrected. {article.text}"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    claim = reading.claims[0]
    day = claim.latest + timedelta(days=1) if claim.latest else None
    moved = replace(
        claim,
        id=f"c:{sha256[:24]}",
        start=claim.start + len("Corrected. "),
        end=claim.end + len("Corrected. "),
        date=day.isoformat() if day else None,
        earliest=day,
        latest=day,
    )
    received = article.received_at + timedelta(hours=1)
    version = replace(article, id=identifier, text=text, sha256=sha256, received_at=received)
    return ReadingRows(version, reading.entities, (moved,))


def _parts(readings: Sequence[ReadingRows], size: int) -> Iterator[Sequence[ReadingRows]]:
    for at in range(0, len(readings), size):
        yield readings[at : at + size]


def _spread(identifiers: Sequence[str], readings: int, batch: int) -> Iterator[Sequence[str]]:
    """The ids in as many parts as that many readings have."""
    parts = -(-readings // batch)
    for part in range(parts):
        yield identifiers[part::parts]
