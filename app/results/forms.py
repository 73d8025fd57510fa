"""The forms that answers can have, each with its media type, and which of them fit a model."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.results.graphs import WITH_PLACES, Drawing, drawer_of
from app.results.tables import columns_of, heading, item_of, rows
from cypher.formats import FORMATS, graphml

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class GraphForm:
    """How answers become a drawing, page by page, and how the drawing is written, piece by piece."""

    draw: Callable[[Drawing, Mapping[str, Any]], None]
    write: Callable[[Drawing], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an answer: how a path ends that asks for it, its media type, and what writes it.

    `write` takes the answer as plain JSON. `write_on` takes a further page of the same list, where that can
    be written behind the first. Where all must be known at once, `graph` says how pages are put together.
    `example` is for the documentation.
    """

    suffix: str
    media_type: str
    write: Callable[[Mapping[str, Any]], bytes]
    write_on: Callable[[Mapping[str, Any]], bytes] | None = None
    graph: GraphForm | None = None
    example: str | None = None


def forms_of(model: Any) -> tuple[Form, ...]:
    """The forms besides JSON that answers of this model can have.

    >>> from app.models.answers import GraphSize, MatchPage, MeetingSeries
    >>> [form.suffix for form in forms_of(MatchPage)]
    ['.csv', '.jsonl', '.graphml', '.jsonld']
    >>> [form.suffix for form in forms_of(MeetingSeries)], forms_of(GraphSize)
    (['.csv', '.jsonl'], ())
    """
    return (*_lists(model), *_graphs(model))


def wanted(forms: tuple[Form, ...], path: str, accept: str) -> Form | None:
    """The form that a caller asks for: by the end of the path, or by preferring it to JSON. None for JSON.

    >>> from app.models.answers import MatchPage
    >>> forms = forms_of(MatchPage)
    >>> wanted(forms, "/v1/search.csv", "*/*").suffix, wanted(forms, "/v1/search", "text/csv;q=0.5").suffix
    ('.csv', '.csv')
    >>> wanted(forms, "/v1/search", "text/csv;q=0.5, application/json") is None
    True
    """
    for form in forms:
        if path.endswith(form.suffix):
            return form
    welcome = _welcome(accept)
    best = max(forms, key=lambda form: welcome.get(_plain(form.media_type), 0.0), default=None)
    if best is None or welcome.get(_plain(best.media_type), 0.0) <= welcome.get(JSON, 0.0):
        return None
    return best


def _lists(model: Any) -> Iterator[Form]:
    item = item_of(model)
    if item is None:
        return
    columns = columns_of(item)
    yield Form(
        ".csv",
        "text/csv; charset=utf-8",
        lambda answer: heading(columns) + rows(columns, answer),
        lambda answer: rows(columns, answer),
        example=",".join(columns) + "\r\n",
    )
    yield Form(".jsonl", FORMATS["jsonl"].media_type, _lines, _lines)


def _graphs(model: Any) -> Iterator[Form]:
    draw = drawer_of(model)
    if draw is None:
        return
    names = ["graphml", "jsonld"]
    if issubclass(model, WITH_PLACES):
        names.append("geojson")
    for name in names:
        graph = GraphForm(draw, graphml.write_few if name == "graphml" else FORMATS[name].write)
        yield Form(f".{name}", FORMATS[name].media_type, _writer(graph), graph=graph)


def _writer(graph: GraphForm) -> Callable[[Mapping[str, Any]], bytes]:
    def write(answer: Mapping[str, Any]) -> bytes:
        drawing = Drawing()
        graph.draw(drawing, answer)
        return b"".join(graph.write(drawing))

    return write


def _lines(answer: Mapping[str, Any]) -> bytes:
    return "".join(f"{json.dumps(item, ensure_ascii=False)}\n" for item in answer["items"]).encode()


def _welcome(accept: str) -> dict[str, float]:
    """The media types of an Accept header, each with how welcome it is; those with wildcards say nothing."""
    found = {}
    for part in accept.lower().split(","):
        kind, *settings = (word.strip() for word in part.split(";"))
        quality = next((word[2:] for word in settings if word.startswith("q=")), "1")
        found[kind] = float(quality) if quality.replace(".", "", 1).isdecimal() else 0.0
    return found


def _plain(media_type: str) -> str:
    return media_type.partition(";")[0]
