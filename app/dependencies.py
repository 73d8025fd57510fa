"""The vocabulary of routes: each parameter and dependency has one name, so that signatures read well."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Path, Query, Request, Response
from pydantic import AwareDatetime, BeforeValidator

from app.auditing import Auditor
from app.cursors import MAX_LENGTH, Position, PositionTypes, decode_cursor, encode_cursor, question_digest
from app.deprecation import LEAVING
from app.doors import Caller, caller_of, uncovered
from app.errors import BadParameter, EdgeNotKnown, EntityMoved, NotKnown, PageTooLarge
from app.inbox_room import InboxRoom
from app.opening import GraphDoor
from app.questions import Questions
from app.settings import AppSettings
from app.texts import Day, Text
from cypher.reads.identities import REDIRECTS

Item = TypeVar("Item")


async def settings_of(request: Request) -> AppSettings:
    """The settings that the API runs with."""
    settings: AppSettings = request.app.state.settings
    return settings


def _dated(moment: object) -> object:
    # Bare numbers would pass as seconds since 1970; the documentation promises RFC 3339 and nothing else.
    if isinstance(moment, str) and moment.strip()[4:5] != "-":
        raise ValueError("a moment begins with its date, as in 2026-03-01T12:00:00Z")
    return moment


AsOfQuery = Annotated[
    AwareDatetime | None,
    BeforeValidator(_dated),
    Query(
        alias="as_of",
        description="Answer as the graph would have at this moment (RFC 3339), by what was on record then. "
        "The header As-Of repeats it. Refused with 422 where too much has changed since.",
        examples=["2026-03-01T12:00:00Z"],
    ),
]


async def present_questions_of(request: Request) -> Questions:
    """The open graph as it is; one who waits longer than callers do brings questions of their own."""
    questions: Questions = getattr(request.state, "questions", None) or request.app.state.questions
    return questions


async def questions_of(
    request: Request, response: Response, as_of: AsOfQuery = None
) -> AsyncIterator[Questions]:
    """The open graph, as it is or as it was. What is not known under an id that was merged away has moved.

    Raises `RebuildRunningError` while only a part of it is there. For routes that change nothing: a look
    back holds the lock of the writers until the answer is made.
    """
    door: GraphDoor = request.app.state.door
    if as_of is None:
        door.check_whole()
        questions = await present_questions_of(request)
        async with following_redirects(questions):
            yield questions
        return
    moment = past_moment(as_of)
    async with door.questions_as_of(moment) as past, following_redirects(past):
        response.headers["As-Of"] = moment.isoformat()
        yield past


def past_moment(moment: datetime) -> datetime:
    """The moment in UTC; raises `BadParameter` for one that is still to come."""
    if moment > datetime.now(UTC):
        raise BadParameter("as_of", "This moment is still to come.", "Leave it out to ask about now.")
    return moment.astimezone(UTC)


@asynccontextmanager
async def following_redirects(questions: Questions) -> AsyncIterator[None]:
    """What is not known in the block, but was merged into another, has moved there: raises `EntityMoved`."""
    try:
        yield
    except (NotKnown, EdgeNotKnown) as error:
        moved = await questions.rows(REDIRECTS, entities=list(error.keys))
        if moved:
            target = {row.id: row.target for row in moved}
            raise EntityMoved({key: target[key] for key in error.keys if key in target}) from None
        raise


async def door_of(request: Request) -> GraphDoor:
    """The open graph for writes."""
    door: GraphDoor = request.app.state.door
    return door


async def writer_of(request: Request) -> Caller:
    """Who asks, if they may write: for what a reader has no business to see. Raises `ScopeMissing` if not."""
    caller = caller_of(request)
    if "write" not in caller.scopes:
        raise uncovered(caller, "write")
    return caller


async def auditor_of(request: Request) -> Auditor:
    """Notes what the caller of this request changes."""
    return Auditor(request.app.state.door, caller_of(request), request.state.request_id)


async def inbox_room_of(request: Request) -> InboxRoom:
    """Whether the inbox has room for one more article."""
    room: InboxRoom = request.app.state.inbox_room
    return room


RoomInInbox = Annotated[InboxRoom, Depends(inbox_room_of)]
Audit = Annotated[Auditor, Depends(auditor_of)]
Writer = Annotated[Caller, Depends(writer_of)]
Door = Annotated[GraphDoor, Depends(door_of)]
Graph = Annotated[Questions, Depends(questions_of)]
PresentGraph = Annotated[Questions, Depends(present_questions_of)]
Settings = Annotated[AppSettings, Depends(settings_of)]


KEY: dict[str, Any] = {"min_length": 1, "max_length": 200}
"""What holds for all ids and names that a caller writes."""


def by_key(alias: str, description: str, example: str) -> Any:
    """How a parameter of the query is declared that takes an id or a name."""
    return Query(alias=alias, description=description, examples=[example], **KEY)


def by_day(alias: str, description: str, example: str) -> Any:
    """How a parameter of the query is declared that takes a day."""
    return Query(alias=alias, description=description, examples=[example])


PersonPath = Annotated[
    Text,
    Path(
        alias="person",
        description="Id of a person, or a name that only one person bears.",
        examples=["Q2887355"],
        **KEY,
    ),
]
CountryPath = Annotated[
    Text,
    Path(
        alias="country",
        description="ISO 3166-1 alpha-3 of a country, another of its codes, or its name.",
        examples=["CUB"],
        **KEY,
    ),
]
PartyPath = Annotated[
    Text,
    Path(
        alias="party",
        description="Id of a party, or a name that only one party bears.",
        examples=["Q31798"],
        **KEY,
    ),
]
PlacePath = Annotated[
    Text,
    Path(
        alias="id",
        description="Id of a place, or a name that only one place bears.",
        examples=["Q649"],
        **KEY,
    ),
]
MeetingPath = Annotated[
    Text, Path(alias="meeting", description="Id of a meeting.", examples=["m:5c1f0a77be"], **KEY)
]
ArticlePath = Annotated[
    Text,
    Path(alias="article", description="Id of an article.", examples=["a:b5b10dd0429e69ac7cfa"], **KEY),
]
PersonQuery = Annotated[
    Text | None,
    by_key("person", "Only with this person: an id, or a name that only one person bears.", "Q23530"),
]
CountryQuery = Annotated[
    Text | None,
    by_key("country", "Only of this country: a code or a name.", "RUS"),
]
PartyQuery = Annotated[
    Text | None,
    by_key("party", "Only of this party: an id, or a name that only one party bears.", "Q31798"),
]
PlaceQuery = Annotated[
    Text | None,
    by_key("place", "Only at this place: an id, or a name that only one place bears.", "Moscow"),
]
SinceQuery = Annotated[
    Day | None,
    by_day("since", "Not before this day (YYYY-MM-DD).", "2022-01-01"),
]
UntilQuery = Annotated[
    Day | None,
    by_day("until", "Not after this day (YYYY-MM-DD).", "2022-12-31"),
]


async def only_known_parameters(request: Request, response: Response) -> None:
    """Refuse query parameters that the route does not have: a misspelt filter must not seem to work.

    And where the route itself is to go, say so.
    """
    route: str = request.scope["route"].name
    if leaving := LEAVING.get(route):
        leaving.add_to(response.headers)
    known: frozenset[str] = request.app.state.query_parameters[route]
    for name in request.query_params:
        if name not in known:
            raise BadParameter(
                name[:80],
                "There is no such parameter here.",
                f"Known are: {', '.join(sorted(known)) or 'none'}.",
            )


@dataclass(frozen=True, slots=True)
class Page:
    """Which page a caller asks for: how many items, after which position, of which question."""

    limit: int
    position: Position | None
    digest: str

    @property
    def fetch(self) -> int:
        """How many items to fetch: one more than asked for, to know whether there is a next page."""
        return self.limit + 1

    def cut(
        self, items: Sequence[Item], position: Callable[[Item], Position]
    ) -> tuple[Sequence[Item], str | None]:
        """The items of the page, and the cursor of the next one if there is more."""
        if len(items) <= self.limit:
            return items, None
        kept = items[: self.limit]
        return kept, self.cursor(position(kept[-1]))

    def cursor(self, position: Position) -> str:
        """The cursor of the page after a position."""
        return encode_cursor(self.digest, position)


Limit = Annotated[
    int | None,
    Query(alias="limit", description="How many items at most.", ge=1, examples=[50]),
]
Cursor = Annotated[
    str | None,
    Query(
        alias="cursor",
        description="`next` of the page before, as it is.",
        max_length=MAX_LENGTH,
        examples=["WyI0ZTFmMjAiLCJRMjg4NzM1NSJd"],
    ),
]


def _plain_truth(value: object) -> object:
    # "on", "yes" and "1" would pass as well; the documentation promises true and false and nothing else.
    if isinstance(value, str) and value not in ("true", "false"):
        raise ValueError("say true or false")
    return value


Whole = Annotated[
    bool,
    BeforeValidator(_plain_truth),
    Query(
        alias="whole",
        description="All pages in one answer, in another form than JSON; `limit` does not matter then. "
        "An answer that breaks off is not whole.",
        examples=[False],
    ),
]


async def bounded_limit(request: Request, limit: Limit = None) -> int:
    """How many items the caller gets at most."""
    # Not as a dependency: solving those is the largest part of what a small answer costs.
    settings: AppSettings = request.app.state.settings
    if limit is not None and limit > settings.page_limit_max:
        raise PageTooLarge(settings.page_limit_max)
    return limit or min(settings.page_limit, settings.page_limit_max)


BoundedLimit = Annotated[int, Depends(bounded_limit)]


def page_by(*types: type[str] | type[int] | type[date]) -> Any:
    """The dependency for pages whose position has parts of these types."""
    wanted: PositionTypes = types

    async def page(
        request: Request, limit: Limit = None, cursor: Cursor = None, whole: Whole = False
    ) -> Page:
        filters = [
            (name, value)
            for name, value in request.query_params.multi_items()
            if name not in ("limit", "cursor", "whole")
        ]
        digest = question_digest(request.url.path, filters)
        position = None if cursor is None else decode_cursor(cursor, digest, wanted)
        size = await bounded_limit(request, limit)
        if whole:
            request.state.whole = True
            settings: AppSettings = request.app.state.settings
            size = settings.page_limit_max
        return Page(size, position, digest)

    return Depends(page)
