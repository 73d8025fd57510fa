"""The client against a real server: answers are typed, lists go on, errors are exceptions that help."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import date

import httpx
import pytest
import uvicorn

from app.client import Ambiguous, ApiError, Client, NotFound, Refused, Unavailable, frame
from app.main import create_app
from app.settings import AppSettings
from cypher.connect import Endpoint
from tests.app.builders import KWAME, LEA, TOMAS
from tests.app.conftest import settings_of


@pytest.fixture(scope="module")
def demarche(news: Endpoint) -> Iterator[Client]:
    """A client of a server over `some_news`, which gives one item a page."""
    app = create_app(AppSettings(page_limit=1), settings_of(news))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    asyncio.run(_started(server))
    port = server.servers[0].sockets[0].getsockname()[1]
    with Client(f"http://127.0.0.1:{port}") as client:
        yield client
    server.should_exit = True
    thread.join(timeout=20)


async def _started(server: uvicorn.Server) -> None:
    async with asyncio.timeout(30):
        while not server.started:
            await asyncio.sleep(0.05)


def test_lists_go_on_page_after_page(demarche: Client) -> None:
    assert [one.id for one in demarche.contacts(TOMAS.id)] == [KWAME.id, LEA.id]
    assert len(list(demarche.persons())) == 5
    assert [one.id for one in demarche.persons(country="GHA")] == [KWAME.id]
    assert [one.date for one in demarche.timeline(TOMAS.id, since=date(2024, 7, 1))] == ["2024-07-18"]
    assert len(list(demarche.meetings(status="held"))) == 3


def test_answers_are_typed(demarche: Client) -> None:
    met = demarche.met(LEA.id, TOMAS.id)
    (meeting,) = met.meetings
    evidence = next(demarche.why("met_with", LEA.id, TOMAS.id))

    assert (met.met, met.times) == (True, 1)
    assert meeting.place is not None
    assert meeting.place.name == "Montevideo"
    assert demarche.meeting(meeting.id).sides
    assert evidence.sentence in demarche.article(evidence.article).text
    assert demarche.person(TOMAS.id).name == "Tomás Ibarra"
    assert demarche.country("Uruguay").id == "URY"
    assert next(demarche.search("Ibarra")).id == TOMAS.id
    assert demarche.size().persons == 5
    assert sum(one.meetings for one in demarche.meetings_over_time(unit="year").items) == 3
    assert demarche.paths(LEA.id, KWAME.id).paths[0].length == 2
    assert {one.id for one in demarche.network(TOMAS.id).nodes} >= {TOMAS.id, LEA.id, KWAME.id}


def test_every_question_has_an_answer(demarche: Client) -> None:
    assert [one.id for one in demarche.common(LEA.id, KWAME.id)] == [TOMAS.id]
    assert [one.id for one in demarche.brokers("Norway", "Ghana")] == [TOMAS.id]
    assert [one.date for one in demarche.upcoming(since="2024-01-01")] == ["2024-10-01"]
    assert [one.date for one in demarche.place_meetings("Montevideo")] == ["2024-05-02"]
    assert [one.id for one in demarche.country_contacts("URY")] == ["GHA", "NOR"]
    assert demarche.balance("URY", "Norway").hosted == 1
    assert [one.id for one in demarche.search_articles("title visit")] == ["visit"]
    assert {one.article for one in demarche.search_sentences("telephone")} == {"call"}
    assert sum(one.meetings for one in demarche.meetings_by_group("status").items) == 3
    assert len(list(demarche.pairs())) == len(demarche.pairs_of_countries(format="in_person").items) == 2
    assert {one.publisher for one in demarche.sources().items} == {"Example Post", "Sample Courier"}
    assert {one.change for one in demarche.changes()} == {"recorded"}


def test_answers_become_a_data_frame(demarche: Client) -> None:
    meetings = frame(demarche.meetings(status="held"))

    nobody = frame(demarche.contacts(TOMAS.id, since="2030-01-01"))

    assert nobody[["name", "meetings", "first", "last"]].empty
    assert len(meetings) == 3
    assert set(meetings["place.name"].dropna()) == {"Montevideo", "Accra"}


def test_errors_say_what_to_do(demarche: Client) -> None:
    with pytest.raises(NotFound) as unknown:
        demarche.person("Nobody Atall")
    with pytest.raises(Ambiguous) as ambiguous:
        next(demarche.contacts("Brandt"))
    with pytest.raises(ApiError) as wrong:
        next(demarche.meetings(since="yesterday"))

    assert unknown.value.problem is not None
    assert "Look for it" in str(unknown.value)
    assert ambiguous.value.problem is not None
    assert ambiguous.value.problem.candidates
    assert wrong.value.status == 422


def test_an_export_comes_in_pieces(demarche: Client) -> None:
    with demarche.export("graphml", kind="country") as pieces:
        assert b"".join(pieces).endswith(b"</graphml>\n")


def test_who_finds_nobody_at_an_address_learns_what_to_do() -> None:
    with pytest.raises(ConnectionError, match=r"demarche up"):
        Client("http://127.0.0.1:9").size()


def test_who_is_asked_to_come_again_does_so() -> None:
    """As often and as late as the API says, and only for what it reads."""
    answers = iter([503, 429, 200, 503])
    waited: list[float] = []

    def answer(request: httpx.Request) -> httpx.Response:
        status = next(answers)
        return httpx.Response(status, headers={"Retry-After": "7"}, json={"items": [], "next": None})

    client = Client(transport=httpx.MockTransport(answer), sleep=waited.append)

    assert list(client.persons()) == []
    assert waited == [7.0, 7.0]
    with pytest.raises(Unavailable) as away:
        client.post_article("Some text.")
    assert (away.value.status, away.value.problem, len(waited)) == (503, None, 2)


def test_a_key_is_sent_and_a_refusal_is_told() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(403 if request.headers["authorization"] == "Bearer demarche_x" else 500)

    with pytest.raises(Refused):
        Client(key="demarche_x", transport=httpx.MockTransport(answer)).size()
