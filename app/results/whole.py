"""All pages of a list in one answer of another form: rows as their pages come, a graph once all are there.

Every page is asked for like the first one, through the same route, so that filters, bounds and order are
those of the pages.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from typing import Any
from urllib.parse import urlencode

from fastapi.responses import Response
from starlette.requests import Request
from starlette.types import ASGIApp, Message

from app.errors import BadParameter, WholeTooLarge
from app.results.forms import Form
from app.settings import AppSettings
from app.streaming import BrokenOff, Streamed, free_slots

Values = Mapping[str, Any]
"""An answer as plain JSON."""
OK = 200
GRAPH_PART = 10
"""A graph is held in memory while it is drawn, so that it may be of one in so many of the items of rows."""


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
    if form.write_on is not None:
        rows = _written(form.write_on, _following(answer, request, app, settings.whole_limit))
        return Streamed(form.write(answer), rows, slots, media_type=form.media_type, headers=headers)
    items = list(answer["items"])
    async with slots:
        try:
            async for page in _following(answer, request, app, settings.whole_limit // GRAPH_PART):
                items += page["items"]
        except PageRefused as refused:
            return refused.response
    return Response(form.write({**answer, "items": items}), media_type=form.media_type, headers=headers)


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
