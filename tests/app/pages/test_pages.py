"""The dashboard without a browser: what pages say, where their links lead, and who may send their forms."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from lxml import html
from starlette.responses import Response

from app.errors import DatabaseAway
from app.main import create_app
from app.pages.kept import KeptPages
from app.questions import Questions
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.inbox import Submission, lease_articles, receive_article, set_aside_article
from cypher.ledger import record_readings
from cypher.opening import bring_up_to_date
from tests.app.builders import KWAME, LEA, LENA, MIRELA, RECORDED_AT, TOMAS, more_news
from tests.app.conftest import PATIENT, client_of, settings_of
from tests.app.test_doors import ELSEWHERE, OPEN_TO_ALL, client_from, made_key

pytestmark = pytest.mark.asyncio(loop_scope="module")

FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
BROWSER = {"Accept": "text/html,*/*;q=0.8"}
MOST_PAGES = 150
FORBIDDEN = "//@style | //style | //script[not(@src)] | //@*[starts-with(name(), 'on')]"


def text_of(answer: httpx.Response) -> str:
    """What a page says, without its markup."""
    return " ".join(html.fromstring(answer.text).find(".//main").text_content().split())


def links_of(answer: httpx.Response) -> Iterator[str]:
    """Where the links of a page lead, on this service."""
    for address in html.fromstring(answer.text).xpath("//a/@href | //link/@href | //script/@src"):
        there = urljoin(str(answer.url), address)
        if urlsplit(there).netloc == "localhost":
            yield there.partition("#")[0]


async def test_every_link_of_every_page_leads_somewhere(api: httpx.AsyncClient) -> None:
    """Also those to JSON, CSV and the style; and no page holds what its own policy forbids."""
    waiting, seen = ["http://localhost/"], set[str]()
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.pop(0)
        # No article names Romania, so that the graph has nothing at its code beside the name of a minister.
        if address in seen or "/docs" in address or "/countries/ROU" in address:
            continue
        seen.add(address)
        answer = await api.get(address, headers=BROWSER)
        assert answer.status_code == 200, f"{address} says {answer.status_code}: {answer.text[:300]}"
        if answer.headers["content-type"].startswith("text/html"):
            page = html.fromstring(answer.text)
            assert not page.xpath(FORBIDDEN)
            assert "style-src 'self'" in answer.headers["content-security-policy"]
            assert page.xpath("//main//h1"), address
            waiting += links_of(answer)
    kinds = {urlsplit(address).path.split("/")[1] for address in seen}
    assert {"persons", "countries", "meetings", "places", "pair", "articles", "network", "v1"} <= kinds


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/", "Asante received Ibarra in Accra on 18 July."),
        ("/search?q=ibara", "Tomás Ibarra"),
        (f"/persons/{TOMAS.id}", "Foreign Minister, Uruguay"),
        ("/persons?party=Frente Claro", "A party of Uruguay"),
        (f"/persons/{LEA.id}/contacts?since=2024-05-01", "Tomás Ibarra"),
        (f"/pair?a={LEA.id}&b={TOMAS.id}", "Yes, 1 time in person, 2 May 2024. 2 independent sources say so"),
        (f"/pair/common?a={LEA.id}&b={KWAME.id}", "Tomás IbarraURY"),
        (f"/pair?a={LEA.id}&b={KWAME.id}", "Not yet, as far as the articles say; but it is planned."),
        (f"/pair?a={LEA.id}&b={MIRELA.id}", "No chain of people who met leads from one to the other"),
        ("/countries/URY", "strategic partnership"),
        ("/countries/NOR/with/URY", "1 meeting in person"),
        ("/countries/GHA/contacts", "Uruguay1 with Uruguay"),
        ("/countries/NOR/with/URY/balance", "1 meeting in person"),
        ("/countries/heat-map?since=2024-05-01", "The 3 that met most"),
        ("/series?country=URY", "July 202411"),
        ("/places/Accra", "2 meetings here"),
        ("/network?country=GHA", "2 nodes, 1 link"),
        (f"/network?around={TOMAS.id}", "Around Tomás Ibarra"),
        ("/upcoming?since=2024-09-01", "Brandt is to meet Asante in Accra"),
        ("/meetings?status=cancelled", "Lena Brandt"),
    ],
)
async def test_a_page_says_what_the_graph_knows(api: httpx.AsyncClient, address: str, said: str) -> None:
    answer = await api.get(address, headers=BROWSER)

    assert answer.status_code == 200
    assert said in text_of(answer)


async def test_what_takes_long_to_count_comes_after_its_page(
    api: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its place leads to a page of its own, of the same filters, which holds the part."""
    for limit in ("start.MOST_COUNTED", "persons.MOST_OF_PERSON", "countries.MOST_COUNTED"):
        monkeypatch.setattr(f"app.pages.{limit}", 0)
    news = {code: (await api.get(f"/v1/countries/{code}")).json()["articles"] for code in ("NOR", "URY")}
    fewer, more = sorted(news, key=lambda code: news[code])
    expected = {
        "/": ["/series"],
        f"/persons/{TOMAS.id}": [
            f"/persons/{TOMAS.id}/network",
            f"/series?person={TOMAS.id.replace(':', '%3A')}",
        ],
        "/countries?since=2024-05-01": ["/countries/heat-map?since=2024-05-01"],
        "/countries/URY": ["/countries/URY/contacts", "/series?country=URY"],
        "/countries/NOR/with/URY": [
            f"/countries/{fewer}/with/{more}/balance",
            f"/series?country={fewer}&with_country={more}",
        ],
    }
    for address, places in expected.items():
        found = html.fromstring((await api.get(address, headers=BROWSER)).text)
        assert sorted(found.xpath("//*[@data-later]/@data-later")) == sorted(places)
        assert sorted(found.xpath("//*[@data-later]//a/@href")) == sorted(places)
        for place in places:
            there = html.fromstring((await api.get(place, headers=BROWSER)).text)
            assert there.xpath("//*[@id='part']//*[self::table or self::svg or self::p]"), place


async def test_a_long_count_is_made_once_for_all_who_look_and_shown_again_for_a_minute() -> None:
    made = []

    async def count() -> Response:
        made.append(1)
        await asyncio.sleep(0)
        if len(made) == 2:
            raise LookupError
        return Response(f"count {len(made)}", headers={"X-Of": "the count"})

    pages = KeptPages(long_seconds=0.0)
    both = await asyncio.gather(pages.page("/one", count), pages.page("/one", count))
    again = await pages.page("/one", count)
    assert [bytes(page.body) for page in (*both, again)] == [b"count 1"] * 3
    assert again.headers["x-of"] == "the count"

    with pytest.raises(LookupError):
        await pages.page("/other", count)
    assert bytes((await pages.page("/other", count)).body) == b"count 3"

    short = KeptPages()
    await short.page("/one", count)
    assert bytes((await short.page("/one", count)).body) == b"count 5"


async def test_a_line_leads_to_its_sentence_in_the_article(api: httpx.AsyncClient) -> None:
    pair = await api.get(f"/pair?a={LEA.id}&b={TOMAS.id}")
    quote = html.fromstring(pair.text).xpath("//blockquote[contains(., 'in Montevideo on Thursday')]//a")[0]

    article = await api.get(quote.get("href"))

    marked = html.fromstring(article.text).xpath("//mark[@id='claim' and @class='chosen']")
    assert [mark.text_content() for mark in marked] == [quote.text_content()]
    assert quote.get("href").endswith("#claim")


async def test_empty_fields_of_a_form_do_not_stand_in_the_address(api: httpx.AsyncClient) -> None:
    answer = await api.get("/meetings?person=&since=&status=held")

    assert (answer.status_code, answer.headers["location"]) == (303, "/meetings?status=held")


async def test_an_ambiguous_name_is_answered_with_the_same_question_about_each(
    api: httpx.AsyncClient,
) -> None:
    answer = await api.get("/pair?a=Brandt&b=Ibarra", headers=BROWSER)

    assert answer.status_code == 409
    addresses = html.fromstring(answer.text).xpath("//main//ul//a/@href")
    assert f"/pair?a={LENA.id.replace(':', '%3A')}&b=Ibarra" in addresses
    assert (await api.get(addresses[0])).status_code == 200


async def test_an_unknown_name_says_what_to_do_and_programs_still_get_problem_details(
    api: httpx.AsyncClient,
) -> None:
    page = await api.get("/persons/Nemo", headers=BROWSER)
    problem = await api.get("/persons/Nemo")

    assert (page.status_code, problem.status_code) == (404, 404)
    assert "Look for it with the search above" in text_of(page)
    assert problem.headers["content-type"] == "application/problem+json"


async def test_while_the_database_is_away_a_page_says_when_to_try_again(
    api: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object, **__: object) -> None:
        raise DatabaseAway

    monkeypatch.setattr(Questions, "rows", away)

    answer = await api.get("/countries/heat-map?topic=trade", headers=BROWSER)

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "Try again in 5 seconds." in text_of(answer)
    assert "/countries/heat-map?topic=trade" in html.fromstring(answer.text).xpath("//main//a/@href")


async def test_the_next_page_of_a_list_leads_to_the_list_in_other_forms_with_every_filter(
    api: httpx.AsyncClient,
) -> None:
    begun = await api.get("/meetings?limit=1&status=held&status=planned", headers=BROWSER)
    (following,) = html.fromstring(begun.text).xpath("//a[@rel='next']/@href")
    after = await api.get(following, headers=BROWSER)
    forms = html.fromstring(after.text).xpath("//p[@class='formats']//a[starts-with(@href, '/v1')]/@href")

    assert after.status_code == 200
    query = "limit=1&status=held&status=planned"
    assert forms == [f"/v1/meetings?{query}", f"/v1/meetings.csv?{query}"]
    assert [(await api.get(form)).status_code for form in forms] == [200, 200]


async def test_a_page_of_the_past_keeps_to_it(api: httpx.AsyncClient) -> None:
    moment = RECORDED_AT.isoformat()
    for address in ("/persons", "/meetings"):
        answer = await api.get(address, params={"as_of": moment})

        assert "As it was on record at" in text_of(answer)
        inner = [there for there in links_of(answer) if "/persons/" in there]
        assert inner
        assert all("as_of=" in there for there in inner)
        forms = html.fromstring(answer.text).xpath("//form")
        assert [form.fields["as_of"] for form in forms] == [moment, moment]


async def test_a_page_that_is_loaded_again_unchanged_keeps_its_policy(api: httpx.AsyncClient) -> None:
    """What says "not modified" would else forbid its style and script."""
    page = await api.get("/sign-in", headers=BROWSER)

    again = await api.get("/sign-in", headers={**BROWSER, "If-None-Match": page.headers["etag"]})

    assert again.status_code == 304
    for header in ("content-security-policy", "referrer-policy"):
        assert again.headers[header] == page.headers[header]


async def test_names_are_text_and_never_markup(clean_database_for_module: Endpoint) -> None:
    async with client_of(create_app(PATIENT, settings_of(clean_database_for_module))) as client:
        answer = await client.get("/search", params={"q": "<script>alert(1)</script>"}, headers=BROWSER)

    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
    ],
)
@pytest.mark.parametrize(
    "path", ["/read", "/retract", "/desk/decisions", "/desk/decisions/undo", "/desk/aside", "/sign-in"]
)
async def test_a_form_from_another_page_changes_nothing(
    api: httpx.AsyncClient, path: str, headers: dict[str, str]
) -> None:
    form = {"text": "x", "save": "yes", "article": "visit", "kind": "merge", "key": "k"}
    form |= {"entity": LEA.id, "other": LENA.id, "decision": "d:1"}
    answer = await api.post(path, data=form, headers=headers)

    assert answer.status_code == 403
    assert answer.json()["type"] == "urn:demarche:problem:foreign-form"


async def test_who_comes_from_elsewhere_signs_in_and_does_what_the_key_covers(news: Endpoint) -> None:
    _, token = made_key(news, "read")
    async with client_from(ELSEWHERE, news, OPEN_TO_ALL) as client:
        refused = await client.get("/", headers=BROWSER)
        assert refused.status_code == 401
        assert "Sign in" in text_of(refused)
        assert (
            await client.post("/sign-in", data={"key": "demarche_no"}, headers=FROM_HERE)
        ).status_code == 401

        entered = await client.post("/sign-in", data={"key": token}, headers=FROM_HERE)

        cookie = entered.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert (await client.get("/", headers=BROWSER)).status_code == 200
        assert (await client.get("/v1/persons")).status_code == 200
        assert (await client.get("/desk", headers=BROWSER)).status_code == 403
        form = {"kind": "merge", "entity": LEA.id, "other": LENA.id}
        assert (await client.post("/desk/decisions", data=form, headers=FROM_HERE)).status_code == 403


async def test_a_key_in_a_cookie_changes_nothing_through_the_api(news: Endpoint) -> None:
    """No foreign page can have a browser write there, whatever it sends along."""
    _, token = made_key(news, "read", "write")
    async with client_from(ELSEWHERE, news, OPEN_TO_ALL) as client:
        await client.post("/sign-in", data={"key": token}, headers=FROM_HERE)

        assert (await client.get("/desk", headers=BROWSER)).status_code == 200
        assert (await client.post("/v1/articles", json={"text": "x"})).status_code == 401


async def test_the_desk_merges_keeps_apart_and_undoes(clean_database: Endpoint) -> None:
    with open_graph(clean_database) as graph:
        bring_up_to_date(graph)
        record_readings(graph, more_news(), datetime.now(UTC))
    async with client_of(create_app(PATIENT, settings_of(clean_database))) as client:
        desk = await client.get("/desk", headers=BROWSER)
        assert "Lea Brandt NOR and Lena Brandt NOR" in text_of(desk) or "Merge" in text_of(desk)
        form = {"kind": "merge", "entity": LEA.id, "other": LENA.id, "reason": "a misprint"}

        made = await client.post("/desk/decisions", data=form, headers=FROM_HERE)

        assert made.status_code == 303
        moved = await client.get(f"/persons/{LENA.id}", headers=BROWSER)
        assert (moved.status_code, moved.headers["location"]) == (308, f"/persons/{LEA.id}")
        desk = await client.get(made.headers["location"])
        decision = html.fromstring(desk.text).xpath("//input[@name='decision']/@value")[0]

        await client.post("/desk/decisions/undo", data={"decision": decision}, headers=FROM_HERE)

        assert (await client.get(f"/persons/{LENA.id}", headers=BROWSER)).status_code == 200
        assert "undone" in text_of(await client.get("/desk"))
        journal = text_of(await client.get("/desk/decisions"))
        assert "by desk Lena Brandt is Lea Brandt a misprint undone" in journal

        split = await client.get("/desk/split", params={"person": TOMAS.id}, headers=BROWSER)
        assert "On the same day Popa met Ibarra in Accra." in text_of(split)
        form = {"kind": "split", "entity": TOMAS.id, "article": "summit", "other": "", "reason": "a cousin"}

        parted = await client.post("/desk/decisions", data=form, headers=FROM_HERE)

        assert parted.status_code == 303
        desk = html.fromstring((await client.get(parted.headers["location"])).text)
        other = desk.xpath("//td[contains(., 'split from')]/a/@href")[0]
        assert "Mirela Popa" in text_of(await client.get(other))
        assert "Mirela Popa" not in text_of(await client.get(f"/persons/{TOMAS.id}/contacts"))
        compared = await client.get("/desk", params={"person": LEA.id, "other": "Lena Brandt"})
        assert "Is Lena Brandt NOR the same person?" in text_of(compared)


async def test_the_desk_lets_articles_that_were_set_aside_be_read_again_or_drops_them(
    clean_database: Endpoint,
) -> None:
    keys = ["damaged-1", "damaged-2", "damaged-3"]
    with open_graph(clean_database) as graph:
        bring_up_to_date(graph)
        for key in keys:
            receive_article(graph, Submission(key, key, key), RECORDED_AT)
        for lease in lease_articles(graph, 3, RECORDED_AT, 60):
            set_aside_article(graph, lease, "nothing but noise")
    async with client_of(create_app(PATIENT, settings_of(clean_database))) as client:

        async def states() -> list[str]:
            return [(await client.get(f"/v1/articles/{key}")).json()["state"] for key in keys]

        desk = await client.get("/desk", headers=BROWSER)
        assert "3 set aside" in text_of(desk)
        assert "damaged-1 nothing but noise" in text_of(desk)

        form = {"article": keys, "retry": keys[0]}
        again = await client.post("/desk/aside", data=form, headers=FROM_HERE)

        assert again.headers["location"] == "/desk?retried=1#aside"
        assert await states() == ["waiting", "set_aside", "set_aside"]
        await client.post("/desk/aside", data={"article": keys, "all": "drop"}, headers=FROM_HERE)

        # The first, which waits by now, was still in the form.
        assert await states() == ["retracted", "retracted", "retracted"]
        assert (await client.get("/v1/inbox")).json()["set_aside"] == 0
        audit = (await client.get("/v1/audit")).json()["items"]
        assert [one["action"] for one in audit].count("article.dropped") == 3


async def test_a_pasted_article_shows_its_claims_and_is_saved_only_when_asked(
    clean_database: Endpoint,
) -> None:
    article = {
        "text": "Oslo, 9 May 2024: Torstein Bakke, the Foreign Minister of Norway, received the Ghanaian "
        "President, Kwabena Asante-Mensah, on Tuesday for talks on fisheries.",
        "published": "2024-05-09",
    }
    async with client_of(create_app(PATIENT, settings_of(clean_database))) as client:
        empty = await client.get("/", headers=BROWSER)
        assert "The graph is empty" in text_of(empty)

        tried = await client.post("/read", data=article, headers=FROM_HERE)

        assert "Torstein Bakke (NOR) – Kwabena Asante-Mensah (GHA)" in text_of(tried)
        assert "7 May 2024" in text_of(tried)
        assert (await client.get("/v1/articles?state=waiting")).json()["items"] == []

        saved = await client.post("/read", data={**article, "save": "yes"}, headers=FROM_HERE)

        assert saved.status_code == 303
        there = await client.get(saved.headers["location"], headers=BROWSER)
        assert "It waits to be read by a worker" in text_of(there)

        nothing = await client.post("/read", data={"text": " "}, headers=FROM_HERE)
        assert nothing.status_code == 422
        assert "This cannot be read yet" in text_of(nothing)
