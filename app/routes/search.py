"""Search by words: names, titles of articles, sentences."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query

from app.cursors import MOST
from app.dependencies import KEY, Graph, Page, SinceQuery, UntilQuery, page_by
from app.errors import BadParameter
from app.filters import check_period
from app.models.answers import (
    ArticleMatch,
    ArticleMatchPage,
    Match,
    MatchPage,
    SentenceMatch,
    SentenceMatchPage,
)
from app.naming import LABELS, matching
from app.results.routes import ResultRoute
from app.texts import Text
from cypher.reads.search import ARTICLES_MATCHING, ENTITIES_MATCHING, SENTENCES_MATCHING, search_query

router = APIRouter(tags=["search"], route_class=ResultRoute)

_WEIGHED = 500
"""How many matches can be paged through; of names, those which are weighed by how much is known of them."""
_SIFTED = 10_000
"""How many matches of the index are looked through for those of a kind or a period."""

WordsQuery = Annotated[
    Text,
    Query(
        alias="q",
        description="Words, in any script. Accents do not matter; beginnings and small misspellings match.",
        examples=["diaz canel"],
        **KEY,
    ),
]


@router.get("/search")
async def search(
    graph: Graph,
    page: Annotated[Page, page_by(int, str)],
    words: WordsQuery,
    kind: Annotated[
        list[Literal["person", "country", "party", "organization", "place"]] | None,
        Query(
            description="Only entities of this kind; may be given several times.",
            examples=[["person"]],
            max_length=5,
        ),
    ] = None,
) -> MatchPage:
    """People, countries, parties, organizations and places by name, those of whom most is known first."""
    labels = [LABELS[one] for one in kind or LABELS]
    rows = await matching(
        graph,
        ENTITIES_MATCHING,
        words,
        **_where(page, words, sifted=kind is not None),
        kinds=labels,
        weighed=_WEIGHED,
    )
    items, after = page.cut(rows, lambda row: (row.rank, row.id))
    return MatchPage(items=[Match.model_validate(row) for row in items], next=after)


@router.get("/search/articles")
async def search_articles(
    graph: Graph,
    page: Annotated[Page, page_by(int, str)],
    words: WordsQuery,
    since: SinceQuery = None,
    until: UntilQuery = None,
) -> ArticleMatchPage:
    """Articles by words of their titles, the best matches first. `since` and `until` are of publication."""
    check_period(since, until)
    rows = await matching(
        graph, ARTICLES_MATCHING, words, field="title", **_of_period(page, words, since, until)
    )
    items, after = page.cut(rows, lambda row: (row.rank, row.id))
    return ArticleMatchPage(items=[ArticleMatch.model_validate(row) for row in items], next=after)


@router.get("/search/sentences")
async def search_sentences(
    graph: Graph,
    page: Annotated[Page, page_by(int, str)],
    words: WordsQuery,
    since: SinceQuery = None,
    until: UntilQuery = None,
) -> SentenceMatchPage:
    """Sentences that state something, by their words, the best matches first, with article and meeting.

    `since` and `until` are of the day on which it was said.
    """
    check_period(since, until)
    rows = await matching(
        graph, SENTENCES_MATCHING, words, field="sentence", **_of_period(page, words, since, until)
    )
    items, after = page.cut(rows, lambda row: (row.rank, row.claim))
    return SentenceMatchPage(items=[SentenceMatch.model_validate(row) for row in items], next=after)


def _of_period(page: Page, words: str, since: date | None, until: date | None) -> dict[str, Any]:
    sifted = since is not None or until is not None
    return {**_where(page, words, sifted=sifted), "since": since, "until": until}


def _where(page: Page, words: str, *, sifted: bool) -> dict[str, Any]:
    """What all reads by words are given: the part of their matches that is asked for."""
    if not search_query(words):
        raise BadParameter("q", "There is no letter or digit to look for.", "Give at least one word.")
    most, after = page.position or (MOST, "")
    pool = _SIFTED if sifted else _WEIGHED
    return {"pool": pool, "most": most, "after": after, "limit": page.fetch}
