"""The inbox: how much waits to be read, and what becomes of articles that were set aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fastapi import APIRouter

from app.auditing import Auditor
from app.dependencies import Audit, Door, PresentGraph
from app.models.inbox import ArticlesDone, ArticlesIn, InboxCounts
from app.opening import GraphDoor
from app.problems import documented
from cypher.graph import Graph
from cypher.inbox import drop_articles, retry_articles
from cypher.reads.counts import INBOX_STATE

router = APIRouter(prefix="/inbox", tags=["articles"])


@router.get("")
async def count_inbox(graph: PresentGraph) -> InboxCounts:
    """How many articles wait, are being read and were set aside; `/v1/articles?state=` lists them."""
    return InboxCounts.model_validate(await graph.row(INBOX_STATE))


@router.post("/retry", responses=documented(400, 413))
async def retry_set_aside(door: Door, audit: Audit, wanted: ArticlesIn) -> ArticlesDone:
    """Let articles that were set aside be read again, with all their tries. Others stay as they are."""
    return await _changed(door, audit, "article.retried", retry_articles, wanted)


@router.post("/drop", responses=documented(400, 413))
async def drop_from_inbox(door: Door, audit: Audit, wanted: ArticlesIn) -> ArticlesDone:
    """Take articles that wait or were set aside out of the inbox: they are not read, and their text goes.

    What the graph holds of an earlier version stays; `DELETE /v1/articles/{article}` takes that back.
    """
    return await _changed(door, audit, "article.dropped", drop_articles, wanted)


async def _changed(
    door: GraphDoor,
    audit: Auditor,
    action: str,
    change: Callable[[Graph, Sequence[str]], list[str]],
    wanted: ArticlesIn,
) -> ArticlesDone:
    done = await door.write(change, list(dict.fromkeys(wanted.articles)))
    await audit.note(action, *done)
    return ArticlesDone(articles=done)
