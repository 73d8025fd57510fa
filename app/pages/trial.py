"""An article read on trial: what it would say, without a trace in the graph."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI

from app.errors import TooLongToTry
from app.models.articles import ArticleIn
from app.pages.words import pieces

if TYPE_CHECKING:
    from ingest.run import Reader

LONGEST = 50_000
"""How many characters an article on trial may have: it is read while somebody waits."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What an article would say: `facts` is the line of `demarche extract`, the text is cut at its claims."""

    facts: dict[str, Any]
    claims: list[dict[str, Any]]
    names: dict[str, dict[str, Any]]
    pieces: list[tuple[str, list[int]]]
    language: str | None
    published: str | None
    reason: str | None


class Reading:
    """Reads one article at a time; parser and entity data load with the first one."""

    def __init__(self) -> None:
        self._one_at_a_time = asyncio.Lock()
        self._read: Reader | None = None

    async def __call__(self, article: ArticleIn) -> Trial:
        async with self._one_at_a_time:
            return await asyncio.to_thread(self._tried, article)

    def _tried(self, given: ArticleIn) -> Trial:
        # These take seconds to import, which an API that never tries an article need not spend.
        from cypher.settings import DatabaseSettings
        from ingest.extract import reading_to_json
        from ingest.records import Article
        from ingest.records import Reading as Facts
        from ingest.run import pipeline_reader, results
        from ingest.settings import IngestSettings

        settings = IngestSettings()
        if self._read is None:
            self._read = pipeline_reader(DatabaseSettings().home, settings.spacy_model)
        article = Article(
            id="trial", text=given.text, title=given.title, published=given.published, url=given.url
        )
        (result,) = results([article], self._read, settings.readable_languages, 1)
        if not isinstance(result, Facts):
            facts = {"error": result.reason, "line": 1}
            return Trial(facts, [], {}, [(given.text, [])], None, None, result.reason)
        found = reading_to_json(result)
        claims = found["claims"]
        spans = [(one["evidence"]["start"], one["evidence"]["end"], n) for n, one in enumerate(claims)]
        return Trial(
            facts=found,
            claims=claims,
            names={entity["id"]: entity for entity in found["entities"]},
            pieces=pieces(given.text, spans),
            language=found["article"]["language"],
            published=found["article"]["published"],
            reason=None,
        )


async def tried(app: FastAPI, article: ArticleIn) -> Trial:
    """What an article would say. Raises `TooLongToTry`."""
    if len(article.text) > LONGEST:
        raise TooLongToTry(LONGEST)
    read: Reading = app.state.trial
    return await read(article)
