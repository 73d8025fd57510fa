"""Articles in, what each of them states, and articles taken back."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Response
from starlette.convertors import Convertor, register_url_convertor

from app.dependencies import ArticlePath, Audit, Door, Graph, Page, PresentGraph, RoomInInbox, page_by
from app.errors import BadParameter, NotKnown
from app.models.articles import (
    CLAIMS,
    Article,
    ArticleIn,
    ArticleInList,
    ArticlePage,
    ArticleState,
    ClaimPage,
    State,
    StatedClaim,
)
from app.problems import documented
from app.questions import Questions
from app.results import SUFFIXES
from app.results.routes import ResultRoute
from cypher.inbox import Submission, receive_article, status_of_article, withdraw_article
from cypher.ledger import retract_article
from cypher.reads.articles import (
    ARTICLE,
    ARTICLES,
    ARTICLES_IN_STATE,
    CLAIMS_OF_ARTICLE,
    SUBMISSIONS_IN_STATE,
)
from cypher.reads.articles import ArticleDetail as ArticleDetailRow
from cypher.reads.articles import ArticleInList as ArticleRow
from ingest.identity import article_id, sha256_of


class ArticleId(Convertor[str]):
    """An article's id in a path. Ids of other systems may hold slashes, so that only `/claims` ends one.

    Or `/claims.csv` and the like, where the claims are wanted in another form.
    """

    regex = rf"(?:(?!{CLAIMS}(?:{'|'.join(map(re.escape, SUFFIXES))})?$).)+"

    def convert(self, value: str) -> str:
        """As it stands in the path."""
        return value

    def to_string(self, value: str) -> str:
        """As it stands in the path."""
        return value


register_url_convertor("article_id", ArticleId())

router = APIRouter(prefix="/articles", tags=["articles"], route_class=ResultRoute)

# Our words for the states of inbox and ledger.
_STATES: dict[str, State] = {
    "received": "waiting",
    "reading": "reading",
    "done": "read",
    "nothing_found": "nothing_found",
    "failed": "set_aside",
    "retracted": "retracted",
    "superseded": "superseded",
}
_NAMES_OF_STATES = {ours: theirs for theirs, ours in _STATES.items()}
_IN_INBOX = ("waiting", "reading", "set_aside")


@router.post(
    "",
    status_code=202,
    responses={
        **documented(400, 413),
        202: {
            "description": "The article is stored and will be read, or was read already.",
            "headers": {
                "Location": {
                    "description": "Where to look how far it is.",
                    "schema": {"type": "string", "examples": ["/v1/articles/a%3Ab5b10dd0429e69ac7cfa"]},
                }
            },
        },
    },
)
async def post_article(
    door: Door, audit: Audit, room: RoomInInbox, article: ArticleIn, response: Response
) -> ArticleState:
    """Hand in an article. It is stored before this answers; a worker reads it soon.

    While too many wait, none is taken in (503), and Retry-After says when to send it again. The same article
    again changes nothing; another text under the same id or address replaces the first.
    """
    await room.check()
    key = article_id(given=article.id, url=article.url, text=article.text)
    submission = Submission(
        id=key,
        text=article.text,
        sha256=sha256_of(article.text),
        title=article.title,
        url=article.url,
        publisher=article.publisher,
        published_at=article.published,
        language=article.language,
    )
    receipt = await door.write(receive_article, submission, datetime.now(UTC))
    await audit.note("article.received" if receipt.is_new else "article.received_again", key)
    response.headers["Location"] = f"/v1/articles/{quote(key, safe='')}"
    return ArticleState(id=receipt.id, state=_STATES[receipt.state], reason=None)


@router.get("")
async def list_articles(
    graph: Graph,
    page: Annotated[Page, page_by(str)],
    state: Annotated[
        State | None, Query(description="Only articles in this state.", examples=["set_aside"])
    ] = None,
) -> ArticlePage:
    """Articles in the order of their ids.

    Without `state`, all that were read, also those retracted since. Those that wait, are being read or were
    set aside stand apart: ask for them by `state`.
    """
    if graph.is_past and state in _IN_INBOX:
        raise BadParameter(
            "state",
            "What waits or was set aside has no history.",
            "Ask without 'as_of', or for another state.",
        )
    (after,) = page.position or ("",)
    rows = await _articles(graph, state, str(after), page.fetch)
    items, following = page.cut(rows, lambda row: (row.id,))
    return ArticlePage(items=[_shown(row) for row in items], next=following)


async def _articles(graph: Questions, state: State | None, after: str, limit: int) -> list[ArticleRow]:
    if state is None:
        return await graph.rows(ARTICLES, after=after, limit=limit)
    read = SUBMISSIONS_IN_STATE if state in _IN_INBOX else ARTICLES_IN_STATE
    return await graph.rows(read, state=_NAMES_OF_STATES[state], after=after, limit=limit)


@router.get("/{article:article_id}/claims", responses=documented(404))
async def list_claims(
    graph: Graph,
    article: ArticlePath,
    page: Annotated[Page, page_by(int, str)],
    retracted: Annotated[
        bool, Query(description="Also claims that no longer stand.", examples=[False])
    ] = False,
) -> ClaimPage:
    """Everything that an article states, in the order of its text, with whom each claim names."""
    after_start, after_id = page.position or (-1, "")
    row = await graph.row(
        CLAIMS_OF_ARTICLE,
        article=article,
        after_start=after_start,
        after_id=after_id,
        retracted=retracted,
        limit=page.fetch,
    )
    if row is None:
        raise NotKnown("article", article)
    items, after = page.cut(row.claims, lambda claim: (claim.start, claim.id))
    return ClaimPage(article=row.id, items=[StatedClaim.model_validate(claim) for claim in items], next=after)


@router.get("/{article:article_id}", responses=documented(404))
async def get_article(graph: Graph, article: ArticlePath) -> Article:
    """One article: how far it is, why it was set aside if it was, and its text."""
    row = await graph.row(ARTICLE, article=article, inbox=not graph.is_past)
    if row is None:
        raise NotKnown("article", article)
    return Article(
        **_shown(row).model_dump(),
        extractor=row.extractor,
        text=row.text,
    )


@router.delete("/{article:article_id}", status_code=204, responses=documented(404))
async def delete_article(graph: PresentGraph, door: Door, audit: Audit, article: ArticlePath) -> None:
    """Take an article back. What rests on it alone vanishes from the graph; what others confirm stays.

    The article itself stays in the ledger as `retracted`. Taking it back again changes nothing and gives 204
    as well; posting it again brings it back.
    """
    if await graph.row(status_of_article, article=article) is None:
        raise NotKnown("article", article)
    await door.write(withdraw_article, article)
    await door.write(retract_article, article, datetime.now(UTC))
    await audit.note("article.retracted", article)


def _shown(row: ArticleRow | ArticleDetailRow) -> ArticleInList:
    return ArticleInList(
        id=row.id,
        state=_STATES[row.state],
        reason=row.reason,
        title=row.title,
        url=row.url,
        publisher=row.publisher,
        published=row.published,
        language=row.language,
        received_at=row.received_at,
        claims=row.claims,
    )
