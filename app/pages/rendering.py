"""From answers to HTML: the templates, and what they may call."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.routing import APIRoute
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request

from app.naming import country_name
from app.pages import words
from app.pages.addresses import (
    STATIC,
    Value,
    address,
    entity_address,
    is_of_the_web,
    neo4j_browser,
)
from app.pages.later import Later
from cypher.browser import SAVED
from cypher.catalog import with_values

FOLDER = Path(__file__).parent
STATIC_FOLDER = FOLDER / "static"

_templates = Environment(
    loader=FileSystemLoader(FOLDER / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters |= {
    "when": words.when,
    "day": words.day,
    "moment": words.moment,
    "country_name": country_name,
    "spoken": words.spoken,
    "direction": words.direction,
    "sides": words.sides,
    "name_in": lambda key, nodes: nodes[key].name if key in nodes else key,
}
_templates.tests |= {"of_the_web": is_of_the_web, "later": lambda part: isinstance(part, Later)}
_templates.globals |= {
    "counted": words.counted,
    "STATUSES": words.STATUSES,
    "FORMATS": words.FORMATS,
    "version": version("demarche"),
    "static": lambda name: f"{STATIC}/{name}",
}


class PageRoute(APIRoute):
    """A route of a page. Forms send their empty fields too; the address that people share has none."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, behind a redirect for addresses with empty parameters."""
        handler = super().get_route_handler()

        async def handle(request: Request) -> Response:
            given = parse_qsl(request.url.query, keep_blank_values=True)
            filled = [(name, value.strip()) for name, value in given if value.strip()]
            if request.method == "GET" and len(filled) != len(given):
                query = f"?{urlencode(filled)}" if filled else ""
                return RedirectResponse(request.url.path + query, status_code=303)
            return await handler(request)

        return handle


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page from a template. Links within it stay in the past that the page is of (`as_of`)."""
    as_of = request.query_params.get("as_of")
    html = _templates.get_template(template).render(
        request=request,
        query=request.query_params,
        wanted=_wanted(request),
        as_of=as_of,
        to=partial(_to, as_of),
        entity=partial(_entity, as_of),
        after=partial(_after, request),
        in_browser=partial(_in_browser, request),
        **values,
    )
    return HTMLResponse(html, status_code=status)


def _wanted(request: Request) -> dict[str, list[str]]:
    """What a page is asked for, for links to the same list elsewhere: a cursor is of one path alone."""
    query = request.query_params
    return {name: query.getlist(name) for name in query if name != "cursor"}


def _to(as_of: str | None, /, *segments: str, **query: Value | list[str]) -> str:
    return address(*segments, **{"as_of": as_of, **query})


def _entity(as_of: str | None, kind: str, key: str) -> str:
    return entity_address(kind, key, {"as_of": as_of})


def _after(request: Request, cursor: str) -> str:
    """The address of the next page of a list."""
    there = request.url.include_query_params(cursor=cursor)
    return f"{there.path}?{there.query}"


def _in_browser(request: Request, name: str, **params: str) -> str | None:
    """The Neo4j Browser with a saved query; None where it is not known where the Browser is."""
    base = request.app.state.door.browser
    return neo4j_browser(base, with_values(SAVED[name].text, params)) if base else None
