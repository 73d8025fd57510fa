"""A run: items in, results out, in order. Whatever happens to one article, the run goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from ingest.language import is_readable, language_of
from ingest.publication import day_of_dateline
from ingest.records import Article, Reading
from ingest.sources.items import Item, SetAside

if TYPE_CHECKING:
    from ingest.proposals import Propose

# What reads articles: `ingest.pipeline.read_articles`, which gives one reading for each, in order.
Reader = Callable[[Iterable[Article]], Iterable[Reading]]
Result = Reading | SetAside

_log = structlog.get_logger("ingest")


def results(items: Iterable[Item], read: Reader, languages: frozenset[str], batch: int) -> Iterator[Result]:
    """One result for each item, in its place. Memory holds one batch.

    An article in a language that we do not read has an empty reading, which names the language. One that
    the pipeline fails on is set aside, and the rest of its batch is read without it.
    """
    remaining = iter(items)
    while chunk := list(islice(remaining, batch)):
        prepared = [_prepared(item) for item in chunk]
        readable = [item for item in prepared if isinstance(item, Article) and _is_ours(item, languages)]
        readings = iter(_readings(readable, read))
        for item in prepared:
            if isinstance(item, SetAside):
                yield item
            elif _is_ours(item, languages):
                yield next(readings)
            else:
                yield Reading(item, entities=(), claims=())


def pipeline_reader(home: Path, spacy_model: str, propose: Propose | None = None) -> Reader:
    """The pipeline with a parser and the folder's entity data. Both load with the first articles.

    `propose` is the language model's step, if one is set (`ingest.proposals.proposer_of`).
    """

    @cache
    def loaded() -> Reader:
        from ingest.entities import load_entity_data
        from ingest.parse import load_model
        from ingest.pipeline import read_articles

        return partial(
            read_articles, model=load_model(spacy_model), data=load_entity_data(home), propose=propose
        )

    return lambda articles: loaded()(articles)


def _prepared(item: Item) -> Item:
    """The article with what its text says about itself, where the source left that open."""
    if isinstance(item, SetAside):
        return item
    return replace(
        item,
        language=item.language or language_of(item.text),
        published=item.published or day_of_dateline(item.text),
    )


def _is_ours(article: Article, languages: frozenset[str]) -> bool:
    return is_readable(article.language, languages)


def _readings(articles: list[Article], read: Reader) -> list[Result]:
    if not articles:
        return []
    try:
        readings: list[Result] = list(read(articles))
        if len(readings) == len(articles):
            return readings
        raise RuntimeError(f"{len(articles)} articles gave {len(readings)} readings")
    except Exception as error:
        # The pipeline is fuzzed not to fail. Should it all the same, one article must not cost the others.
        if len(articles) > 1:
            return [reading for article in articles for reading in _readings([article], read)]
        _log.exception("article_failed", article=articles[0].id)
        reason = f"the reader failed on it ({type(error).__name__}); please report it with this article"
        return [SetAside(articles[0].id, None, reason)]
