"""The documentation of the API: OpenAPI 3.1, and a page to read and try it that needs no other site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import fastapi_offline
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles

from app.deprecation import mark_deprecated
from app.links import add_links
from app.problems import MEDIA_TYPE, documented
from app.settings import AppSettings

DESCRIPTION = """
Who met whom: news articles become a graph of diplomacy, and a quoted sentence explains every edge.

- **Names and ids.** Where a path or a filter wants a person, party, country or place, give an id, or a name
  that only one bears. An ambiguous name gives 409 with the candidates.
- **Pages.** Lists come as `{"items": […], "next": …}`. Give `next` back as `cursor`; null ends the list.
  Pages stay right while data arrives.
- **Forms.** Lists and series come as CSV with `Accept: text/csv`, or with `.csv` at the end of the path; in
  the same way as lines of JSON (`.jsonl`), and where they fit as `.graphml`, `.jsonld` and `.geojson`.
- **Errors** are problem details (RFC 9457) with `what_to_do`.
- **Keys.** Where one is needed, send it as `Authorization: Bearer …`. `GET` needs the scope `read`, all else
  `write`. `RateLimit` and `RateLimit-Policy` say how much is left; 429 comes with `Retry-After`.
- **Asking again.** Answers have an `ETag`: give it back as `If-None-Match`, and 304 says that nothing is new.
  `HEAD` is answered as `GET`, without the body.
- **Stability.** Within `/v1` things are added, never taken away. What is to go is marked as deprecated here,
  and its answers bear the headers `Deprecation` and `Sunset` for at least a year.
- **Evidence** names article, sentence and offsets: `text[start:end] == sentence`, in Unicode code points.
- **Then.** With `as_of` every read answers as the graph would have at that moment; `As-Of` repeats it.
- **Merged ids.** An id that was merged into another gives 308; Location is the same question about that one.
- **Days** are ISO 8601; the date of a meeting is EDTF (ISO 8601-2), such as `2022-11`.
"""

_STATIC = Path(fastapi_offline.__file__).parent / "static"

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Demarche API</title>
<link rel="stylesheet" href="docs/static/swagger-ui.css">
</head>
<body>
<div id="page"></div>
<script src="docs/static/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
"""

_START = """SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#page",
  deepLinking: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
});
"""


def add_documentation(app: FastAPI) -> None:
    """Add `/docs`, with its script and style from this machine."""
    app.mount("/docs/static", StaticFiles(directory=_STATIC), name="documentation")

    @app.get("/docs", include_in_schema=False)
    async def read_documentation() -> HTMLResponse:
        return HTMLResponse(_PAGE)

    @app.get("/docs/start.js", include_in_schema=False)
    async def start_documentation() -> Response:
        return Response(_START, media_type="text/javascript")


def openapi_of(app: FastAPI, settings: AppSettings) -> dict[str, Any]:
    """The OpenAPI document, with what holds for every path and what the settings say."""
    if app.openapi_schema:
        return app.openapi_schema
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=app.description,
        routes=app.routes,
        tags=app.openapi_tags,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    for path in document["paths"].values():
        for operation in path.values():
            _tell_limits(operation, settings)
            for response in operation["responses"].values():
                # The framework adds JSON beside the media type that problems really have.
                if MEDIA_TYPE in response.get("content", {}):
                    response["content"] = {MEDIA_TYPE: response["content"][MEDIA_TYPE]}
    unused = ("HTTPValidationError", "ValidationError")
    for name in unused:
        document["components"]["schemas"].pop(name, None)
    add_links(document)
    mark_deprecated(document)
    app.openapi_schema = document
    return document


def query_parameters(app: FastAPI) -> dict[str, frozenset[str]]:
    """The names of the query parameters of each route, by the name of its function."""
    return {
        operation["operationId"]: frozenset(
            parameter["name"] for parameter in operation.get("parameters", ()) if parameter["in"] == "query"
        )
        for path in app.openapi()["paths"].values()
        for operation in path.values()
    }


def _tell_limits(operation: dict[str, Any], settings: AppSettings) -> None:
    for parameter in operation.get("parameters", ()):
        if parameter["name"] != "limit":
            continue
        for choice in parameter["schema"].get("anyOf", [parameter["schema"]]):
            if choice.get("type") == "integer":
                choice.setdefault("maximum", settings.page_limit_max)


PROBLEMS_OF_EVERY_PATH = documented(401, 403, 422, 429, 503, 504)
