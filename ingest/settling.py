"""What becomes of articles that were read for somebody who waits: recorded, and told in one line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import structlog

from cypher.graph import Graph
from ingest.counts import why_nothing
from ingest.recording import Received, record
from ingest.records import MeetingClaim, Reading
from ingest.run import Result
from ingest.settings import IngestSettings
from ingest.sources.items import SetAside

_log = structlog.get_logger("worker")


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of an article; `reason` is for those that failed, or in which nothing was found."""

    state: Literal["done", "nothing_found", "failed"]
    reason: str | None = None


def settled(
    graph: Graph, results: Sequence[Result], received_at: Sequence[datetime], settings: IngestSettings
) -> list[Settled]:
    """Record what was read, with when each article came in (UTC), and say what became of each.

    When this returns, the ledger holds all that did not fail. Raises `cypher.errors` when the database
    goes away.
    """
    received = [
        Received(result, at)
        for result, at in zip(results, received_at, strict=True)
        if isinstance(result, Reading)
    ]
    refused = record(graph, received, settings.spacy_model).refused
    return [_told(result, refused, settings) for result in results]


def _told(result: Result, refused: dict[str, str], settings: IngestSettings) -> Settled:
    if isinstance(result, SetAside):
        _log.warning("article_set_aside", article=result.source, reason=result.reason)
        return Settled("failed", result.reason)
    article = result.article.id
    if article in refused:
        _log.warning("article_set_aside", article=article, reason=refused[article])
        return Settled("failed", refused[article])
    if result.claims:
        meetings = sum(isinstance(claim, MeetingClaim) for claim in result.claims)
        _log.info("article_read", article=article, claims=len(result.claims), meetings=meetings)
        return Settled("done")
    why = why_nothing(result, settings.readable_languages)
    _log.info("nothing_found", article=article, reason=why)
    return Settled("nothing_found", why)
