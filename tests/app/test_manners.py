"""How the API behaves whatever it is asked: headers, pages, limits, errors."""

from __future__ import annotations

import base64
import json

import httpx
import pytest
from fastapi import FastAPI

from app.main import create_app
from app.settings import AppSettings
from cypher.connect import Endpoint
from tests.app.builders import LEA, RECORDED_AT, TOMAS
from tests.app.conftest import client_of, settings_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

LISTS = (
    "/v1/persons",
    "/v1/persons?country=NOR",
    "/v1/persons?name=brandt",
    f"/v1/persons/{TOMAS.id}/contacts",
    f"/v1/persons/{TOMAS.id}/timeline",
    f"/v1/persons/{TOMAS.id}/contacts?since=2024-01-01",
    f"/v1/common?a={LEA.id}&b=Q9000002",
    "/v1/brokers?a=NOR&b=GHA",
    "/v1/meetings",
    "/v1/upcoming",
    "/v1/places/Accra/meetings",
    "/v1/countries/URY/contacts",
    "/v1/parties/Frente Claro/contacts",
    "/v1/search?q=brandt",
    "/v1/search/articles?q=title",
    "/v1/search/sentences?q=met",
    "/v1/stats/persons",
    "/v1/changes",
    f"/v1/meetings?person={TOMAS.id}",
    "/v1/countries",
    "/v1/countries/URY/partners",
    "/v1/countries/URY/meetings",
    "/v1/parties",
    "/v1/parties/Frente Claro/persons",
    f"/v1/why?kind=met_with&from={LEA.id}&to={TOMAS.id}",
    "/v1/articles",
    "/v1/articles/talks-1/claims",
)


def cursor_of(*values: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def and_(path: str, parameter: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{parameter}"


def check_problem(answer: httpx.Response, status: int) -> None:
    """An error is problem details with advice, and tells nothing of the inside."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["type"].startswith("urn:demarche:problem:")
    assert problem["title"]
    assert problem["detail"]
    assert problem["what_to_do"]
    assert problem["request_id"] == answer.headers["x-request-id"]
    for inside in ("Traceback", "MATCH ", "neo4j", "site-packages", ".py"):
        assert inside not in answer.text


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("limit", ["0", "-1", "501", "99999999999999999999", "ten", "1.5", ""])
async def test_a_limit_out_of_bounds_is_refused(api: httpx.AsyncClient, path: str, limit: str) -> None:
    check_problem(await api.get(and_(path, f"limit={limit}")), 422)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "%00",
        "é",
        "a" * 2_000,
        "W10",
        cursor_of(),
        cursor_of("000000000000", "a", "b"),
        cursor_of("000000000000", {"a": 1}),
        base64.urlsafe_b64encode(b"[" * 400).decode().rstrip("="),
    ],
)
async def test_a_cursor_of_another_make_is_refused(api: httpx.AsyncClient, path: str, cursor: str) -> None:
    check_problem(await api.get(and_(path, f"cursor={cursor}")), 422)


@pytest.mark.parametrize("path", ["/v1/persons", "/v1/countries", f"/v1/persons/{TOMAS.id}/timeline"])
@pytest.mark.parametrize(
    "values",
    [
        ("\ud800", "\ud800"),
        (None, None),
        (1, 2),
        ("2024-13-01", "m:1"),
        ("0000-00-00", "x"),
        ([], []),
        ("a",),
        ("a", "b", "c"),
    ],
)
async def test_a_cursor_with_other_values_in_it_is_refused(
    api: httpx.AsyncClient, path: str, values: tuple[object, ...]
) -> None:
    """Whoever takes a cursor apart gets an answer or 422, and no way inside."""
    cursor = (await api.get(and_(path, "limit=1"))).json()["next"]
    digest = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))[0]

    answer = await api.get(and_(path, f"limit=1&cursor={cursor_of(digest, *values)}"))

    assert answer.status_code in (200, 422)
    if answer.status_code == 422:
        check_problem(answer, 422)


async def test_a_cursor_belongs_to_its_question(api: httpx.AsyncClient) -> None:
    cursor = (await api.get("/v1/persons?limit=1")).json()["next"]

    check_problem(await api.get(f"/v1/persons?limit=1&country=NOR&cursor={cursor}"), 422)
    check_problem(await api.get(f"/v1/meetings?limit=1&cursor={cursor}"), 422)
    assert (await api.get(f"/v1/persons?limit=2&cursor={cursor}")).status_code == 200


@pytest.mark.parametrize(
    "day", ["20240502", "2024-5-2", "2024-02-30", "1714608000", "yesterday", "", "١٢٣٤-٠١-٠١"]
)
@pytest.mark.parametrize("path", ["/v1/meetings", f"/v1/persons/{TOMAS.id}/contacts", "/v1/stats/meetings"])
async def test_a_day_is_written_as_year_month_day(api: httpx.AsyncClient, path: str, day: str) -> None:
    check_problem(await api.get(path, params={"since": day}), 422)


@pytest.mark.parametrize("path", LISTS)
async def test_a_parameter_that_is_not_there_is_refused(api: httpx.AsyncClient, path: str) -> None:
    """A misspelt filter must not seem to work."""
    answer = await api.get(and_(path, "cuontry=NOR"))

    check_problem(answer, 422)
    assert answer.json()["errors"][0]["where"] == "query.cuontry"


@pytest.mark.parametrize("key", ["%00", "a%00b", "%0a", "x" * 201, "%1b[31m"])
@pytest.mark.parametrize(
    "path", ["/v1/persons/{}", "/v1/countries/{}/partners", "/v1/meetings/{}", "/v1/articles/{}"]
)
async def test_keys_with_control_characters_or_without_end_are_refused(
    api: httpx.AsyncClient, path: str, key: str
) -> None:
    answer = await api.get(path.format(key))

    assert answer.status_code in (404, 422)
    check_problem(answer, answer.status_code)


@pytest.mark.parametrize(
    "key", ["😀", "%ff%fe", "%ed%a0%80", "‮abc", "..%2f..", "'%20OR%201=1", "{}", "$a", "ﷺ", "%20"]
)
@pytest.mark.parametrize(
    "path",
    [
        "/v1/persons/{}",
        "/v1/countries/{}",
        "/v1/parties/{}",
        "/v1/meetings/{}",
        "/v1/graph?around={}",
        "/v1/search?q={}",
    ],
)
async def test_odd_characters_are_not_errors_of_ours(api: httpx.AsyncClient, path: str, key: str) -> None:
    answer = await api.get(path.format(key))

    assert answer.status_code in (200, 404, 422), answer.text


async def test_unknown_paths_and_methods_are_problems(api: httpx.AsyncClient) -> None:
    check_problem(await api.get("/v1/nothing"), 404)
    check_problem(await api.get("/nothing"), 404)
    answer = await api.put("/v1/persons")
    check_problem(answer, 405)
    assert answer.headers["allow"] == "GET"
    assert (await api.put("/v1/articles")).headers["allow"] == "GET, POST"


async def test_every_answer_has_the_headers_that_a_browser_obeys(api: httpx.AsyncClient) -> None:
    for path in ("/v1/countries", "/v1/nothing", "/healthz", "/docs", "/v1/persons?limit=0"):
        headers = (await api.get(path)).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-request-id"]


async def test_a_request_keeps_the_id_that_it_came_with(api: httpx.AsyncClient) -> None:
    answer = await api.get("/healthz", headers={"X-Request-ID": "a-trace-of-mine.1"})
    assert answer.headers["x-request-id"] == "a-trace-of-mine.1"

    answer = await api.get("/healthz", headers={"X-Request-ID": "<script>alert(1)</script>"})
    assert "script" not in answer.headers["x-request-id"]


async def test_who_has_the_answer_already_gets_304(api: httpx.AsyncClient) -> None:
    first = await api.get("/v1/countries/NOR")
    again = await api.get("/v1/countries/NOR", headers={"If-None-Match": first.headers["etag"]})
    other = await api.get("/v1/countries/URY", headers={"If-None-Match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200
    for known in ("*", first.headers["etag"].removeprefix("W/"), f'"x", {first.headers["etag"]}'):
        assert (await api.get("/v1/countries/NOR", headers={"If-None-Match": known})).status_code == 304


@pytest.mark.parametrize("path", ["/v1/countries/NOR", "/v1/meetings.csv", "/healthz", "/v1/nobody"])
async def test_head_is_get_without_the_body(api: httpx.AsyncClient, path: str) -> None:
    whole, head = await api.get(path), await api.head(path)

    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]
    assert head.headers.get("etag") == whole.headers.get("etag")


async def test_long_answers_are_packed(api: httpx.AsyncClient) -> None:
    answer = await api.get("/openapi.json", headers={"Accept-Encoding": "gzip"})

    assert answer.headers["content-encoding"] == "gzip"
    assert answer.json()["openapi"].startswith("3.1")


async def test_a_large_body_is_refused(api: httpx.AsyncClient) -> None:
    """By its announced length, and when it comes in pieces without one."""
    body = b'{"text": "' + b"a" * 5_000_001 + b'"}'

    async def pieces():  # type: ignore[no-untyped-def]
        for start in range(0, len(body), 100_000):
            yield body[start : start + 100_000]

    json_type = {"Content-Type": "application/json"}
    check_problem(await api.post("/v1/articles", content=body, headers=json_type), 413)
    check_problem(await api.post("/v1/articles", content=pieces(), headers=json_type), 413)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"null", b"[]", b"1", b"\xff", b'{"text": "\\ud800"}', b'{"text": ""}', b"[" * 5_000]
)
async def test_a_body_that_is_no_article_is_refused(api: httpx.AsyncClient, body: bytes) -> None:
    answer = await api.post("/v1/articles", content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code in (400, 422)
    check_problem(answer, answer.status_code)


async def test_a_foreign_web_page_does_not_reach_a_local_service(api: httpx.AsyncClient) -> None:
    """It can make a browser send requests here, but under its own name or without the type JSON."""
    check_problem(await api.get("/v1/persons", headers={"Host": "evil.example.org"}), 421)
    plain = await api.post(
        "/v1/articles", content=b'{"text": "Some text."}', headers={"Content-Type": "text/plain"}
    )
    check_problem(plain, 422)
    assert "application/json" in plain.json()["what_to_do"]
    assert "access-control-allow-origin" not in plain.headers


@pytest.mark.parametrize("host", ["localhost:8480", "127.0.0.1", "[::1]:8480"])
async def test_a_local_service_goes_by_its_local_names(api: httpx.AsyncClient, host: str) -> None:
    assert (await api.get("/healthz", headers={"Host": host})).status_code == 200


async def test_a_fault_of_ours_tells_nothing_of_the_inside(
    news: Endpoint, app_over_news: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with client_of(app_over_news) as client:

        async def fail(*_: object, **__: object) -> None:
            raise RuntimeError("bolt://secret@host MATCH (n)")

        monkeypatch.setattr(app_over_news.state.questions, "row", fail)
        answer = await client.get("/v1/countries/NOR")

    check_problem(answer, 500)
    assert "secret" not in answer.text


async def test_the_figures_for_prometheus(api: httpx.AsyncClient) -> None:
    await api.get("/v1/countries/NOR")
    figures = (await api.get("/metrics")).text

    assert 'demarche_requests_total{method="GET",route="get_country",status="200"}' in figures
    assert 'demarche_graph_size{kind="persons"} 5.0' in figures
    assert 'demarche_query_seconds_count{outcome="ok",statement="country"}' in figures
    assert "demarche_database_up 1.0" in figures
    assert 'demarche_inbox_articles{state="waiting"} 0.0' in figures
    assert "demarche_inbox_oldest_seconds 0.0" in figures
    assert "demarche_queries_under_way 0.0" in figures
    assert 'demarche_recorded_last_minute{state="done"} 0.0' in figures
    last = next(line for line in figures.splitlines() if line.startswith("demarche_recorded_last_timestamp"))
    assert float(last.split()[1]) == RECORDED_AT.timestamp()


async def test_limits_follow_the_settings(news: Endpoint) -> None:
    app = create_app(AppSettings(page_limit=1, page_limit_max=2, body_limit=1_000), settings_of(news))
    async with client_of(app) as client:
        assert len((await client.get("/v1/persons")).json()["items"]) == 1
        assert len((await client.get("/v1/persons?limit=2")).json()["items"]) == 2
        check_problem(await client.get("/v1/persons?limit=3"), 422)
        check_problem(await client.post("/v1/articles", json={"text": "a" * 1_001}), 413)
