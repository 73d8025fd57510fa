"""Forms that change something: only from our own pages, and only for those who may."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from app.errors import ForeignForm


async def form_of_ours(request: Request) -> None:
    """Return if a form comes from a page of ours, by what the browser says and no page can change.

    All browsers say it in one header or the other. Who says neither is no browser, and uses `/v1`.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        if site != "same-origin":
            raise ForeignForm
        return
    origin = request.headers.get("origin", "")
    if not origin or origin.partition("://")[2] != request.headers.get("host"):
        raise ForeignForm


Ours = Annotated[None, Depends(form_of_ours)]
