"""Why an edge is there: the live claims under it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import Graph, Page, page_by
from app.errors import BadParameter, EdgeNotKnown, NotKnown
from app.models.answers import EdgeKind, WhyPage
from app.models.common import Evidence
from app.naming import Kind, id_of, id_of_any
from app.problems import documented
from app.questions import Questions
from app.results.routes import ResultRoute
from app.texts import Text
from cypher.catalog import Read
from cypher.reads.evidence import (
    WHY_ATTENDED,
    WHY_MEETING,
    WHY_MEMBER_OF,
    WHY_MET_WITH,
    WHY_PARTNER_OF,
    WHY_REPRESENTS,
)
from cypher.reads.shapes import EvidenceRow

router = APIRouter(tags=["why"], route_class=ResultRoute)

# Each kind of edge with its read and what it joins; None for any kind, "meeting" for ids only.
_EDGES: dict[str, tuple[Read[EvidenceRow], Kind | None, Kind | None]] = {
    "met_with": (WHY_MET_WITH, "person", "person"),
    "partner_of": (WHY_PARTNER_OF, "country", "country"),
    "represents": (WHY_REPRESENTS, "person", "country"),
    "member_of": (WHY_MEMBER_OF, "person", "party"),
    "attended": (WHY_ATTENDED, None, None),
}

_END = {"min_length": 1, "max_length": 200}


@router.get("/why", responses=documented(404, 409))
async def why(
    graph: Graph,
    page: Annotated[Page, page_by(str)],
    kind: Annotated[
        EdgeKind | None,
        Query(description="Kind of edge, together with `from` and `to`.", examples=["met_with"]),
    ] = None,
    source: Annotated[
        Text | None,
        Query(
            alias="from", description="Where the edge begins: an id or a name.", examples=["Q2887355"], **_END
        ),
    ] = None,
    target: Annotated[
        Text | None,
        Query(
            alias="to",
            description="Where the edge ends: an id or a name; for `attended` the id of a meeting.",
            examples=["Q23530"],
            **_END,
        ),
    ] = None,
    meeting: Annotated[
        Text | None,
        Query(description="Id of a meeting, instead of an edge.", examples=["m:5c1f0a77be"], **_END),
    ] = None,
) -> WhyPage:
    """The live claims under an edge, or under a meeting: each with article, sentence and offsets.

    Ask for `kind`, `from` and `to`, or for `meeting`. `met_with` and `partner_of` hold both ways; the
    others go from the person to the country, party or meeting.
    """
    (after,) = page.position or ("",)
    if meeting is not None:
        if kind or source or target:
            raise BadParameter("meeting", "A meeting and an edge at once.", "Ask for one of them.")
        rows = await graph.rows(WHY_MEETING, meeting=meeting, after=after, limit=page.fetch)
        if not rows and page.position is None:
            raise NotKnown("meeting", meeting)
        return _answer(page, "meeting", None, meeting, rows)
    if kind is None or source is None or target is None:
        raise BadParameter(
            "kind", "It is not clear which edge is meant.", "Give kind, from and to; or the id of a meeting."
        )
    read, source_kind, target_kind = _EDGES[kind]
    source_id = await _end(graph, source_kind, source)
    target_id = target if kind == "attended" else await _end(graph, target_kind, target)
    rows = await graph.rows(read, source=source_id, target=target_id, after=after, limit=page.fetch)
    if not rows and page.position is None:
        raise EdgeNotKnown(kind, source, target)
    return _answer(page, kind, source_id, target_id, rows)


async def _end(graph: Questions, kind: Kind | None, key: str) -> str:
    return await (id_of_any(graph, key) if kind is None else id_of(graph, kind, key))


def _answer(page: Page, kind: str, source: str | None, target: str, rows: list[EvidenceRow]) -> WhyPage:
    items, after = page.cut(rows, lambda row: (row.claim,))
    return WhyPage(
        kind=kind,
        source=source,
        target=target,
        items=[Evidence.model_validate(row) for row in items],
        next=after,
    )
