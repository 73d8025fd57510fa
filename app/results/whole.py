"""All pages of a list in one answer of another form: rows as their pages come, a graph once all are there.

Neither is held in memory: a graph waits in a file until it is known who is in it.

Every page is asked for like the first one, through the same route, so that filters, bounds and order are
those of the pages.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from contextlib import aclosing, closing
from typing import Any
from urllib.parse import urlencode

from fastapi.responses import Response
from starlette.requests import Request
from starlette.types import ASGIApp, Message

from app.errors import BadParameter, WholeTooLarge
from app.results.forms import Form, GraphForm
from app.results.kept import KeptDrawing
from app.settings import AppSettings
from app.streaming import BrokenOff, Streamed, free_slots, taken_in_threads

Values = Mapping[str, Any]
"""An answer as plain JSON."""
OK = 200


class PageRefused(Exception):
    """Raised when a page behind the first cannot be had; `response` says why."""

    def __init__(self, response: Response) -> None:
        super().__init__(bytes(response.body).decode(errors="replace"))
        self.response = response


async def whole(
    form: Form, request: Request, first: Response, headers: dict[str, str], app: ASGIApp
) -> Response:
    """All pages in a form, of which `first` is the first as JSON. `app` is the route, which gives the others.

    Raises `ExportsUnderWay`, and `WholeTooLarge` for a graph of too many items; rows of too many break off.
    """
    if "as_of" in request.query_params:
        raise BadParameter(
            "as_of",
            "Writers would have to wait for each page of a list as it was.",
            "Ask for its pages one by one, or for a part of the graph as it was under /v1/export.",
        )
    slots = free_slots(request)
    settings: AppSettings = request.app.state.settings
    answer = json.loads(bytes(first.body))
    pages = _following(answer, request, app, settings.whole_limit)
    if form.graph is None:
        rows = _written(form.write_on or form.write, pages)
        return Streamed(form.write(answer), rows, slots, media_type=form.media_type, headers=headers)
    try:
        async with slots:
            drawing = await _drawn(form.graph, answer, pages)
    except PageRefused as refused:
        return refused.response
    pieces = taken_in_threads(_written_whole(form.graph, drawing))
    return Streamed(await anext(pieces), pieces, slots, media_type=form.media_type, headers=headers)


async def _drawn(graph: GraphForm, first: Values, pages: AsyncGenerator[Values]) -> KeptDrawing:
    drawing = KeptDrawing()
    async with aclosing(pages):
        try:
            await asyncio.to_thread(graph.draw, drawing, first)
            async for page in pages:
                await asyncio.to_thread(graph.draw, drawing, page)
        except BaseException:
            drawing.close()
            raise
    return drawing


def _written_whole(graph: GraphForm, drawing: KeptDrawing) -> Generator[bytes]:
    with closing(drawing):
        yield from graph.write(drawing)


async def _written(write: Callable[[Values], bytes], pages: AsyncGenerator[Values]) -> AsyncGenerator[bytes]:
    async with aclosing(pages):
        try:
            async for page in pages:
                yield write(page)
        except (PageRefused, WholeTooLarge) as error:
            raise BrokenOff(str(error)) from None


async def _following(answer: Values, request: Request, app: ASGIApp, most: int) -> AsyncGenerator[Values]:
    """The pages behind a page; raises `WholeTooLarge` where there would be more items than `most` in all."""
    count = len(answer["items"])
    while cursor := answer["next"]:
        answer = await _page(request, app, cursor)
        count += len(answer["items"])
        if count > most:
            raise WholeTooLarge(most)
        yield answer


async def _page(request: Request, app: ASGIApp, cursor: str) -> Values:
    """The page at a cursor, as the route answers with it."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    query = urlencode([*asked, ("cursor", cursor)])
    response = Response()

    async def nothing() -> Message:
        return {"type": "http.request", "body": b""}

    async def take(message: Message) -> None:
        if message["type"] == "http.response.start":
            response.status_code = message["status"]
            response.raw_headers = message["headers"]
        else:
            response.body = bytes(response.body) + message.get("body", b"")

    await app({**request.scope, "query_string": query.encode()}, nothing, take)
    if response.status_code != OK:
        raise PageRefused(response)
    page: Values = json.loads(bytes(response.body))
    return page
