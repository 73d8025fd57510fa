"""The whole graph in the format of another program, piece by piece as it is read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from app.dependencies import AsOfQuery, Door, past_moment
from app.errors import ExportsUnderWay
from cypher.export import KINDS
from cypher.formats import FORMATS

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
    responses={200: {"description": "The graph, in the format asked for.", "content": _CONTENT}},
)
async def export_graph(
    request: Request,
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
    as_of: AsOfQuery = None,
) -> StreamingResponse:
    """The whole graph, streamed: every node and edge, in an order that depends on nothing but the graph.

    An answer that breaks off is not whole: the connection ends without the last chunk. Few exports run side
    by side; 429 says when to come again.
    """
    slots: asyncio.Semaphore = request.app.state.export_slots
    if slots.locked():
        raise ExportsUnderWay
    await door.check_ready()  # what fails after the first piece can only break the answer off
    chosen = FORMATS[form]
    wanted = KINDS if kinds is None else [kind.capitalize() for kind in kinds]
    moment = None if as_of is None else past_moment(as_of)
    pieces = door.exported(chosen.write, wanted, moment)
    first = await anext(pieces, b"")
    headers = {"Content-Disposition": f'attachment; filename="demarche.{chosen.ending}"'}
    if moment is not None:
        headers["As-Of"] = moment.isoformat()
    return _Export(first, pieces, slots, media_type=chosen.media_type, headers=headers)


async def _from(first: bytes, pieces: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    if first:
        yield first
    async for piece in pieces:
        yield piece


class _Export(StreamingResponse):
    """An answer that has a slot while it is sent, and lets go of the database however that ends."""

    def __init__(
        self,
        first: bytes,
        pieces: AsyncGenerator[bytes],
        slots: asyncio.Semaphore,
        *,
        media_type: str,
        headers: dict[str, str],
    ) -> None:
        super().__init__(_from(first, pieces), media_type=media_type, headers=headers)
        self._pieces = pieces
        self._slots = slots

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with self._slots, aclosing(self._pieces):
            await super().__call__(scope, receive, send)
