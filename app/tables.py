"""Lists as tables: the same answer as CSV, for those who ask by `Accept: text/csv` or by a path with `.csv`.

One row an item. What an item nests becomes columns: `place_name`, `with_a_meetings`. Several words of one
field stand in one cell, with "; " between them; several people or things by name, with a second column for
their ids; and what is too rich for a cell (evidence, offices) as JSON.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Coroutine, Iterable, Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin

from fastapi import APIRouter
from fastapi.responses import Response
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.requests import Request
from starlette.routing import BaseRoute

MEDIA_TYPE = "text/csv; charset=utf-8"
SUFFIX = ".csv"

Cell = Callable[[Mapping[str, Any]], Any]
"""Finds the value of a cell in an item."""

# Spreadsheets take a text that begins so for a formula, and would run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class TableRoute(APIRoute):
    """A route whose answer can be had as CSV, if it is a list of items."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **settings: Any) -> None:
        super().__init__(path, endpoint, **settings)
        if item := item_of(self.response_model):
            self.responses = {200: _documented(item), **self.responses}

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, with its answer in the form that the caller asks for."""
        handler = super().get_route_handler()
        item = item_of(self.response_model)
        if item is None:
            return handler
        table = columns_of(item)

        async def handle(request: Request) -> Response:
            response = await handler(request)
            if response.status_code == 200 and wants_csv(request):
                response = _as_csv(request, table, json.loads(bytes(response.body)))
            response.headers["Vary"] = "Accept"
            return response

        return handle


def add_tables(router: APIRouter, routes: Iterable[BaseRoute]) -> None:
    """Add the paths of these lists once more, with `.csv` at their end."""
    for route in routes:
        if isinstance(route, TableRoute) and item_of(route.response_model):
            router.add_api_route(
                route.path + SUFFIX,
                route.endpoint,
                response_model=route.response_model,
                name=route.name,
                include_in_schema=False,
                route_class_override=TableRoute,
            )


def item_of(model: Any) -> type[BaseModel] | None:
    """The model of the items of a list, or None if the answer is no list.

    >>> from app.models.answers import GraphSize, MatchPage
    >>> item_of(MatchPage).__name__, item_of(GraphSize)
    ('Match', None)
    """
    if not (isinstance(model, type) and issubclass(model, BaseModel) and "items" in model.model_fields):
        return None
    (item,) = get_args(model.model_fields["items"].annotation)
    return item if isinstance(item, type) and issubclass(item, BaseModel) else None


def columns_of(model: type[BaseModel]) -> dict[str, Cell]:
    """The columns of a table of such items, each with what finds its cell.

    >>> from app.models.common import Place
    >>> list(columns_of(Place))
    ['id', 'name', 'country']
    """
    columns: dict[str, Cell] = {}
    for name, field in model.model_fields.items():
        kind, is_list = _kind(field.annotation)
        if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
            columns[name] = _joined(name) if is_list else _plain(name)
        elif not is_list:
            columns |= {f"{name}_{inner}": _nested(name, cell) for inner, cell in columns_of(kind).items()}
        elif {"id", "name"} <= kind.model_fields.keys():
            columns[name] = _joined(name, "name")
            columns[f"{name}_ids"] = _joined(name, "id")
        else:
            columns[name] = _as_json(name)
    return columns


def wants_csv(request: Request) -> bool:
    """Whether a caller asks for a table: by the path, or by preferring it to JSON."""
    return request.url.path.endswith(SUFFIX) or prefers_csv(request.headers.get("accept", ""))


def prefers_csv(accept: str) -> bool:
    """Whether an Accept header names CSV, and no JSON that is as welcome.

    >>> prefers_csv("text/csv"), prefers_csv("text/csv;q=0.5, application/json"), prefers_csv("*/*")
    (True, False, False)
    """
    welcome = {"text/csv": 0.0, "application/json": 0.0}
    for part in accept.lower().split(","):
        kind, *settings = (word.strip() for word in part.split(";"))
        if kind in welcome:
            quality = next((word[2:] for word in settings if word.startswith("q=")), "1")
            welcome[kind] = float(quality) if quality.replace(".", "", 1).isdecimal() else 0.0
    return welcome["text/csv"] > welcome["application/json"]


def _as_csv(request: Request, table: Mapping[str, Cell], answer: Mapping[str, Any]) -> Response:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table)
    writer.writerows([_safe(cell(item)) for cell in table.values()] for item in answer["items"])
    response = Response(text.getvalue().encode(), media_type=MEDIA_TYPE)
    if following := answer.get("next"):
        there = request.url.include_query_params(cursor=following)
        response.headers["Link"] = f'<{there.path}?{there.query}>; rel="next"'
    return response


def _documented(item: type[BaseModel]) -> dict[str, Any]:
    return {
        "description": "The list as JSON; or as a table, with `.csv` at the end of the path or by "
        "`Accept: text/csv`. The `Link` header of a table leads to the next page.",
        "content": {
            "text/csv": {"schema": {"type": "string"}, "example": ",".join(columns_of(item)) + "\r\n"}
        },
    }


def _kind(annotation: Any) -> tuple[Any, bool]:
    """What a field holds, without None, and whether it holds several."""
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = [part for part in get_args(annotation) if part is not type(None)]
    if get_origin(annotation) is list:
        return get_args(annotation)[0], True
    return annotation, False


def _plain(name: str) -> Cell:
    return lambda item: item.get(name)


def _nested(name: str, cell: Cell) -> Cell:
    return lambda item: cell(item.get(name) or {})


def _joined(name: str, key: str | None = None) -> Cell:
    def cell(item: Mapping[str, Any]) -> str:
        values: Iterable[Any] = item.get(name) or ()
        return "; ".join(str(value if key is None else value[key]) for value in values)

    return cell


def _as_json(name: str) -> Cell:
    return lambda item: json.dumps(item.get(name) or [], ensure_ascii=False)


def _safe(value: Any) -> Any:
    """A text that a spreadsheet shows and does not run."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
