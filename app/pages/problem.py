"""Errors as pages: what happened, what to do, and whom else a name may have meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from app.models.problems import Problem
from app.pages.addresses import is_page
from app.pages.rendering import page
from app.pages.words import counted


def wants_page(request: Request) -> bool:
    """Whether a problem is to be told to somebody who looks at pages."""
    return is_page(request.url.path) and "text/html" in request.headers.get("accept", "")


def problem_page(
    request: Request, problem: Problem, headers: Mapping[str, str], asked: str, chosen: Callable[[str], str]
) -> Response:
    """A problem for people. `asked` is the name that it is about; `chosen` asks again with an id instead."""
    response = page(
        request,
        "problem.html",
        status=problem.status,
        problem=problem,
        advice=_advice(problem, headers.get("Retry-After")),
        asked=asked,
        chosen=chosen,
    )
    response.headers.update(headers)
    return response


def _advice(problem: Problem, seconds: str | None) -> str:
    if seconds is not None:
        return f"Try again in {counted(int(seconds), 'second')}." if seconds.isdigit() else "Try again later."
    if problem.status in (401, 403):
        return "Sign in with a key that may do this."
    if problem.status == 404:
        return "Look for it with the search above: another spelling, or a part of the name."
    return problem.what_to_do
