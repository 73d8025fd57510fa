"""A client of the API for notebooks and programs: typed answers, lists page by page, errors as exceptions.

    with Client("http://127.0.0.1:8480", key="demarche_...") as demarche:
        for contact in demarche.contacts("Asante-Mensah", since="2024-01-01"):
            print(contact.name, contact.meetings)

Filters are the parameters of the path, by their names in `/docs`. Days may be given as `date`. What is read
is asked for again where the API says that it is away or asked too often; what changes something is not.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

import httpx
from pydantic import BaseModel, ValidationError

from app.models.answers import (
    ArticleMatch,
    Change,
    GraphSize,
    GroupSeries,
    HeatMap,
    Match,
    MeetingSeries,
    Network,
    Pair,
    Paths,
    SentenceMatch,
    SourceList,
)
from app.models.articles import Article, ArticleInList, ArticleState, StatedClaim
from app.models.common import Evidence
from app.models.countries import Balance, Country, CountryContact, CountryInList, Partner, Party
from app.models.meetings import Meeting, MeetingDetail, Met
from app.models.persons import Broker, CommonContact, Contact, Person, PersonInList
from app.models.problems import Problem

if TYPE_CHECKING:
    from types import TracebackType

    import pandas

Model = TypeVar("Model", bound=BaseModel)

TRIES = 3
"""How often a read is tried in all."""
LONGEST_WAIT_SECONDS = 60.0
"""For how long the client waits at most where the API says when to come again."""
_COME_AGAIN = frozenset({429, 503})


class ApiError(Exception):
    """Raised when the API refuses. `status` is that of HTTP; `problem` says what to do, None if none came.

    `retry_after` is in how many seconds to come again, where that is of use.
    """

    def __init__(self, status: int, problem: Problem | None, retry_after: float = 1.0) -> None:
        self.status = status
        self.problem = problem
        self.retry_after = retry_after
        said = (
            f"{problem.title}: {problem.detail} {problem.what_to_do}"
            if problem
            else "no problem details came"
        )
        super().__init__(f"{status} {said}")


class NotFound(ApiError):
    """Raised for 404: nothing has this id or name; `problem.candidates` may have similar ones."""


class Ambiguous(ApiError):
    """Raised for 409: a name means several; `problem.candidates` says which. Ask again with an id."""


class Refused(ApiError):
    """Raised for 401 and 403: a key is missing, opens nothing, or does not cover this."""


class Unavailable(ApiError):
    """Raised for 429, 503 and 504, after all tries: the API was asked too often, or its database is away."""


_ERRORS: Mapping[int, type[ApiError]] = {
    401: Refused,
    403: Refused,
    404: NotFound,
    409: Ambiguous,
    429: Unavailable,
    503: Unavailable,
    504: Unavailable,
}


class Items(Iterator[Model]):
    """The items of a list, asked for page after page as they are read; `model` is what each of them is."""

    def __init__(self, model: type[Model], items: Iterator[Model]) -> None:
        self.model = model
        self._items = items

    def __next__(self) -> Model:
        return next(self._items)


class Client:
    """The API at an address. Close it, or use it in a `with` block."""

    def __init__(
        self,
        url: str = "http://127.0.0.1:8480",
        key: str | None = None,
        *,
        timeout: float = 30.0,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`timeout` is in seconds, for one answer; `transport` and `sleep` are for tests."""
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._http = httpx.Client(base_url=url, headers=headers, timeout=timeout, transport=transport)
        self._sleep = sleep

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    # People.

    def persons(self, **filters: Any) -> Items[PersonInList]:
        """People by name: all, or those of a `country`, of a `party`, or whose `name` begins so."""
        return self.items("persons", PersonInList, **filters)

    def person(self, person: str) -> Person:
        """One person, by id or name."""
        return self.one(f"persons/{_part(person)}", Person)

    def contacts(self, person: str, **filters: Any) -> Items[Contact]:
        """Whom a person met in person, the latest first."""
        return self.items(f"persons/{_part(person)}/contacts", Contact, **filters)

    def timeline(self, person: str, **filters: Any) -> Items[Meeting]:
        """Meetings, calls and plans of a person, the latest first."""
        return self.items(f"persons/{_part(person)}/timeline", Meeting, **filters)

    def common(self, a: str, b: str, **filters: Any) -> Items[CommonContact]:
        """Who met both of two people, those first who met either often."""
        return self.items("common", CommonContact, a=a, b=b, **filters)

    # Meetings.

    def meetings(self, **filters: Any) -> Items[Meeting]:
        """Meetings, calls and plans, the latest first."""
        return self.items("meetings", Meeting, **filters)

    def meeting(self, meeting: str) -> MeetingDetail:
        """One meeting: who sat on which side, every claim about it, and how it came about."""
        return self.one(f"meetings/{_part(meeting)}", MeetingDetail)

    def upcoming(self, **filters: Any) -> Items[Meeting]:
        """Planned meetings and calls that are still to come, the nearest first."""
        return self.items("upcoming", Meeting, **filters)

    def place_meetings(self, place: str, **filters: Any) -> Items[Meeting]:
        """Meetings at a place, the latest first."""
        return self.items(f"places/{_part(place)}/meetings", Meeting, **filters)

    def met(self, a: str, b: str, **filters: Any) -> Met:
        """Did two people meet? How often, when, where, and who says so."""
        return self.one("met", Met, a=a, b=b, **filters)

    def paths(self, source: str, target: str, **filters: Any) -> Paths:
        """The shortest ways from one person to another over people who met."""
        return self.one("paths", Paths, **{"from": source, "to": target}, **filters)

    def network(self, around: str, **filters: Any) -> Network:
        """The nodes and links around someone or something."""
        return self.one("graph", Network, around=around, **filters)

    def why(self, kind: str, source: str, target: str) -> Items[Evidence]:
        """The live claims under an edge, such as `met_with`."""
        return self.items("why", Evidence, kind=kind, **{"from": source, "to": target})

    # Countries and parties.

    def countries(self) -> Items[CountryInList]:
        """The countries of the graph."""
        return self.items("countries", CountryInList)

    def country(self, country: str) -> Country:
        """One country, by code or name."""
        return self.one(f"countries/{_part(country)}", Country)

    def partners(self, country: str, **filters: Any) -> Items[Partner]:
        """The partners of a country, since when it is said, and who says so."""
        return self.items(f"countries/{_part(country)}/partners", Partner, **filters)

    def country_meetings(self, country: str, **filters: Any) -> Items[Meeting]:
        """Meetings in which a country or somebody who represents it took part, the latest first."""
        return self.items(f"countries/{_part(country)}/meetings", Meeting, **filters)

    def country_contacts(self, country: str, **filters: Any) -> Items[CountryContact]:
        """With which countries one met in person, those first with which it met most often."""
        return self.items(f"countries/{_part(country)}/contacts", CountryContact, **filters)

    def balance(self, country: str, other: str, **filters: Any) -> Balance:
        """Host and guest: how often a country received another, and how often it was received there."""
        return self.one(f"countries/{_part(country)}/balance", Balance, **{"with": other}, **filters)

    def brokers(self, a: str, b: str, **filters: Any) -> Items[Broker]:
        """Who connects two countries: people of third countries who met people of both."""
        return self.items("brokers", Broker, a=a, b=b, **filters)

    def parties(self, **filters: Any) -> Items[Party]:
        """Parties by name: all, or those of a `country`."""
        return self.items("parties", Party, **filters)

    def members(self, party: str, **filters: Any) -> Items[PersonInList]:
        """The members of a party by name."""
        return self.items(f"parties/{_part(party)}/persons", PersonInList, **filters)

    # Search and figures.

    def search(self, text: str, **filters: Any) -> Items[Match]:
        """People, countries, parties, organizations and places by name, the best match first."""
        return self.items("search", Match, q=text, **filters)

    def search_articles(self, text: str, **filters: Any) -> Items[ArticleMatch]:
        """Articles by words of their titles, the best match first."""
        return self.items("search/articles", ArticleMatch, q=text, **filters)

    def search_sentences(self, text: str, **filters: Any) -> Items[SentenceMatch]:
        """Sentences that state something, by their words, the best match first."""
        return self.items("search/sentences", SentenceMatch, q=text, **filters)

    def meetings_over_time(self, **filters: Any) -> MeetingSeries:
        """How many meetings there were in each `unit`: day, week, month or year."""
        return self.one("stats/meetings", MeetingSeries, **filters)

    def meetings_by_group(self, by: str, **filters: Any) -> GroupSeries:
        """Meetings in each `unit` by country, pair, topic, party, status or format: the largest groups."""
        return self.one("stats/groups", GroupSeries, by=by, **filters)

    def pairs(self, **filters: Any) -> Items[Pair]:
        """The pairs of people who met most often."""
        return self.items("stats/persons", Pair, **filters)

    def pairs_of_countries(self, **filters: Any) -> HeatMap:
        """How often countries met, country by country."""
        return self.one("stats/countries", HeatMap, **filters)

    def sources(self, **filters: Any) -> SourceList:
        """What each publisher published, what that gave, and how fresh it is."""
        return self.one("stats/sources", SourceList, **filters)

    def changes(self, **filters: Any) -> Items[Change]:
        """What came into the ledger and what was taken back, in the order in which it became visible."""
        return self.items("changes", Change, **filters)

    def size(self) -> GraphSize:
        """How many things of each kind the graph holds."""
        return self.one("stats/size", GraphSize)

    # Articles.

    def articles(self, **filters: Any) -> Items[ArticleInList]:
        """Articles in the order of their ids."""
        return self.items("articles", ArticleInList, **filters)

    def article(self, article: str) -> Article:
        """One article: how far it is, and its text."""
        return self.one(f"articles/{_part(article)}", Article)

    def claims(self, article: str, **filters: Any) -> Items[StatedClaim]:
        """Everything that an article states, in the order of its text."""
        return self.items(f"articles/{_part(article)}/claims", StatedClaim, **filters)

    def post_article(self, text: str, **fields: Any) -> ArticleState:
        """Hand in an article; `fields` are id, title, url, published, language and publisher."""
        body = {"text": text, **{name: _written(value) for name, value in fields.items()}}
        return ArticleState.model_validate(self._answer("POST", "articles", json=body).json())

    def retract_article(self, article: str) -> None:
        """Take an article back."""
        self._answer("DELETE", f"articles/{_part(article)}")

    # Any path.

    def one(self, path: str, model: type[Model], **parameters: Any) -> Model:
        """What a path below `/v1/` answers, as this model."""
        return model.model_validate(self._read(path, parameters).json())

    def items(self, path: str, model: type[Model], **parameters: Any) -> Items[Model]:
        """The items of a list below `/v1/`, page after page, as they are asked for."""
        return Items(model, self._pages(path, model, parameters))

    def _pages(self, path: str, model: type[Model], parameters: Mapping[str, Any]) -> Iterator[Model]:
        cursor: str | None = None
        while True:
            page = self._read(path, {**parameters, "cursor": cursor}).json()
            for item in page["items"]:
                yield model.model_validate(item)
            cursor = page.get("next")
            if cursor is None:
                return

    @contextmanager
    def export(self, form: str = "jsonl", **filters: Any) -> Iterator[Iterator[bytes]]:
        """The whole graph in a format, or a part of it, in pieces as they come."""
        params = _written_all({"format": form, **filters})
        with self._reached(), self._http.stream("GET", "/v1/export", params=params) as response:
            if response.is_error:
                response.read()
                raise _error(response)
            yield response.iter_bytes()

    def _read(self, path: str, parameters: Mapping[str, Any]) -> httpx.Response:
        params = _written_all(parameters)
        for _ in range(TRIES - 1):
            try:
                return self._answer("GET", path, params=params)
            except ApiError as error:
                if error.status not in _COME_AGAIN:
                    raise
                wait = min(error.retry_after, LONGEST_WAIT_SECONDS)
            self._sleep(wait)
        return self._answer("GET", path, params=params)

    def _answer(self, method: str, path: str, **content: Any) -> httpx.Response:
        with self._reached():
            response = self._http.request(method, f"/v1/{path}", **content)
        if response.is_error:
            raise _error(response)
        return response

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Raises `ConnectionError` with what to do if nothing listens at the address."""
        try:
            yield
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            said = f"Nothing answers at {self._http.base_url} ({error}). 'demarche up' starts an API here."
            raise ConnectionError(said) from error


def frame(items: Iterable[BaseModel]) -> pandas.DataFrame:
    """A pandas data frame of answers: a row for each, nested values as columns like `place.name`.

    A list without any item still has its columns. Needs pandas: `pip install 'demarche[pandas]'`.
    """
    import pandas

    rows = [item.model_dump() for item in items]
    if not rows and isinstance(items, Items):
        return pandas.DataFrame(columns=list(items.model.model_fields))
    return pandas.json_normalize(rows)


def _error(response: httpx.Response) -> ApiError:
    try:
        problem = Problem.model_validate_json(response.content)
    except ValidationError:
        problem = None  # what stands between may answer in its own way
    seconds = response.headers.get("retry-after", "")
    kind = _ERRORS.get(response.status_code, ApiError)
    return kind(response.status_code, problem, float(seconds) if seconds.isdigit() else 1.0)


def _part(key: str) -> str:
    return quote(key, safe="")


def _written_all(parameters: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _written(value) for name, value in parameters.items() if value is not None}


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
