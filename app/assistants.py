"""`demarche mcp`: the questions of the API as tools for assistants, by the Model Context Protocol.

Each tool is one path of `/v1` and says what that says: the same limits, the same evidence, the same errors
with what to do about them. It changes nothing.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import quote

import httpx
from pydantic import Field, SecretStr

from app.errors import KeyInTheClear
from app.settings import is_loopback

if TYPE_CHECKING:
    from mcp.server import MCPServer

    from app.settings import AppSettings

INSTRUCTIONS = (
    "Who met whom, when and where, as newspapers say. Names and ids are both understood; a name that "
    "several bear gives candidates: ask again with an id. Answers about meetings, partners and offices quote "
    "their sentences: cite sentence, publisher and day. For any other tie, ask `why`. A planned meeting is "
    "no meeting. What is not found here may still have happened."
)
_MOST = 50
_SECONDS = 30.0

Person = Annotated[str, Field(description="A person: an id, or a name that one alone bears.", max_length=200)]
Country = Annotated[str, Field(description="A country: ISO 3166 alpha-3, or its name.", max_length=200)]
Day = Annotated[str | None, Field(description="A day as YYYY-MM-DD.", max_length=10)]
Limit = Annotated[int, Field(description="How many items at most.", ge=1, le=_MOST)]
Cursor = Annotated[str | None, Field(description="`next` of the page before.", max_length=2_000)]

Ask = AbstractAsyncContextManager[httpx.AsyncClient]


def serve_assistants(url: str | None) -> None:
    """Serve over standard input and output until they end: the API at an address, or one of this process."""
    from app.settings import AppSettings

    settings = AppSettings()
    asking = running(url, settings.api_key) if url else _of_this_process(settings)
    server_of(asking).run("stdio")


def running(url: str, key: SecretStr | None) -> httpx.AsyncClient:
    """A client, not yet open, of the API at an address, with the key for it. Raises `KeyInTheClear`."""
    address = httpx.URL(url)
    headers = {}
    if key is not None:
        if address.scheme != "https" and not is_loopback(address.host):
            raise KeyInTheClear(url)
        headers["Authorization"] = f"Bearer {key.get_secret_value()}"
    return httpx.AsyncClient(base_url=address, timeout=_SECONDS, headers=headers)


@asynccontextmanager
async def _of_this_process(settings: AppSettings) -> AsyncIterator[httpx.AsyncClient]:
    from app.main import create_app

    app = create_app(settings)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            yield client


def server_of(asking: Ask) -> MCPServer[httpx.AsyncClient]:
    """A server whose tools ask the API of this client, which is open while the server runs."""
    from mcp.server import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError

    held: list[httpx.AsyncClient] = []

    @asynccontextmanager
    async def lifespan(server: MCPServer[httpx.AsyncClient]) -> AsyncIterator[httpx.AsyncClient]:
        async with asking as client:
            held.append(client)
            yield client

    server = MCPServer("demarche", title="Demarche", instructions=INSTRUCTIONS, lifespan=lifespan)

    async def ask(*segments: str, **filters: Any) -> dict[str, Any]:
        path = "/v1/" + "/".join(quote(segment, safe=":") for segment in segments)
        given = {name.rstrip("_"): value for name, value in filters.items() if value is not None}
        try:
            return _told(await held[0].get(path, params=given))
        except httpx.TransportError as error:
            raise ToolError(f"The API does not answer ({type(error).__name__}). Try again later.") from None

    @server.tool()
    async def search(
        words: Annotated[str, Field(description="Words of a name, in any script.", max_length=200)],
        kind: Literal["person", "country", "party", "organization", "place"] | None = None,
        limit: Limit = 10,
    ) -> dict[str, Any]:
        """Find people, countries, parties, organizations and places by name."""
        return await ask("search", q=words, kind=kind, limit=limit)

    @server.tool()
    async def search_sentences(
        words: Annotated[str, Field(description="Words to look for.", max_length=200)],
        since: Day = None,
        until: Day = None,
        limit: Limit = 10,
    ) -> dict[str, Any]:
        """Find sentences of articles that state something, by their words."""
        return await ask("search", "sentences", q=words, since=since, until=until, limit=limit)

    @server.tool()
    async def person(who: Person) -> dict[str, Any]:
        """One person: names, offices with their terms, parties, and how much is known."""
        return await ask("persons", who)

    @server.tool()
    async def whom_did_they_meet(
        who: Person,
        since: Day = None,
        until: Day = None,
        country: Country | None = None,
        place: Annotated[str | None, Field(description="A place, by id or name.", max_length=200)] = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> dict[str, Any]:
        """Whom a person met in person, the latest first, each with the last meeting and its sentences."""
        return await ask(
            "persons", who, "contacts",
            since=since, until=until, country=country, place=place, limit=limit, cursor=cursor,
        )  # fmt: skip

    @server.tool()
    async def did_they_meet(a: Person, b: Person, limit: Limit = 20) -> dict[str, Any]:
        """Whether two people met: how often, when, where, who says so; plans and calls apart."""
        return await ask("met", a=a, b=b, limit=limit)

    @server.tool()
    async def people(
        country: Country | None = None,
        party: Annotated[str | None, Field(description="A party, by id or name.", max_length=200)] = None,
        name: Annotated[str | None, Field(description="How a name begins.", max_length=200)] = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> dict[str, Any]:
        """People with their offices and parties: of a country, of a party, or whose name begins so."""
        return await ask("persons", country=country, party=party, name=name, limit=limit, cursor=cursor)

    @server.tool()
    async def whom_both_met(a: Person, b: Person, limit: Limit = 20) -> dict[str, Any]:
        """Who met both of two people in person, and how often each."""
        return await ask("common", a=a, b=b, limit=limit)

    @server.tool()
    async def who_connects(a: Country, b: Country, limit: Limit = 20) -> dict[str, Any]:
        """People of third countries who met people of both of two countries."""
        return await ask("brokers", a=a, b=b, limit=limit)

    @server.tool()
    async def who_meets_most(since: Day = None, until: Day = None, limit: Limit = 20) -> dict[str, Any]:
        """The pairs of people who met most often, of all time or in a period."""
        return await ask("stats", "persons", since=since, until=until, limit=limit)

    @server.tool()
    async def meetings_over_time(
        unit: Literal["day", "week", "month", "year"] = "month",
        country: Country | None = None,
        with_country: Country | None = None,
        person: Person | None = None,
        since: Day = None,
        until: Day = None,
    ) -> dict[str, Any]:
        """How many meetings were held in each period: of all, of one person, or of a country or two."""
        return await ask(
            "stats", "meetings",
            unit=unit, country=country, with_country=with_country, person=person, since=since, until=until,
        )  # fmt: skip

    @server.tool()
    async def article(
        id: Annotated[str, Field(description="Id of an article.", max_length=200)],  # noqa: A002
    ) -> dict[str, Any]:
        """One article with its text: publisher, day, and how many claims it makes."""
        return await ask("articles", id)

    @server.tool()
    async def meetings(
        person: Person | None = None,
        country: Country | None = None,
        with_country: Country | None = None,
        place: Annotated[str | None, Field(description="A place, by id or name.", max_length=200)] = None,
        topic: Annotated[str | None, Field(description="A topic, such as trade.", max_length=200)] = None,
        status: Literal["planned", "held", "postponed", "cancelled", "refused", "possible"] | None = None,
        since: Day = None,
        until: Day = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> dict[str, Any]:
        """Meetings, calls and plans that match, the latest first, with who sat on which side."""
        return await ask(
            "meetings",
            person=person, country=country, with_country=with_country, place=place, topic=topic,
            status=status, since=since, until=until, limit=limit, cursor=cursor,
        )  # fmt: skip

    @server.tool()
    async def meeting(
        id: Annotated[str, Field(description="Id of a meeting.", max_length=200)],  # noqa: A002
    ) -> dict[str, Any]:
        """One meeting with its sides, its dated history and every sentence about it."""
        return await ask("meetings", id)

    @server.tool()
    async def upcoming(
        person: Person | None = None, country: Country | None = None, since: Day = None, limit: Limit = 20
    ) -> dict[str, Any]:
        """What is planned for today or later, the nearest first."""
        return await ask("upcoming", person=person, country=country, since=since, limit=limit)

    @server.tool()
    async def partners(country: Country, limit: Limit = 20) -> dict[str, Any]:
        """The partners of a country, by which relation and since when, with the sentences that say so."""
        return await ask("countries", country, "partners", limit=limit)

    @server.tool()
    async def representatives(country: Country, on: Day = None, limit: Limit = 20) -> dict[str, Any]:
        """Who holds, or on a day held, the offices of a country, with the sentences that say so."""
        return await ask("countries", country, "representatives", on=on, limit=limit)

    @server.tool()
    async def contacts_of_country(
        country: Country, since: Day = None, until: Day = None, limit: Limit = 20
    ) -> dict[str, Any]:
        """With which countries one met in person: how often, since when, on whose soil."""
        return await ask("countries", country, "contacts", since=since, until=until, limit=limit)

    @server.tool()
    async def ways_between(
        one: Person, other: Person, limit: Annotated[int, Field(ge=1, le=10)] = 3
    ) -> dict[str, Any]:
        """The shortest ways from one person to another over people who met."""
        return await ask("paths", from_=one, to=other, limit=limit)

    @server.tool()
    async def why(
        kind: Literal["met_with", "partner_of", "represents", "member_of", "attended"],
        source: Annotated[str, Field(description="Where the edge begins.", max_length=200)],
        target: Annotated[str, Field(description="Where it ends.", max_length=200)],
        limit: Limit = 20,
    ) -> dict[str, Any]:
        """The sentences under an edge: each with article, publisher, day and offsets."""
        return await ask("why", kind=kind, from_=source, to=target, limit=limit)

    return server


def _told(answer: httpx.Response) -> dict[str, Any]:
    """What the API says; what it refuses is an error that the assistant reads."""
    from mcp.server.mcpserver.exceptions import ToolError

    told: dict[str, Any] = answer.json()
    if answer.is_success:
        return told
    candidates = ", ".join(f"{one['name']} ({one['id']})" for one in told.get("candidates", ()))
    meant = f" Perhaps: {candidates}." if candidates else ""
    raise ToolError(f"{told['detail']} {told['what_to_do']}{meant}")
