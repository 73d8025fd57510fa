"""Search by name."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from app.dependencies import BoundedLimit, Graph
from app.errors import BadParameter
from app.models.answers import Match, MatchPage
from app.naming import LABELS
from app.texts import Text
from cypher.reads.search import ENTITIES_MATCHING, search_query

router = APIRouter(tags=["search"])

_POOL = 1_000
"""How many matches of the index are weighed by how much is known of them."""


@router.get("/search")
async def search(
    graph: Graph,
    limit: BoundedLimit,
    q: Annotated[
        Text,
        Query(
            description="Words of a name. Accents do not matter; beginnings and small misspellings match.",
            examples=["diaz canel"],
            min_length=1,
            max_length=200,
        ),
    ],
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
    query = search_query(q)
    if not query:
        raise BadParameter(
            "q", "There is no letter or digit to look for.", "Give at least one word of a name."
        )
    kinds = [LABELS[one] for one in kind or LABELS]
    rows = await graph.rows(ENTITIES_MATCHING, query=query, kinds=kinds, pool=max(_POOL, limit), limit=limit)
    return MatchPage(items=[Match.model_validate(row) for row in rows], next=None)
