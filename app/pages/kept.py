"""Pages that are counted over much of the graph: counted once for all who look at the same time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from app.pages.rendering import PageRoute

LONG_SECONDS = 1.0
KEPT_SECONDS = 60.0


@dataclass(slots=True)
class _Kept:
    """A page that took long, and `until` when it holds by the monotonic clock; who counts it has the lock."""

    page: Response | None = None
    until: float = 0.0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class KeptPages:
    """What took longer than a second to count is shown again for a minute; what did not is counted anew.

    Who asks for a page while it is counted waits for that count. The pages of everyone are the same.
    """

    def __init__(self, long_seconds: float = LONG_SECONDS) -> None:
        self._long_seconds = long_seconds
        self._pages: dict[str, _Kept] = {}

    async def page(self, address: str, count: Callable[[], Awaitable[Response]]) -> Response:
        """The page at an address, as it was counted a moment ago, or counted now."""
        began = time.monotonic()
        self._pages = {
            key: kept for key, kept in self._pages.items() if kept.until > began or kept.lock.locked()
        }
        kept = self._pages.setdefault(address, _Kept())
        async with kept.lock:
            began = time.monotonic()
            if kept.page is None or kept.until <= began:
                kept.page = None
                page = await count()
                if page.status_code != 200 or time.monotonic() - began <= self._long_seconds:
                    return page
                kept.page, kept.until = page, time.monotonic() + KEPT_SECONDS
            # A copy, for what is sent has headers added to it on the way.
            return Response(kept.page.body, kept.page.status_code, dict(kept.page.headers))


class KeptRoute(PageRoute):
    """A route of a page that may take long to count. One of the past is counted each time."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, behind what was counted a moment ago."""
        handler = super().get_route_handler()

        async def handle(request: Request) -> Response:
            if "as_of" in request.query_params:
                return await handler(request)
            pages: KeptPages = request.app.state.kept_pages
            return await pages.page(f"{request.url.path}?{request.url.query}", lambda: handler(request))

        return handle
