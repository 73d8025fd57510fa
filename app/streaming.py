"""Answers that are sent as they are made, and never held in memory whole. Few of them run side by side."""

from __future__ import annotations

import asyncio
import threading
from asyncio import Future
from collections.abc import AsyncGenerator, Generator
from contextlib import aclosing

from fastapi.responses import StreamingResponse
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from app.errors import ExportsUnderWay


class BrokenOff(Exception):
    """Raised when an answer that has begun cannot be ended: all that is left is to break the connection."""


class Streamed(StreamingResponse):
    """An answer that has a slot while it is sent, and lets go of the database however that ends.

    `first` is its first piece, made before the status is told: what fails later can only break it off.
    """

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


def free_slots(request: Request) -> asyncio.Semaphore:
    """The slots of answers that are streamed; raises `ExportsUnderWay` if none is free."""
    slots: asyncio.Semaphore = request.app.state.export_slots
    if slots.locked():
        raise ExportsUnderWay
    return slots


async def taken_in_threads(pieces: Generator[bytes]) -> AsyncGenerator[bytes]:
    """Pieces that take their time to be made: each is made in a thread, as the caller takes it."""
    making: Future[bytes | None] | None = None
    try:
        while True:
            making = asyncio.ensure_future(asyncio.to_thread(next, pieces, None))
            piece = await asyncio.shield(making)
            if piece is None:
                return
            yield piece
    finally:
        # A caller who goes away does not wait for the piece that is being made, but it must be over.
        if making is not None:
            making.add_done_callback(lambda _: _close(pieces))


def _close(pieces: Generator[bytes]) -> None:
    threading.Thread(target=pieces.close, name="export-end").start()


async def _from(first: bytes, pieces: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    if first:
        yield first
    async for piece in pieces:
        yield piece
