"""The whole graph in the format of another program, piece by piece as it is read."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse

from app.dependencies import (
    AsOfQuery,
    CountryQuery,
    Door,
    PersonQuery,
    PresentGraph,
    SinceQuery,
    UntilQuery,
    following_redirects,
    past_moment,
)
from app.errors import NotKnown
from app.filters import check_period
from app.naming import id_of
from app.problems import documented
from app.questions import Questions
from app.streaming import Streamed, free_slots
from cypher.export import KINDS, Selection
from cypher.formats import FORMATS
from cypher.reads.search import ENTITY_WITH_ID

router = APIRouter(prefix="/export", tags=["export"])

FormatName = Literal["jsonl", "csv", "neo4j", "graphml", "jsonld", "geojson"]
KindName = Literal[
    "article",
    "claim",
    "person",
    "country",
    "party",
    "organization",
    "place",
    "meeting",
    "decision",
    "redirect",
]

_BINARY = {"type": "string", "format": "binary"}
_DOCUMENT = {"type": "object", "additionalProperties": True}
_CONTENT = {
    one.media_type: {"schema": _DOCUMENT if one.media_type.endswith("+json") else _BINARY}
    for one in FORMATS.values()
}
_MEANINGS = "; ".join(f"`{name}`: {one.purpose}" for name, one in FORMATS.items())


@router.get(
    "",
    response_class=StreamingResponse,
    responses={
        200: {"description": "The graph, in the format asked for.", "content": _CONTENT},
        **documented(404, 409),
    },
)
async def export_graph(
    request: Request,
    graph: PresentGraph,
    door: Door,
    form: Annotated[
        FormatName, Query(alias="format", description=f"{_MEANINGS}.", examples=["jsonl"])
    ] = "jsonl",
    kinds: Annotated[
        list[KindName] | None,
        Query(
            alias="kind",
            description="Only nodes of this kind, and edges between them; may be given several times.",
            examples=[["person", "meeting"]],
            max_length=10,
        ),
    ] = None,
    since: SinceQuery = None,
    until: UntilQuery = None,
    country: CountryQuery = None,
    person: PersonQuery = None,
    as_of: AsOfQuery = None,
) -> StreamingResponse:
    """The whole graph, streamed: every node and edge, in an order that depends on nothing but the graph.

    With `since`, `until`, `country` or `person` a part of it: the meetings that may have been in the period,
    in which both took part; the partnerships, offices and memberships that were said in it and name both;
    the articles that say so; and whoever and whatever occurs in all that, with the edges between them. What
    such an edge counts, it counts in the whole graph.

    An answer that breaks off is not whole: the connection ends without the last chunk. Few exports run side
    by side; 429 says when to come again.
    """
    slots = free_slots(request)
    await door.check_ready()  # what fails after the first piece can only break the answer off
    chosen = FORMATS[form]
    wanted = KINDS if kinds is None else [kind.capitalize() for kind in kinds]
    moment = None if as_of is None else past_moment(as_of)
    part = await _part(graph, since, until, country, person)
    pieces = door.exported(chosen.write, wanted, part, moment)
    first = await anext(pieces, b"")
    headers = {"Content-Disposition": f'attachment; filename="demarche.{chosen.ending}"'}
    if moment is not None:
        headers["As-Of"] = moment.isoformat()
    return Streamed(first, pieces, slots, media_type=chosen.media_type, headers=headers)


async def _part(
    graph: Questions, since: date | None, until: date | None, country: str | None, person: str | None
) -> Selection | None:
    """The part of the graph that a caller asks for, or None for all of it."""
    check_period(since, until)
    async with following_redirects(graph):
        found = Selection(
            since,
            until,
            country=None if country is None else await id_of(graph, "country", country),
            person=None if person is None else await id_of(graph, "person", person),
        )
        if found.person is not None and await graph.row(ENTITY_WITH_ID, id=found.person) is None:
            raise NotKnown("person", found.person)
    return None if found == Selection() else found
