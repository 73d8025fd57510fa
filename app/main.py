"""The API, assembled in this one place: lifespan, error table, middleware, routers, documentation."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from app.dependencies import only_known_parameters
from app.documentation import (
    DESCRIPTION,
    PROBLEMS_OF_EVERY_PATH,
    add_documentation,
    openapi_of,
    query_parameters,
)
from app.doors import Doors
from app.errors import AppError, ExposedWithoutKeys
from app.inbox_room import InboxRoom
from app.keys import KeyRing
from app.metrics import Metrics
from app.middleware import BodyLimit, EntityTag, HeadAsGet, HostCheck, RequestFrame
from app.opening import open_graph_door
from app.pages.assembly import add_pages
from app.problems import app_error_handler, http_exception_handler, validation_error_handler
from app.results.routes import add_suffixes
from app.routes import (
    articles,
    audit,
    changes,
    countries,
    export,
    feeds,
    health,
    identities,
    inbox,
    meetings,
    network,
    panels,
    parties,
    persons,
    places,
    search,
    stats,
    webhooks,
    why,
)
from app.settings import AppSettings
from app.tracing import exporting_provider, trace
from app.warming import keep_warm
from app.webhooks.telling import tell_webhooks
from cypher.errors import DemarcheDatabaseError
from cypher.keys import API_KEYS
from cypher.settings import DatabaseSettings

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

ROUTERS = (
    persons,
    meetings,
    countries,
    places,
    parties,
    search,
    why,
    network,
    stats,
    panels,
    changes,
    articles,
    inbox,
    identities,
    export,
    feeds,
    webhooks,
    audit,
)

TAGS = [
    {"name": "persons", "description": "People, whom they met, and their timelines."},
    {"name": "meetings", "description": "Meetings, calls and plans; whether two people met."},
    {"name": "countries", "description": "Countries, their partners and their meetings."},
    {"name": "places", "description": "Places, such as cities, and what was held there."},
    {"name": "parties", "description": "Political parties and their members."},
    {"name": "search", "description": "Search by words of names, titles and sentences."},
    {"name": "why", "description": "The claims under an edge, with their sentences."},
    {"name": "network", "description": "Ways and neighbourhoods as nodes and links."},
    {"name": "stats", "description": "Series and counts for dashboards."},
    {"name": "changes", "description": "What came and went, to be followed."},
    {"name": "articles", "description": "Articles in, and what each of them states."},
    {"name": "export", "description": "The whole graph for other programs."},
    {"name": "feeds", "description": "New meetings for readers of news."},
    {"name": "webhooks", "description": "Others are told of new meetings, signed and without loss."},
    {"name": "audit", "description": "Who changed what, and when."},
    {"name": "identities", "description": "Who is whom: what was decided, and what could be."},
    {"name": "health", "description": "Whether the service runs and can answer."},
]

EXPORTS_AT_ONCE = 2
"""Each holds a transaction and a thread for minutes."""
_EXPOSED_HEADERS = ("ETag", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID")
"""What a page of another origin may read of an answer's headers."""
_PREFLIGHT_SECONDS = 600
"""How long a browser need not ask again whether it may ask."""
_SMALLEST_GZIP = 1_000
"""Answers below this many bytes are not worth packing."""
_GZIP_LEVEL = 4
"""Higher levels take three times as long for some per cent."""


def create_app(
    settings: AppSettings,
    database_settings: DatabaseSettings | None = None,
    tracer_provider: TracerProvider | None = None,
) -> FastAPI:
    """The API for these settings; the database opens when the server starts it, and closes at its end.

    `tracer_provider` takes the traces; not given, the settings say whether there are any.
    Raises `ExposedWithoutKeys` if other machines could reach it and nobody allowed that.
    """
    if not settings.is_loopback and not settings.allow_remote:
        raise ExposedWithoutKeys(settings.host)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        watch = app.state.watch
        async with open_graph_door(settings, database_settings or DatabaseSettings(), watch) as door:
            app.state.door = door
            app.state.questions = door.questions
            app.state.inbox_room = InboxRoom(door.questions, settings.inbox_limit)
            app.state.export_slots = asyncio.Semaphore(EXPORTS_AT_ONCE)
            app.state.keys = KeyRing(lambda: door.questions.rows(API_KEYS))
            tasks = [asyncio.create_task(tell_webhooks(door, settings))]
            if settings.warm_up:
                tasks.append(asyncio.create_task(keep_warm(app, door)))
            try:
                yield
            finally:
                for task in tasks:
                    task.cancel()
                    with suppress(asyncio.CancelledError):
                        await task

    app = FastAPI(
        title="Demarche",
        version=version("demarche"),
        summary="Who met whom, when, where, and says who.",
        description=DESCRIPTION,
        openapi_tags=TAGS,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        exception_handlers=_exception_handlers(),
        generate_unique_id_function=_operation_id,
    )
    app.state.settings = settings
    app.state.metrics = Metrics()
    app.state.watch = app.state.metrics.query
    for module in ROUTERS:
        app.include_router(_checked(module.router), prefix="/v1", responses=PROBLEMS_OF_EVERY_PATH)
    # Last, as they are asked for least; no other path ends like theirs.
    forms = APIRouter()
    for module in ROUTERS:
        add_suffixes(forms, module.router.routes)
    app.include_router(_checked(forms), prefix="/v1")
    app.include_router(health.router)
    add_documentation(app)
    add_pages(app)
    app.openapi = lambda: openapi_of(app, settings)  # type: ignore[method-assign]
    app.state.query_parameters = query_parameters(app)
    _add_middleware(app, settings)
    provider = tracer_provider or (exporting_provider() if settings.opentelemetry else None)
    if provider is not None:
        app.state.watch = trace(app, app.state.watch, provider)
    return app


def _checked(router: APIRouter) -> APIRouter:
    """A router whose paths refuse parameters that they do not have."""
    outer = APIRouter(dependencies=[Depends(only_known_parameters)])
    outer.include_router(router)
    return outer


def _exception_handlers() -> dict[int | type[Exception], Any]:
    return {
        AppError: app_error_handler,
        DemarcheDatabaseError: app_error_handler,
        RequestValidationError: validation_error_handler,
        HTTPException: http_exception_handler,
    }


def _operation_id(route: APIRoute) -> str:
    """Clients made from the OpenAPI document get the names of our functions."""
    return route.name


def _add_middleware(app: FastAPI, settings: AppSettings) -> None:
    # The last one added is the outermost. The tag is made of the answer before it is packed.
    app.add_middleware(EntityTag)
    app.add_middleware(GZipMiddleware, minimum_size=_SMALLEST_GZIP, compresslevel=_GZIP_LEVEL)
    app.add_middleware(BodyLimit, limit=settings.body_limit)
    app.add_middleware(HeadAsGet)
    app.add_middleware(Doors, settings=settings)
    if settings.origins:
        # Outside of the doors: a browser asks whether it may ask before it sends a key.
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "If-None-Match", "X-Request-ID"],
            expose_headers=_EXPOSED_HEADERS,
            max_age=_PREFLIGHT_SECONDS,
        )
    app.add_middleware(HostCheck, names=settings.host_names)
    app.add_middleware(RequestFrame, observe=app.state.metrics.observe)
