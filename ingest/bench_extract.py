"""Measures reading: articles a second of the whole pipeline, beside the parser alone on the same articles.

Both run in turns over the same small batches in one process, so that a busy machine slows both alike and the
ratio stays comparable. The parser alone is the default model with all its components, fresh from its package,
over every paragraph of the text; the pipeline may save work, and the ratio shows how much.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import chain, cycle, islice

import psutil

from ingest.bench_text import made_up_articles
from ingest.entities import load_entity_data
from ingest.parse import load_model
from ingest.pipeline import read_articles
from ingest.records import Article

_BATCH = 32
_WARM = 8
_MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class ReadingSpeed:
    """What was measured. Seconds are those of work, without loading; memory is the resident set in MiB.

    `ratio` is the pipeline's time over the parser's: below 1 the pipeline is the faster. `memory_start` is
    taken after the first tenth of the articles, when everything is loaded and caches are warm.
    """

    articles: int
    words: int
    claims: int
    pipeline_seconds: float
    parser_seconds: float
    memory_start: float
    memory_end: float
    memory_peak: float

    @property
    def ratio(self) -> float:
        """The pipeline's time over the parser's."""
        return self.pipeline_seconds / self.parser_seconds

    def as_text(self) -> str:
        """A few lines for a person."""
        speed, alone = self.articles / self.pipeline_seconds, self.articles / self.parser_seconds
        return "\n".join(
            (
                f"{self.articles} articles of {self.words / self.articles:.0f} words, {self.claims} claims",
                f"pipeline: {speed:.1f} articles/s, {self.words / self.pipeline_seconds:.0f} words/s",
                f"parser alone: {alone:.1f} articles/s, {self.words / self.parser_seconds:.0f} words/s",
                f"ratio of times: {self.ratio:.2f}",
                f"memory: {self.memory_start:.0f} MiB after a tenth, {self.memory_end:.0f} MiB at the end, "
                f"{self.memory_peak:.0f} MiB at most",
            )
        )

    def as_json(self) -> str:
        """All figures as a JSON object."""
        return json.dumps({**asdict(self), "ratio": self.ratio})


def bench_articles(given: Iterable[Article], count: int) -> Iterator[Article]:
    """That many articles: those given, over and over with new ids, or made-up ones where none are given."""
    articles = list(given)
    if not articles:
        yield from made_up_articles(count)
        return
    for number, article in enumerate(islice(cycle(articles), count)):
        yield replace(article, id=f"{article.id}#{number}")


def measure_reading(
    articles: Iterable[Article], count: int, advance: Callable[[int], None] = lambda _: None
) -> ReadingSpeed:
    """Reads articles twice, by the parser alone and by the pipeline, and keeps nothing of them.

    Args:
        articles: as many as should be measured.
        count: how many there will be, to know when a tenth is done.
        advance: told how many more are done.

    Raises:
        ValueError: when there is no article.
    """
    parser_only = load_model.__wrapped__()
    model, data, process = load_model(), load_entity_data(), psutil.Process()
    remaining = iter(articles)
    first = list(islice(remaining, _WARM))
    # What is loaded on first use is loading, not work.
    warm = [*made_up_articles(3, seed=1), *first]
    list(read_articles(warm, model, data))
    list(parser_only.pipe(article.text for article in warm))
    remaining = chain(first, remaining)

    done = words = claims = 0
    pipeline_seconds = parser_seconds = memory_start = memory_peak = memory = 0.0
    while batch := list(islice(remaining, _BATCH)):
        started = time.perf_counter()
        for _ in parser_only.pipe(paragraphs_of(batch)):
            pass
        between = time.perf_counter()
        claims += sum(len(reading.claims) for reading in read_articles(batch, model, data))
        ended = time.perf_counter()
        parser_seconds += between - started
        pipeline_seconds += ended - between
        done += len(batch)
        words += sum(len(article.text.split()) for article in batch)
        memory = process.memory_info().rss / _MEBIBYTE
        memory_peak = max(memory_peak, memory)
        if not memory_start and done * 10 >= count:
            memory_start = memory
        advance(len(batch))
    if not done:
        raise ValueError("there is no article to measure")
    return ReadingSpeed(
        articles=done,
        words=words,
        claims=claims,
        pipeline_seconds=pipeline_seconds,
        parser_seconds=parser_seconds,
        memory_start=memory_start or memory,
        memory_end=memory,
        memory_peak=memory_peak,
    )


def paragraphs_of(articles: Iterable[Article]) -> Iterator[str]:
    """What the parser alone goes over: every paragraph of these articles."""
    for article in articles:
        yield from (paragraph for paragraph in article.text.split("\n\n") if paragraph.strip())
