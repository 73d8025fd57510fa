"""From error to problem details (RFC 9457), in one table.

What a caller reads is what the error says of itself, or for errors that are ours a sentence of this table:
never a stack, a statement or a setting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, unquote, urlencode

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from app import errors as app_errors
from app.models.problems import CandidateModel, FieldProblem, Problem
from app.pages.problem import problem_page, wants_page
from cypher import errors as cypher_errors

MEDIA_TYPE = "application/problem+json"
_SEE_DOCS = "See /docs."


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem. A fixed `detail` or `what_to_do` replaces what the error says of itself."""

    status: int
    name: str
    title: str
    detail: str | None = None
    what_to_do: str | None = None
    retry: bool = False


INTERNAL = Kind(
    500,
    "internal",
    "Our mistake",
    "The API failed on this request.",
    "Try again; if it stays, report the request id to whoever runs this service.",
)
_AWAY = Kind(
    503,
    "database-away",
    "The database is away",
    "The database does not answer at the moment.",
    "Wait for as many seconds as Retry-After says and try again; the API recovers by itself.",
    retry=True,
)

# The first class that an error belongs to decides.
KINDS: tuple[tuple[type[Exception], Kind], ...] = (
    (app_errors.NotKnown, Kind(404, "not-known", "Not known")),
    (app_errors.EdgeNotKnown, Kind(404, "edge-not-known", "No such edge")),
    (app_errors.AmbiguousName, Kind(409, "ambiguous-name", "The name is ambiguous")),
    (app_errors.BadCursor, Kind(422, "bad-cursor", "The cursor cannot be used")),
    (app_errors.PageTooLarge, Kind(422, "page-too-large", "The page is too large")),
    (app_errors.DepthTooLarge, Kind(422, "depth-too-large", "The depth is too large")),
    (app_errors.BadParameter, Kind(422, "bad-parameter", "A parameter cannot be used")),
    (app_errors.ForeignForm, Kind(403, "foreign-form", "Not a form of this service")),
    (app_errors.TooLongToTry, Kind(413, "too-long-to-try", "Too long to be tried")),
    (app_errors.BodyTooLarge, Kind(413, "body-too-large", "The body is too large")),
    (app_errors.ForeignHost, Kind(421, "foreign-host", "Not addressed to this service")),
    (app_errors.KeyMissing, Kind(401, "key-missing", "A key is needed")),
    (app_errors.KeyRefused, Kind(401, "key-refused", "The key is refused")),
    (app_errors.ScopeMissing, Kind(403, "scope-missing", "The key does not cover this")),
    (app_errors.ExportsUnderWay, Kind(429, "exports-under-way", "Too many exports", retry=True)),
    (app_errors.TooManyRequests, Kind(429, "too-many-requests", "Too many requests", retry=True)),
    (app_errors.EntityMoved, Kind(308, "moved", "Merged into another")),
    (app_errors.LookBackBusy, Kind(503, "look-back-busy", "Others look back", retry=True)),
    (app_errors.StillWriting, Kind(503, "still-writing", "Still at work", retry=True)),
    (app_errors.InboxFull, Kind(503, "inbox-full", "Too much waits to be read", retry=True)),
    (app_errors.DatabaseAway, _AWAY),
    (cypher_errors.DatabaseUnavailableError, _AWAY),
    (cypher_errors.LoginRefusedError, _AWAY),
    (cypher_errors.SchemaMissingError, _AWAY),
    (
        cypher_errors.QueryTimeoutError,
        Kind(
            504,
            "too-slow",
            "The answer took too long",
            "The database did not answer this question in time.",
            "Ask for less: a smaller limit or depth, a shorter period, one more filter.",
            retry=True,
        ),
    ),
    (cypher_errors.TooMuchChangedError, Kind(422, "too-much-changed", "Too much has changed since")),
    (cypher_errors.RebuildRunningError, Kind(503, "rebuilding", "The graph is being rebuilt", retry=True)),
    (cypher_errors.DecisionRefusedError, Kind(409, "decision-refused", "The decision is refused")),
    (Exception, INTERNAL),
)

_HTTP_KINDS: Mapping[int, Kind] = {
    400: Kind(
        400, "bad-request", "The request cannot be read", None, "Check how the request is made; see /docs."
    ),
    404: Kind(
        404, "no-such-path", "No such path", "There is nothing at this path.", "See /docs for all paths."
    ),
    405: Kind(
        405,
        "method-not-allowed",
        "Not this method",
        "This path does not know this method.",
        "Take one that the Allow header names.",
    ),
}
_INVALID = Kind(
    422, "bad-request-form", "The request is not well formed", None, "Mend what 'errors' names; see /docs."
)
_SEND_JSON = "Send the body as JSON, with the header 'Content-Type: application/json'."


def kind_of(error: Exception) -> Kind:
    """The kind of problem that an error is."""
    return next(kind for error_type, kind in KINDS if isinstance(error, error_type))


def problem_response(error: Exception, request: Request) -> Response:
    """Any error of ours as problem details."""
    kind = kind_of(error)
    headers = {}
    if kind.retry:
        usual = request.app.state.settings.retry_after_seconds
        headers["Retry-After"] = str(getattr(error, "retry_after", usual))
    if kind.status == HTTPStatus.UNAUTHORIZED:
        refused = ', error="invalid_token"' if isinstance(error, app_errors.KeyRefused) else ""
        headers["WWW-Authenticate"] = f'Bearer realm="demarche"{refused}'
    if isinstance(error, app_errors.EntityMoved):
        headers["Location"] = moved_location(request, error.targets)
    return _response(
        request,
        kind,
        detail=kind.detail or getattr(error, "message", None) or kind.title,
        what_to_do=kind.what_to_do or getattr(error, "what_to_do", None),
        headers=headers,
        candidates=[
            CandidateModel(id=one.id, kind=one.kind, name=one.name)
            for one in getattr(error, "candidates", ())
        ]
        or None,
        errors=[FieldProblem(where=f"query.{error.name}", message=error.message)]
        if isinstance(error, app_errors.BadParameter)
        else None,
        asked=next(iter(getattr(error, "keys", ())), ""),
    )


async def app_error_handler(request: Request, error: Exception) -> Response:
    """For `AppError` and the errors of `cypher`."""
    return problem_response(error, request)


async def validation_error_handler(request: Request, error: Exception) -> Response:
    """For a request whose form FastAPI refuses. What the caller sent is not repeated: it may be anything."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    errors = [
        FieldProblem(where=".".join(str(part) for part in one["loc"]), message=str(one["msg"]))
        for one in found
    ]
    detail = "; ".join(f"{one.where}: {one.message}" for one in errors[:3])
    is_json = "json" in request.headers.get("content-type", "")
    advice = None if is_json or not any(one.where == "body" for one in errors) else _SEND_JSON
    return _response(request, _INVALID, detail=detail, what_to_do=advice, errors=errors)


async def http_exception_handler(request: Request, error: Exception) -> Response:
    """For what the framework refuses by itself: no such path, a wrong method, a body that is no JSON."""
    if isinstance(error.__cause__, app_errors.AppError):  # the framework wraps what reading the body raised
        return problem_response(error.__cause__, request)
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers = {"Allow": ", ".join(_methods_of(request))}
    kind = _HTTP_KINDS.get(status) or Kind(status, "refused", HTTPStatus(status).phrase)
    detail = kind.detail or str(getattr(error, "detail", kind.title))
    return _response(request, kind, detail=detail, headers=headers)


def _methods_of(request: Request) -> list[str]:
    """All methods that the path of a request knows; the framework names those of its first route alone."""
    return [
        method
        for method in ("GET", "POST", "DELETE")
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL
            for route in request.app.routes
        )
    ]


def _response(
    request: Request,
    kind: Kind,
    *,
    detail: str,
    what_to_do: str | None = None,
    headers: Mapping[str, str] | None = None,
    candidates: Sequence[CandidateModel] | None = None,
    errors: Sequence[FieldProblem] | None = None,
    asked: str = "",
) -> Response:
    problem = Problem(
        type=f"urn:demarche:problem:{kind.name}",
        title=kind.title,
        status=kind.status,
        detail=printable(detail),
        what_to_do=what_to_do or kind.what_to_do or _SEE_DOCS,
        instance=printable(request.url.path),
        request_id=getattr(request.state, "request_id", None),
        candidates=None if candidates is None else list(candidates),
        errors=None
        if errors is None
        else [FieldProblem(where=printable(one.where), message=printable(one.message)) for one in errors],
    )
    if wants_page(request):
        return problem_page(
            request, problem, dict(headers or {}), asked, lambda key: moved_location(request, {asked: key})
        )
    return Response(
        problem.model_dump_json(exclude_none=True),
        status_code=kind.status,
        media_type=MEDIA_TYPE,
        headers=dict(headers or {}),
    )


def moved_location(request: Request, targets: Mapping[str, str]) -> str:
    """The path and query of a request, with other ids in the place of these."""
    path = "/".join(
        quote(targets.get(segment, segment), safe=":")
        for segment in map(unquote, request.url.path.split("/"))
    )
    query = urlencode(
        [(name, targets.get(value, value)) for name, value in request.query_params.multi_items()]
    )
    return f"{path}?{query}" if query else path


def printable(text: str) -> str:
    """A text that can be written as UTF-8: what is half of a surrogate pair becomes a question mark.

    >>> printable("a\\ud800b")
    'a?b'
    """
    return text.encode("utf-8", "replace").decode("utf-8")


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems of a route for the API documentation, by status."""
    return {
        status: {
            "model": Problem,
            "description": _DESCRIPTIONS[status],
            "content": {
                MEDIA_TYPE: {
                    "schema": {"$ref": "#/components/schemas/Problem"},
                    "example": _example(status),
                }
            },
        }
        for status in statuses
    }


def _example(status: int) -> dict[str, Any]:
    error = _EXAMPLES[status]
    kind = kind_of(error) if isinstance(error, Exception) else error
    problem = Problem(
        type=f"urn:demarche:problem:{kind.name}",
        title=kind.title,
        status=kind.status,
        detail=str(kind.detail or getattr(error, "message", kind.title)),
        what_to_do=str(kind.what_to_do or getattr(error, "what_to_do", _SEE_DOCS)),
        instance="/v1/persons/Medvedef",
        request_id="01JD3Z9Q4M",
    )
    return problem.model_dump(exclude_none=True)


_DMITRY = app_errors.Candidate("Q23530", "person", "Dmitry Medvedev")
_EXAMPLES: Mapping[int, Exception | Kind] = {
    400: _HTTP_KINDS[400],
    401: app_errors.KeyMissing("read"),
    403: app_errors.ScopeMissing("write", "dashboard"),
    404: app_errors.NotKnown("person", "Medvedef", [_DMITRY]),
    409: app_errors.AmbiguousName("person", "Medvedev", [_DMITRY]),
    413: app_errors.BodyTooLarge(5_000_000),
    421: app_errors.ForeignHost(),
    422: app_errors.BadCursor(),
    429: app_errors.TooManyRequests(1200, 60, 17),
    503: app_errors.DatabaseAway(),
    504: cypher_errors.QueryTimeoutError(),
}
_DESCRIPTIONS = {
    308: "The id was merged into another by a decision; Location is the same question about that one.",
    400: "The body is no text in UTF-8.",
    401: "A key is needed and there is none, or it opens nothing.",
    403: "The key does not have the scope that this needs.",
    404: "The graph does not know it. `candidates` has similar names.",
    409: "The name is ambiguous. `candidates` says who bears it; ask again with an id.",
    413: "The body is larger than this service takes.",
    421: "The request was addressed to a host name that is not this service's.",
    422: "The request cannot be understood. `errors` says which part.",
    429: "Too many requests. Come again after as many seconds as Retry-After says.",
    503: "The database is away, or too much waits. Try again after as many seconds as Retry-After says.",
    504: "The database did not answer in time. Ask for less.",
}
