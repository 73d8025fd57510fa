"""Has the database plan the questions before anybody waits for them, and again whenever it was away.

A database that has just started plans each question when it is asked first, which takes up to seconds, and a
question that its time limit cuts off is never planned. So they are asked once in the background: through the
routes, as callers ask them, about nobody and nothing, so that there is no answer to read.

Neo4j keeps a plan by the text of a statement and by what its parameters are like: their types, and for texts
how long they are, roughly. That is why people are asked about by a short id and by a long one.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import structlog
from fastapi.middleware.asyncexitstack import AsyncExitStackMiddleware
from starlette.types import Message, Scope

from app.errors import AppError, DatabaseAway
from app.opening import GraphDoor
from app.questions import Questions
from cypher.errors import DemarcheDatabaseError, QueryTimeoutError

if TYPE_CHECKING:
    from fastapi import FastAPI

log = structlog.get_logger("demarche.api")

QUESTION_SECONDS = 60.0
"""How long one question may be planned: on a busy machine that takes longer than a caller would wait."""
ALL_SECONDS = 600.0
"""How long all of it may take; what is not planned by then is planned when it is asked."""
_LOOK_SECONDS = 0.5
"""How often to see whether the database is there, or was away."""

_PERSONS = ("Q1", "person:zzz:nobody")
_PERIOD = "since=9990-01-01&until=9990-01-01"

PATHS = (
    *(f"/v1/persons/{one}{about}" for about in ("", "/contacts", "/timeline", "/claims") for one in _PERSONS),
    *(f"/v1/met?a={one}&b={other}" for one in _PERSONS for other in _PERSONS if one != other),
    "/v1/met?a=Q1&b=Q11",
    *(f"/v1/why?kind=met_with&from={one}&to={other}" for one, other in (_PERSONS, _PERSONS[::-1])),
    "/v1/search?q=nobody",
    "/v1/meetings?limit=1",
    f"/v1/upcoming?{_PERIOD}",
    "/v1/meetings/m:0",
    "/v1/why?meeting=m:0",
    "/v1/countries?limit=1",
    *(
        f"/v1/countries/ZZZ{about}"
        for about in ("", "/meetings", "/partners", "/representatives", "/contacts")
    ),
    *(f"/v1/graph?around={one}" for one in ("ZZZ", *_PERSONS)),
    *(f"/v1/paths?from={one}&to={other}" for one, other in (_PERSONS, _PERSONS[::-1])),
    *(f"/v1/persons/{one}/contacts?{_PERIOD}" for one in _PERSONS),
    *(f"/v1/common?a={one}&b={other}" for one, other in (_PERSONS, _PERSONS[::-1])),
    "/v1/brokers?a=ZZZ&b=ZZY",
    f"/v1/paths?from={_PERSONS[0]}&to={_PERSONS[1]}&only_shortest=false",
    "/v1/places/place:zzz:nowhere/meetings",
    "/v1/places/Q1",
    "/v1/persons?limit=1",
    "/v1/persons?name=nobody",
    "/v1/persons?country=ZZZ",
    "/v1/persons?party=Q1",
    "/v1/parties?limit=1",
    "/v1/parties/Q1",
    "/v1/parties/Q1/persons",
    "/v1/parties/Q1/contacts",
    "/v1/search/articles?q=nobody",
    "/v1/search/sentences?q=nobody",
    "/v1/why?kind=partner_of&from=ZZY&to=ZZZ",
    "/v1/why?kind=represents&from=Q1&to=ZZZ",
    "/v1/why?kind=member_of&from=Q1&to=Q11",
    f"/v1/graph/countries?{_PERIOD}",
    f"/v1/stats/meetings?{_PERIOD}",
    f"/v1/stats/meetings?{_PERIOD}&country=ZZZ",
    f"/v1/stats/meetings?{_PERIOD}&person=Q1",
    f"/v1/stats/meetings?{_PERIOD}&party=Q1",
    f"/v1/stats/groups?{_PERIOD}&by=country",
    "/v1/stats/persons?limit=1",
    f"/v1/stats/persons?{_PERIOD}",
    f"/v1/stats/countries?{_PERIOD}",
    f"/v1/stats/sources?{_PERIOD}",
    "/v1/changes?limit=1",
    "/v1/articles?limit=1",
    "/v1/articles/a:0",
    "/v1/articles/a:0/claims",
    "/v1/inbox",
    "/v1/identities/decisions?limit=1",
    "/v1/feeds/meetings.atom?limit=1",
)
"""What is asked, what is asked most often first."""


async def keep_warm(app: FastAPI, door: GraphDoor) -> None:
    """Have all questions planned once the database is there, and again after each time that it was away."""
    while True:
        await _until_ready(door)
        losses = door.losses
        await warm_up(app, door)
        while door.losses == losses:
            await asyncio.sleep(_LOOK_SECONDS)


async def _until_ready(door: GraphDoor) -> None:
    # Plans that are made before the schema stands know no index.
    while True:
        with suppress(DatabaseAway, DemarcheDatabaseError):
            await door.check_ready()
            return
        await asyncio.sleep(_LOOK_SECONDS)


async def warm_up(app: FastAPI, door: GraphDoor) -> None:
    """Ask all of `PATHS`, one after the other. What fails is left to the callers."""
    started = time.perf_counter()
    questions = door.questions.patient(QUESTION_SECONDS)
    planned = 0
    try:
        async with asyncio.timeout(ALL_SECONDS):
            for path in PATHS:
                await ask(app, questions, path)
                planned += 1
    except (TimeoutError, DatabaseAway, DemarcheDatabaseError) as error:
        log.warning("not all questions are planned", planned=planned, reason=type(error).__name__)
    except Exception:
        log.exception("not all questions are planned", planned=planned)
    else:
        log.info("questions are planned", planned=planned, seconds=round(time.perf_counter() - started, 1))


async def ask(app: FastAPI, questions: Questions, path: str) -> None:
    """Ask for a path behind the doors, where nobody needs a key.

    That nobody is found, or not in time, is no error; raises those of a database that is away.
    """
    path, _, query = path.partition("?")
    scope: Scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [],
        "client": None,
        "server": None,
        "app": app,
        "state": {"questions": questions},
    }

    async def nothing() -> Message:
        return {"type": "http.request", "body": b""}

    async def unread(message: Message) -> None:
        """The answer is nothing to look at."""

    try:
        await AsyncExitStackMiddleware(app.router)(scope, nothing, unread)
    except DatabaseAway:
        raise
    except (AppError, QueryTimeoutError):
        return
