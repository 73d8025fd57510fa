"""Measures the whole way: articles a second from text into Neo4j, beside the parser alone in the same run.

Both take turns over the same blocks of articles, with as many processes, so that a busy machine slows both
alike and the ratio stays comparable.
"""

from __future__ import annotations

import json
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from pebble import ProcessPool

from cypher.graph import Graph
from ingest.bench_extract import paragraphs_of
from ingest.bench_processes import PARTS, Processes
from ingest.bench_text import made_up_articles
from ingest.counts import Counts
from ingest.parse import load_model
from ingest.pipeline import read_articles
from ingest.processes import ReadingPool, reading_pool
from ingest.recording import record_all
from ingest.records import Article, Reading
from ingest.run import Result, pipeline_reader, results
from ingest.settings import IngestSettings

_BLOCK_OF_A_PROCESS = 128
"""Articles of a turn: enough that its beginning and end do not weigh."""
MOMENTS = 10
_SYLLABLES = "ba do fe gi ho ka lu mi no pe ra so tu ve wi".split()


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the run: what was done since the one before, and how much memory each process has.

    `memory` is resident, in MiB, by the part of the work (`ingest.bench_processes`).
    """

    articles: int
    seconds: float
    parser_seconds: float
    memory: Mapping[str, Sequence[int]]

    @property
    def ratio(self) -> float:
        """The time of the whole way over the parser's."""
        return self.seconds / self.parser_seconds


@dataclass(frozen=True, slots=True)
class IngestSpeed:
    """What was measured with so many processes, at up to ten moments of the run.

    `computing` is how many seconds each part of the whole way computed for one article, and the parser alone,
    on all cores together. It does not tell how well they worked side by side, as time by the clock does, and
    other work on the machine changes it little.
    """

    processes: int
    claims: int
    moments: tuple[Moment, ...]
    computing: Mapping[str, float]

    @property
    def articles(self) -> int:
        """How many articles were measured."""
        return sum(moment.articles for moment in self.moments)

    @property
    def seconds(self) -> float:
        """How long the whole way took."""
        return sum(moment.seconds for moment in self.moments)

    @property
    def parser_seconds(self) -> float:
        """How long the parser took."""
        return sum(moment.parser_seconds for moment in self.moments)

    @property
    def per_second(self) -> float:
        """Articles a second, from text to graph."""
        return self.articles / self.seconds

    @property
    def parser_per_second(self) -> float:
        """Articles a second of the parser alone."""
        return self.articles / self.parser_seconds

    @property
    def ratio(self) -> float:
        """The time of the whole way over the parser's."""
        return self.seconds / self.parser_seconds

    @property
    def later_ratio(self) -> float:
        """The ratio of the later half: the database is new, and compiles its program as it goes."""
        later = self.moments[len(self.moments) // 2 :]
        return sum(moment.seconds for moment in later) / sum(moment.parser_seconds for moment in later)

    def as_text(self) -> str:
        """The figures for people, with a line for each moment."""
        parts = [part for part in PARTS if any(part in moment.memory for moment in self.moments)]
        lines = [
            f"{self.processes} processes, {self.articles} articles, {self.claims} claims: "
            f"{self.per_second:.1f} articles a second into Neo4j, {self.parser_per_second:.1f} by the parser "
            f"alone; ratio {self.ratio:.2f}, of the later half {self.later_ratio:.2f}",
            "computing, ms an article: "
            + ", ".join(f"{part} {1000 * seconds:.1f}" for part, seconds in self.computing.items()),
            f"articles  a second  ratio  memory in MiB: {', '.join(parts)}",
        ]
        done = 0
        for moment in self.moments:
            done += moment.articles
            memory = (" + ".join(map(str, moment.memory.get(part, ()))) for part in parts)
            lines.append(
                f"{done:8}  {moment.articles / moment.seconds:8.1f}  {moment.ratio:5.2f}  {', '.join(memory)}"
            )
        return "\n".join(lines)

    def as_json(self) -> str:
        """All figures as a JSON object."""
        derived = ("articles", "seconds", "parser_seconds", "ratio", "later_ratio")
        return json.dumps({**asdict(self), **{name: getattr(self, name) for name in derived}})


def varied_articles(given: Sequence[Article], count: int) -> Iterator[Article]:
    """That many articles: those given, and then again and again with other people on other days.

    Made-up ones where none are given. An invented surname takes the place of each that the reader finds, and
    years and the day of publication move by the same number of years.
    """
    if not given:
        yield from made_up_articles(count)
        return
    surnames = [_surnames(reading) for reading in read_articles(given)] if count > len(given) else []
    yield from given[:count]
    for number in range(len(given), count):
        turn, place = divmod(number, len(given))
        yield _varied(given[place], surnames[place], turn)


def measure_ingest(
    graph: Graph,
    home: Path,
    settings: IngestSettings,
    articles: Iterable[Article],
    count: int,
    processes: int,
    advance: Callable[[int], None] = lambda _: None,
) -> IngestSpeed:
    """Read and record these `count` articles, and let the parser alone go over them, block by block in turns.

    `home` has the entity data. Raises `ValueError` where there is no article, and `cypher.errors` when the
    database goes away.
    """
    counts, watched, moments = Counts(), Processes(), list[Moment]()
    computing: dict[str, float] = defaultdict(float)
    done, seconds, parser_seconds = 0, 0.0, 0.0
    remaining = iter(articles)
    with ExitStack() as stack:
        read, parse = _readers(stack, processes, home, settings)
        warm = list(made_up_articles(_BLOCK_OF_A_PROCESS // 4 * processes, seed=1))
        parse(warm)
        watched.note_parsers()
        list(read(warm))
        while block := list(islice(remaining, _BLOCK_OF_A_PROCESS * processes)):
            before, started = watched.computing(), time.perf_counter()
            parse(block)
            between, split = watched.computing(), time.perf_counter()
            record_all(
                graph,
                counts,
                read(block),
                settings.readable_languages,
                settings.batch_articles,
                settings.spacy_model,
                lambda _: None,
            )
            after, ended = watched.computing(), time.perf_counter()
            for part in PARTS:
                if part != "database":
                    computing["parser alone"] += between[part] - before[part]
                if part != "parsers":
                    computing[part] += after[part] - between[part]
            parser_seconds += split - started
            seconds += ended - split
            done += len(block)
            measured = sum(moment.articles for moment in moments)
            if done * MOMENTS >= count * (len(moments) + 1):
                moments.append(Moment(done - measured, seconds, parser_seconds, watched.memory()))
                seconds = parser_seconds = 0.0
            advance(len(block))
    if not done:
        raise ValueError("there is no article to measure")
    each = {part: found / done for part, found in computing.items()}
    return IngestSpeed(processes, counts.claims.total(), tuple(moments), each)


def _readers(
    stack: ExitStack, processes: int, home: Path, settings: IngestSettings
) -> tuple[Callable[[Sequence[Article]], Iterator[Result]], Callable[[Sequence[Article]], Any]]:
    """What reads a block as `demarche ingest` does, and what only parses it."""
    batch = settings.batch_articles
    if processes == 1:
        read_here = pipeline_reader(home, settings.spacy_model)
        return lambda block: results(block, read_here, settings.readable_languages, batch), _parse
    pool: ReadingPool = stack.enter_context(reading_pool(processes, home, settings))
    parsers = stack.enter_context(ProcessPool(max_workers=processes, context=get_context("spawn")))

    def parse(block: Sequence[Article]) -> None:
        parts = [block[start : start + batch] for start in range(0, len(block), batch)]
        for future in [parsers.schedule(_parse, args=(part,)) for part in parts]:
            future.result()

    return lambda block: pool.results(block, batch), parse


_parser_alone: Any = None


def _parse(articles: Sequence[Article]) -> None:
    """Let the default model go over every paragraph, with all its components, fresh from its package."""
    global _parser_alone
    _parser_alone = _parser_alone or load_model.__wrapped__()
    for _ in _parser_alone.pipe(paragraphs_of(articles)):
        pass


def _surnames(reading: Reading) -> frozenset[str]:
    names = (
        mention.text.split()[-1]
        for entity in reading.entities
        if entity.kind == "person"
        for mention in entity.mentions
    )
    return frozenset(name for name in names if name[:1].isupper() and name.isalpha() and len(name) > 3)


def _varied(article: Article, surnames: frozenset[str], turn: int) -> Article:
    ending = _SYLLABLES[turn % len(_SYLLABLES)] + _SYLLABLES[turn // len(_SYLLABLES) % len(_SYLLABLES)]

    def other(word: re.Match[str]) -> str:
        if word[0] in surnames:
            return word[0] + ending
        return str(int(word[0]) + turn) if word[0].isdecimal() else word[0]

    text = re.sub(r"\b(?:[^\W\d_]+|(?:19|20)\d\d)\b", other, article.text)
    published = article.published and article.published + timedelta(weeks=52 * turn)
    return replace(article, id=f"{article.id}#{turn}", text=text, published=published, url=None)
