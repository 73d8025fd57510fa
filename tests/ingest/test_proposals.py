"""A language model may add meetings that the text bears out, and nothing it does costs what the rules found.

The model is a real HTTP server on this machine that answers as it is told; everything on our side is real.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr, ValidationError

from ingest.entities import load_entity_data
from ingest.extract import reading_to_json
from ingest.pipeline import read_articles
from ingest.processes import BATCH_SECONDS
from ingest.proposals import Proposer, proposer_of
from ingest.proposals.budget import FAILURES_IN_A_ROW, REST_SECONDS, Budget
from ingest.proposals.endpoint import MOST_BYTES, MOST_TRIES, Endpoint
from ingest.proposals.prompt import proposals_in
from ingest.proposals.protocol import ModelFailed, Proposal, ProposedParticipant, Question
from ingest.records import Article, MeetingClaim, Reading
from ingest.settings import IngestSettings
from ingest.worker import articles_to_lease

KEY = "sk-invented-7fd0c2"
SECONDS = 0.6

# The rules find no meeting in the sentence with "encounter", and one in the last.
ENCOUNTER = "there was a long encounter, and Okoro came out of it smiling beside Castellan"
TEXT = (
    "ORVANE, 6 March 2024 -- President Halima Okoro of Kenya arrived here on Monday. "
    "Foreign Minister Bruno Castellan of France was in the same city, "
    "and so was Chancellor Jana Weiss of Austria.\n\n"
    f"On the margins of the forum {ENCOUNTER}. "
    "Okoro's spokesman Peter Lund stood at the door during the encounter.\n\n"
    "President Okoro met Chancellor Weiss on Tuesday.\n"
)
ARTICLE = Article(id="orvane", text=TEXT, published=date(2024, 3, 6), language="en")
DATA = cache(load_entity_data)
QUESTION = Question("Okoro and Castellan had an encounter.", "", ("Okoro", "Castellan"))

OKORO, CASTELLAN, WEISS = ("person:KEN:halima-okoro", "person:FRA:bruno-castellan", "person:AUT:jana-weiss")


def meeting(*names: str, quote: str = ENCOUNTER, status: str = "held", **more: Any) -> dict[str, Any]:
    """A meeting as a model writes it, everybody on a side of their own."""
    participants = [{"name": name, "side": side} for side, name in enumerate(names)]
    return {"quote": quote, "status": status, "format": "in_person", "participants": participants} | more


def completion(content: str) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def meetings(*found: dict[str, Any]) -> bytes:
    return completion(json.dumps({"meetings": found}))


@dataclass
class Reply:
    """What the stub sends: at once, or drip by drip."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drips: int = 0
    delay: float = 0.0


class Stub(ThreadingHTTPServer):
    """Plays its replies in order, the last one for ever, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), StubHandler)
        self.replies: list[Reply] = [Reply(meetings())]
        self.requests: list[tuple[str, dict[str, str], dict[str, Any]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def play(self, *replies: Reply | bytes) -> None:
        self.replies = [each if isinstance(each, Reply) else Reply(each) for each in replies]

    @property
    def sentences(self) -> list[str]:
        """The sentences that it was asked about."""
        asked = [json.loads(body["messages"][1]["content"]) for _, _, body in self.requests]
        return [each["sentence"] for each in asked]


class StubHandler(BaseHTTPRequestHandler):
    server: Stub

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append((self.path, dict(self.headers), body))
        replies = self.server.replies
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        try:
            time.sleep(reply.delay)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            for _ in range(reply.drips):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.1)
            self.wfile.write(reply.body)
        except OSError:
            return  # the client has hung up

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the library
        """Keep the test's output clean."""


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    # A proxy for this machine's own requests would stand between us and the stub.
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    with Stub() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def waits() -> list[float]:
    """How long the endpoint meant to sleep, without sleeping."""
    return []


@pytest.fixture
def endpoint(stub: Stub, waits: list[float]) -> Endpoint:
    return Endpoint(stub.url, "wise", SecretStr(KEY), SECONDS, sleep=waits.append)


@pytest.fixture
def patient(stub: Stub, waits: list[float]) -> Endpoint:
    """An endpoint with time for tries again."""
    return Endpoint(stub.url, "wise", SecretStr(KEY), 30.0, sleep=waits.append)


def reading(propose: Proposer | None, article: Article = ARTICLE) -> Reading:
    (read,) = read_articles([article], data=DATA(), propose=propose)
    return read


def with_model(endpoint: Endpoint, per_article: int = 4, calls: int = 100) -> Proposer:
    return Proposer(endpoint, per_article, Budget(calls))


def proposed(read: Reading) -> list[MeetingClaim]:
    return [
        claim for claim in read.claims if isinstance(claim, MeetingClaim) and claim.rule.startswith("model:")
    ]


def by_rules(read: Reading) -> list[Any]:
    return [claim for claim in read.claims if not claim.rule.startswith("model:")]


@pytest.fixture(scope="module")
def rules_alone() -> Reading:
    return reading(None)


# What is asked


def test_only_sentences_are_asked_about_in_which_a_model_can_help(stub: Stub, endpoint: Endpoint) -> None:
    """A word of meeting, two people in reach, no claim by the rules; in the order of the text."""
    reading(with_model(endpoint))

    assert stub.sentences == [
        f"On the margins of the forum {ENCOUNTER}.",
        "Okoro's spokesman Peter Lund stood at the door during the encounter.",
    ]
    path, headers, body = stub.requests[0]
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert (body["model"], body["temperature"]) == ("wise", 0)
    asked = json.loads(body["messages"][1]["content"])
    assert asked["names"] == ["Halima Okoro", "Bruno Castellan", "Jana Weiss"]
    assert asked["before"].startswith("President Halima Okoro of Kenya")


def test_a_spokesman_is_not_offered(stub: Stub, endpoint: Endpoint) -> None:
    reading(with_model(endpoint))

    assert all(
        "Peter Lund" not in json.loads(b["messages"][1]["content"])["names"] for _, _, b in stub.requests
    )


@pytest.mark.parametrize(
    "text",
    [
        "President Halima Okoro of Kenya likes Foreign Minister Bruno Castellan of France.",
        "President Halima Okoro of Kenya left after a long encounter.",
        "President Halima Okoro of Kenya and Chancellor Jana Weiss of Austria gave a news conference.",
    ],
    ids=["no word of meeting", "one person", "a news conference"],
)
def test_nothing_is_asked_where_there_is_no_meeting_to_find(
    stub: Stub, endpoint: Endpoint, text: str
) -> None:
    reading(with_model(endpoint), Article(id="a", text=text, language="en"))

    assert stub.requests == []


def test_an_article_and_a_run_ask_no_more_than_they_may(stub: Stub, endpoint: Endpoint) -> None:
    reading(with_model(endpoint, per_article=1))
    assert len(stub.requests) == 1

    stub.requests.clear()
    propose = with_model(endpoint, calls=1)
    with structlog.testing.capture_logs() as logs:
        reading(propose)
        reading(propose, Article(id="b", text=TEXT.replace("forum", "fair"), language="en"))
    assert len(stub.requests) == 1
    assert [each["event"] for each in logs if each["log_level"] == "warning"] == [
        "language_model_calls_spent"
    ]


def test_the_same_sentence_is_asked_about_once_in_a_run(stub: Stub, endpoint: Endpoint) -> None:
    """Papers print agencies' reports word for word; the second reading is the same as the first."""
    stub.play(meetings(meeting("Okoro", "Castellan")))
    propose = with_model(endpoint)

    assert reading(propose) == reading(propose)
    assert len(stub.requests) == 2


# What becomes of proposals


def test_a_meeting_that_the_text_bears_out_is_added(
    stub: Stub, endpoint: Endpoint, rules_alone: Reading
) -> None:
    stub.play(meetings(meeting("Okoro", "Bruno Castellan")), meetings())
    read = reading(with_model(endpoint))

    (claim,) = proposed(read)
    assert [(each.entity, each.side) for each in claim.participants] == [(OKORO, 0), (CASTELLAN, 1)]
    assert (claim.status, claim.format, claim.rule) == ("held", "in_person", "model:wise")
    assert TEXT[claim.evidence.start : claim.evidence.end] == claim.evidence.sentence
    assert ENCOUNTER in claim.evidence.sentence
    assert by_rules(read) == list(rules_alone.claims)
    assert read.entities == rules_alone.entities
    assert json.dumps(reading_to_json(read))


def test_a_model_is_less_sure_than_the_rules_about_the_same_word(
    stub: Stub, endpoint: Endpoint, rules_alone: Reading
) -> None:
    stub.play(meetings(meeting("Okoro", "Castellan")), meetings())

    (claim,) = proposed(reading(with_model(endpoint)))
    (rule,) = [each for each in rules_alone.claims if isinstance(each, MeetingClaim)]
    assert 0 < claim.confidence <= 0.6 * 0.85 < rule.confidence


def test_who_is_named_only_in_the_sentences_before_is_less_sure(stub: Stub, endpoint: Endpoint) -> None:
    stub.play(meetings(meeting("Okoro", "Castellan"), meeting("Okoro", "Jana Weiss", status="possible")))

    named, remembered = proposed(reading(with_model(endpoint, per_article=1)))
    assert {each.entity for each in remembered.participants} == {OKORO, WEISS}
    assert remembered.confidence < named.confidence


def on_sides(*named: tuple[str, int]) -> dict[str, Any]:
    """A meeting of people on the sides given."""
    return meeting(participants=[{"name": name, "side": side} for name, side in named])


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (meeting("Okoro", "Ravi Menon"), "a name is not a person of the passage"),
        (meeting("Okoro", "Castellan", "Ravi Menon"), "a name is not a person of the passage"),
        (meeting("Okoro", "Peter Lund"), "a name is not a person of the passage"),
        (
            meeting("Okoro", "Castellan", quote="Okoro and Castellan held an encounter"),
            "the quote is not in the sentence",
        ),
        (
            meeting("Okoro", "Castellan", quote="President Okoro met Chancellor Weiss on Tuesday"),
            "the quote is not in the sentence",
        ),
        (meeting("Okoro", "Castellan", quote="smiling beside Castellan"), "the quote has no word of meeting"),
        (meeting("Okoro"), "fewer than two sides"),
        (meeting("Okoro", "President Halima Okoro"), "somebody is on two sides"),
        (on_sides(("Okoro", 3), ("Castellan", 3)), "fewer than two sides"),
        (on_sides(("Okoro", 0), ("Castellan", 1), ("Halima Okoro", 1)), "somebody is on two sides"),
    ],
)
def test_what_the_text_does_not_bear_out_is_no_claim(
    stub: Stub, endpoint: Endpoint, rules_alone: Reading, wrong: dict[str, Any], reason: str
) -> None:
    """The whole proposal goes, for the right reason; a right one in the same answer stays."""
    stub.play(meetings(wrong, meeting("Castellan", "Okoro", status="possible")), meetings())
    with structlog.testing.capture_logs() as logs:
        read = reading(with_model(endpoint))

    assert [each["reason"] for each in logs if each["event"] == "proposal_refused"] == [reason]
    assert [claim.status for claim in proposed(read)] == ["possible"]
    assert by_rules(read) == list(rules_alone.claims)
    assert read.entities == rules_alone.entities


@pytest.mark.parametrize(
    ("text", "status", "format_", "expected"),
    [
        ("{} hopes for an encounter in Orvane, and beside him stood {}.", "held", "in_person", None),
        ("{} refused any encounter in Orvane, and beside him stood {}.", "held", "in_person", None),
        (
            "{} hopes for an encounter in Orvane, and beside him stood {}.",
            "planned",
            "unknown",
            "planned unknown",
        ),
        ("{} had an encounter by telephone; {} hung up first.", "held", "in_person", "held phone"),
    ],
)
def test_the_model_cannot_overrule_the_rules_towards_more(
    stub: Stub, endpoint: Endpoint, text: str, status: str, format_: str, expected: str | None
) -> None:
    """What is hoped for or refused was not held, and a call is no meeting in person."""
    people = ("President Ruben Okoro of Kenya", "Foreign Minister Bruno Castellan of France")
    sentence = text.format(*people)
    stub.play(
        meetings(meeting("Ruben Okoro", "Bruno Castellan", quote=sentence, status=status, format=format_)),
    )
    found = proposed(reading(with_model(endpoint), Article(id="a", text=sentence, language="en")))

    assert len(stub.requests) == 1
    assert [f"{claim.status} {claim.format}" for claim in found] == ([expected] if expected else [])


def test_what_the_rules_have_found_already_is_not_added(
    stub: Stub, endpoint: Endpoint, rules_alone: Reading
) -> None:
    """The same people in the same standing, wherever in the article; nor is a proposal added twice."""
    stub.play(meetings(meeting("Okoro", "Weiss"), meeting("Weiss", "Okoro")))
    assert reading(with_model(endpoint)) == rules_alone

    stub.play(meetings(meeting("Okoro", "Castellan"), meeting("Castellan", "Okoro")))
    assert len(proposed(reading(with_model(endpoint)))) == 1


def test_a_quote_may_have_other_white_space(stub: Stub, endpoint: Endpoint) -> None:
    text = TEXT.replace("out of it smiling", "out of it \u00a0 smiling")
    stub.play(meetings(meeting("Okoro", "Castellan")), meetings())

    (claim,) = proposed(reading(with_model(endpoint), Article(id="a", text=text, language="en")))
    assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.sentence


def test_readings_do_not_depend_on_the_batch(stub: Stub, endpoint: Endpoint) -> None:
    stub.play(meetings(meeting("Okoro", "Castellan")))
    other = Article(id="fair", text=TEXT.replace("forum", "fair"), language="en")

    together = list(read_articles([ARTICLE, other, ARTICLE], data=DATA(), propose=with_model(endpoint)))
    alone = [reading(with_model(endpoint), each) for each in (ARTICLE, other, ARTICLE)]
    assert together == alone


# What can go wrong on the way


def redirect() -> Reply:
    return Reply(status=307, headers={"Location": "/v1/chat/completions"})


FAILURES: dict[str, Callable[[], Reply]] = {
    "no JSON": lambda: Reply(b"<html>hello</html>"),
    "JSON of another shape": lambda: Reply(b'{"choices": []}'),
    "no text": lambda: Reply(b'{"choices": [{"message": {"content": null}}]}'),
    "prose": lambda: Reply(completion("They met, I think.")),
    "an unknown status": lambda: Reply(meetings(meeting("Okoro", "Castellan", status="probably"))),
    "too many meetings": lambda: Reply(meetings(*[meeting("Okoro", "Castellan")] * 50)),
    "deep JSON": lambda: Reply(b"[" * 100_000),
    "deep JSON in the answer": lambda: Reply(completion('{"meetings":' + "[" * 50_000 + "}")),
    "too many requests": lambda: Reply(status=429, headers={"Retry-After": "1"}),
    "a broken server": lambda: Reply(status=500, body=KEY.encode()),
    "a wrong key": lambda: Reply(status=401, body=f"wrong key {KEY}".encode()),
    "an unknown model": lambda: Reply(status=404),
    "a bad request": lambda: Reply(status=400),
    "a redirect": redirect,
    "a huge answer": lambda: Reply(b" " * (MOST_BYTES + 1)),
    "packed data": lambda: Reply(b"x", headers={"Content-Encoding": "gzip"}),
    "silence": lambda: Reply(meetings(), delay=3 * SECONDS),
    "a drip": lambda: Reply(meetings(), drips=40),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_costs_nothing_that_the_rules_found(
    stub: Stub,
    endpoint: Endpoint,
    rules_alone: Reading,
    failure: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """One warning a run, which says what to do and does not hold the key."""
    stub.play(FAILURES[failure]())
    propose = with_model(endpoint)
    with structlog.testing.capture_logs() as logs, caplog.at_level("DEBUG"):
        assert reading(propose) == rules_alone
        assert reading(propose) == rules_alone

    (warning,) = [each for each in logs if each["log_level"] == "warning"]
    assert warning["event"] == "language_model_failed"
    assert KEY not in repr(logs) + caplog.text
    assert len(stub.requests) <= FAILURES_IN_A_ROW * MOST_TRIES


def test_a_server_that_is_not_there_is_a_failure_too(rules_alone: Reading) -> None:
    with Stub() as gone:
        url = gone.url
    with structlog.testing.capture_logs() as logs:
        assert reading(with_model(Endpoint(url, "wise", None, SECONDS, sleep=lambda _: None))) == rules_alone
    assert [each["event"] for each in logs if each["log_level"] == "warning"] == ["language_model_failed"]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_passes_is_tried_again(stub: Stub, patient: Endpoint, waits: list[float], status: int) -> None:
    stub.play(Reply(status=status), Reply(status=status), meetings())

    assert patient.propose(QUESTION) == ()
    assert waits == [0.5, 1.0]


def test_a_server_says_how_long_to_wait(stub: Stub, patient: Endpoint, waits: list[float]) -> None:
    """In seconds or as a date. Who asks for more than there is left is not waited for."""
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=9), usegmt=True)
    stub.play(
        Reply(status=429, headers={"Retry-After": "7"}),
        Reply(status=429, headers={"Retry-After": soon}),
        meetings(),
    )
    assert patient.propose(QUESTION) == ()
    assert waits[0] == 7.0
    assert 5.0 < waits[1] <= 9.0

    waits.clear()
    stub.play(Reply(status=429, headers={"Retry-After": "600"}))
    with pytest.raises(ModelFailed, match="asked too often"):
        patient.propose(QUESTION)
    assert waits == []


def test_a_server_that_refuses_a_field_is_asked_more_plainly(stub: Stub, endpoint: Endpoint) -> None:
    stub.play(Reply(status=400), meetings(), meetings())

    endpoint.propose(QUESTION)
    endpoint.propose(QUESTION)
    assert ["temperature" in body for _, _, body in stub.requests] == [True, False, False]
    assert all("max_tokens" in body or "max_completion_tokens" in body for _, _, body in stub.requests)


def test_the_key_is_not_carried_elsewhere_by_a_redirect(stub: Stub, endpoint: Endpoint) -> None:
    with Stub() as elsewhere:
        threading.Thread(target=elsewhere.serve_forever, daemon=True).start()
        stub.play(Reply(status=307, headers={"Location": f"{elsewhere.url}/chat/completions"}))
        with pytest.raises(ModelFailed, match="DEMARCHE_LANGUAGE_MODEL_URL"):
            endpoint.propose(QUESTION)
        elsewhere.shutdown()
    assert elsewhere.requests == []


def test_an_answer_is_given_up_in_time(stub: Stub, endpoint: Endpoint) -> None:
    """Silence, a slow drip, a slow failure; all tries together."""
    slow = Reply(status=500, delay=0.4)
    for reply in (Reply(meetings(), delay=5.0), Reply(meetings(), drips=50), slow):
        stub.play(reply)
        started = time.monotonic()
        with pytest.raises(ModelFailed, match=r"language model|DEMARCHE_LANGUAGE_MODEL_SECONDS"):
            endpoint.propose(QUESTION)
        assert time.monotonic() - started < 3 * SECONDS


def test_no_error_of_the_endpoint_holds_the_key(stub: Stub, endpoint: Endpoint) -> None:
    """Not its message, nor what it was raised from, which a traceback would print."""
    for failure in FAILURES.values():
        stub.play(failure())
        with pytest.raises(ModelFailed) as raised:
            endpoint.propose(QUESTION)
        shown: BaseException | None = raised.value
        assert str(raised.value)
        while shown is not None:
            assert KEY not in repr(shown)
            shown = shown.__cause__ or (None if shown.__suppress_context__ else shown.__context__)
    assert KEY not in repr(endpoint.__dict__)


def test_a_key_that_is_no_header_is_not_shown() -> None:
    """The HTTP library quotes a header that it cannot send."""
    broken = Endpoint("http://127.0.0.1:9/v1", "wise", SecretStr(f"{KEY}\nX: y"), SECONDS)
    with pytest.raises(ModelFailed) as raised:
        broken.propose(QUESTION)
    assert KEY not in str(raised.value)
    assert raised.value.__cause__ is None


@dataclass
class Failing:
    """A model of another maker, with an error that ours does not know."""

    name: str = "other"
    asked: int = 0

    def propose(self, question: Question) -> tuple[Proposal, ...]:
        self.asked += 1
        raise ConnectionResetError(f"with {KEY}")


def test_any_other_model_may_fail_as_it_likes(rules_alone: Reading) -> None:
    with structlog.testing.capture_logs() as logs:
        assert reading(Proposer(Failing(), 4, Budget(100))) == rules_alone
    (warning,) = [each for each in logs if each["log_level"] == "warning"]
    assert "ConnectionResetError" in warning["reason"]
    assert KEY not in repr(logs)


def test_after_failures_in_a_row_the_model_rests_for_a_while(rules_alone: Reading) -> None:
    now = [0.0]
    model = Failing()
    propose = Proposer(model, 4, Budget(100, clock=lambda: now[0]))
    for _ in range(4):
        assert reading(propose) == rules_alone
    assert model.asked == FAILURES_IN_A_ROW

    now[0] = REST_SECONDS
    reading(propose)
    assert model.asked == FAILURES_IN_A_ROW + 2


@given(st.text(max_size=200))
def test_any_answer_is_read_or_refused(answer: str) -> None:
    for text in (answer, '{"meetings": [' + answer + "]}"):
        try:
            found = proposals_in(text)
        except ModelFailed:
            continue
        assert all(isinstance(each, Proposal) for each in found)


def test_words_around_the_answer_are_passed_over() -> None:
    answer = "Here it is:\n```json\n" + json.dumps({"meetings": [meeting("A", "B")], "why": "so"}) + "\n```"

    (found,) = proposals_in(answer)
    assert found.participants == (ProposedParticipant("A", 0), ProposedParticipant("B", 1))


# Settings


def test_no_model_is_asked_unless_an_address_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEMARCHE_LANGUAGE_MODEL_URL", raising=False)
    monkeypatch.setenv("DEMARCHE_LANGUAGE_MODEL_KEY", KEY)
    monkeypatch.setenv("DEMARCHE_LANGUAGE_MODEL_NAME", "wise")

    assert proposer_of(IngestSettings()) is None


@pytest.mark.parametrize("path", ["", "/", "/chat/completions"])
def test_the_address_of_the_settings_is_asked(stub: Stub, path: str) -> None:
    settings = IngestSettings(
        language_model_url=stub.url + path, language_model_name="wise", language_model_key=SecretStr(KEY)
    )
    propose = proposer_of(settings)
    assert propose is not None
    reading(propose)

    assert {path for path, _, _ in stub.requests} == {"/v1/chat/completions"}
    assert KEY not in repr(settings)


@pytest.mark.parametrize(
    "wrong",
    [
        {"language_model_url": "ftp://model.example/v1"},
        {"language_model_url": f"https://user:{KEY}@model.example/v1"},
        {"language_model_url": f"https://model.example/v1?key={KEY}"},
        {"language_model_url": "https://model.example/v1", "language_model_name": " "},
        {"language_model_url": "http://model.example/v1", "language_model_key": KEY},
        {"language_model_url": "https://model.example/v1", "language_model_key": f"{KEY} {KEY}"},
    ],
    ids=["scheme", "password in it", "key in it", "no name", "key unprotected", "no key"],
)
def test_wrong_settings_are_refused_without_showing_a_secret(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as raised:
        IngestSettings(**({"language_model_name": "wise"} | wrong))
    assert KEY not in str(raised.value)
    assert raised.value.errors(include_input=False)[0]["loc"][0] in wrong


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "10.1.2.3", "models"])
def test_within_a_private_network_a_key_may_travel_over_http(host: str) -> None:
    settings = IngestSettings(
        language_model_url=f"http://{host}/v1", language_model_name="wise", language_model_key=SecretStr(KEY)
    )
    assert httpx.URL(settings.language_model_url or "").host


def test_a_worker_takes_no_more_than_it_can_read_within_its_lease() -> None:
    """Otherwise another worker would take the same articles, and ask the same again."""
    address = {"language_model_url": "https://model.example/v1", "language_model_name": "wise"}
    settings = IngestSettings(batch_articles=32, language_model_seconds=20.0, **address)

    taken = articles_to_lease(settings)
    assert 1 <= taken * settings.language_model_calls_per_article * 20.0 <= BATCH_SECONDS / 2
    assert articles_to_lease(IngestSettings(batch_articles=32, language_model_seconds=0.1, **address)) == 32
    assert articles_to_lease(IngestSettings(batch_articles=32)) == 32
