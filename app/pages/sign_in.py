"""Signing in: the browser of somebody from elsewhere keeps their key, so that pages open."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from app.doors import KEY_COOKIE
from app.errors import KeyRefused
from app.keys import KeyRing
from app.pages.forms import Ours
from app.pages.rendering import PageRoute, page

router = APIRouter(route_class=PageRoute)


@router.get("/sign-in", name="show_sign_in")
async def show_sign_in(request: Request) -> Response:
    """The form for a key."""
    return page(request, "sign_in.html", refused=False)


@router.post("/sign-in", name="sign_in")
async def sign_in(request: Request, ours: Ours, key: Annotated[str, Form(max_length=200)] = "") -> Response:
    """Keep a key that opens something, and go to the start."""
    ring: KeyRing = request.app.state.keys
    try:
        await ring.holder(key.strip())
    except KeyRefused:
        return page(request, "sign_in.html", status=401, refused=True)
    response = RedirectResponse("/", status_code=303)
    # Until the browser is closed; no script reads it, and no foreign page makes the browser send it.
    response.set_cookie(
        KEY_COOKIE, key.strip(), httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )
    return response


@router.post("/sign-out", name="sign_out")
async def sign_out(request: Request, ours: Ours) -> Response:
    """Forget the key."""
    response = RedirectResponse("/sign-in", status_code=303)
    response.delete_cookie(KEY_COOKIE, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return response
