"""The dashboard in a real Chromium: what a person does there, without an error in the console.

Skipped where there is no Chromium; the package `chromium` of Debian or an installed Chrome will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from app.main import create_app
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.ledger import record_readings
from cypher.opening import bring_up_to_date
from ingest.write import to_rows
from tests.app.builders import LEA, TOMAS, more_news
from tests.app.conftest import PATIENT, serving, settings_of
from tests.app.pages.chromium import CHROMIUM, chromium

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium or Chrome is installed")

ARTICLE = (
    "Torstein Bakke, the Foreign Minister of Norway, received the Ghanaian President, Kwabena Asante-Mensah, "
    "in Oslo on 7 May 2024."
)


VISIT = Path(__file__).parents[2] / "articles" / "visit.txt"
COUNT_CLICKS = """addEventListener("click", () => {
  sessionStorage.setItem("clicks", Number(sessionStorage.getItem("clicks")) + 1);
}, { capture: true });"""

# A server that has just started plans every question anew, on a busy machine for seconds.
PATIENCE = 60_000.0
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def url(clean_database_for_module: Endpoint) -> Iterator[str]:
    """The dashboard over `more_news` and the article of the README, on a free port of this machine."""
    with open_graph(clean_database_for_module) as graph:
        bring_up_to_date(graph)
        from tests.ingest.reading import read  # its parser takes seconds to load

        now = datetime.now(UTC)
        visit = to_rows(read(VISIT.read_text(encoding="utf-8"), None), now, "test")
        record_readings(graph, [*more_news(), visit], now)
    endpoint = clean_database_for_module
    settings = settings_of(endpoint).model_copy(update={"neo4j_browser": endpoint.browser})
    with serving(create_app(PATIENT, settings)) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for all tests here."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """A page without a history; a word in its console at the end fails the test."""
    context = browser.new_context(base_url=url, viewport={"width": 1200, "height": 900})
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    told: list[str] = []
    opened.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
    opened.on("pageerror", lambda error: told.append(str(error)))
    yield opened
    context.close()
    assert told == []


def clicks_for(page: Page) -> int:
    """How many clicks it took since the start was opened."""
    return int(page.evaluate("sessionStorage.getItem('clicks')"))


def test_the_questions_of_the_readme_are_answered_within_three_clicks(page: Page) -> None:
    page.add_init_script(COUNT_CLICKS)

    def begin() -> None:
        page.goto("/")
        page.evaluate("sessionStorage.setItem('clicks', 0)")

    def find_the_president() -> None:
        begin()
        page.get_by_label("Search people").fill("Ghanaian President")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("link", name="Kwabena Asante-Mensah").first.click()

    find_the_president()
    met = page.get_by_role("region", name="Whom they met").get_by_role("row", name=re.compile("Bakke"))
    expect(met).to_contain_text("7 May 2024")
    assert clicks_for(page) == 2

    expect(page.get_by_role("region", name="Planned")).to_contain_text("Ingrid Solbakken")

    met.get_by_text("1 source").click()
    expect(met).to_contain_text("received the Ghanaian President on Tuesday for talks on fisheries.")
    assert clicks_for(page) == 3

    begin()
    page.get_by_role("navigation").get_by_role("link", name="Countries").click()
    page.get_by_role("rowheader", name="Norway").get_by_role("link").first.click()
    expect(page.get_by_role("region", name="Who speaks for it")).to_contain_text("Torstein Bakke")
    assert clicks_for(page) == 2

    begin()
    page.get_by_role("navigation").get_by_role("link", name="Add an article").click()
    page.get_by_label("Text").fill(ARTICLE)
    page.get_by_role("button", name="See what it says").click()
    expect(page.get_by_text("Torstein Bakke (NOR) – Kwabena Asante-Mensah (GHA) in Oslo")).to_be_visible()
    assert clicks_for(page) <= 3  # one of them may be into the field


def test_search_leads_to_a_person_and_on_to_the_sentence(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Search people").fill("ibara")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Tomás Ibarra").first.click()
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Lea Brandt"))
    row.get_by_text(re.compile("source")).click()
    row.get_by_role("link", name="Lea Brandt met Tomás Ibarra in Montevideo").click()

    expect(page.locator("mark#claim")).to_have_text("Lea Brandt met Tomás Ibarra in Montevideo on Thursday.")
    expect(page.locator("mark#claim")).to_be_in_viewport()


def test_names_are_completed_as_one_writes(page: Page) -> None:
    page.goto("/pair")
    page.get_by_label("One", exact=True).press_sequentially("asan")

    expect(page.locator("#found option[value='Kwame Asante']")).to_be_attached()


def test_the_network_is_filtered_and_expanded_without_a_new_page(page: Page) -> None:
    """Its address can be shared all the same, and the way back leads through every step."""
    page.goto("/network")
    page.evaluate("window.stayed = true")
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Country", exact=True).fill("Ghana")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"/network\?country=Ghana$"))
    expect(page.locator("svg.network .node")).to_have_count(4)

    page.get_by_role("link", name=re.compile("Expand")).first.click()
    expect(page).to_have_url(re.compile(r"/network\?around="))
    expect(page.locator("svg.network .node.centre")).to_have_count(1)
    page.go_back()

    expect(page.locator("svg.network .node")).to_have_count(4)
    assert page.evaluate("window.stayed")


def test_the_slider_shows_who_met_in_a_period_and_its_address_can_be_shared(page: Page) -> None:
    page.goto("/network")
    faded = page.locator("svg.network line.faded")
    in_july = page.locator("svg.network line", has_text="Tomás Ibarra – Kwame Asante")
    in_may = page.locator("svg.network line", has_text="Tomás Ibarra – Lea Brandt")
    expect(page.get_by_role("slider", name="From")).to_have_attribute("aria-valuetext", "May 2024")
    expect(faded).to_have_count(0)

    page.get_by_role("slider", name="To").focus()
    page.keyboard.press("Home")
    expect(page.locator(".slider output")).to_contain_text("May 2024 to May 2024")
    expect(in_july).to_have_class(re.compile("faded"))
    expect(in_may).not_to_have_class(re.compile("faded"))
    expect(page).to_have_url(re.compile(r"/network#2024-05\.\.2024-05$"))
    page.reload()
    expect(in_july).to_have_class(re.compile("faded"))
    page.get_by_role("slider", name="To").focus()
    page.keyboard.press("End")

    expect(faded).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/network$"))


def test_a_node_shows_its_ties_and_expands_without_a_new_page(page: Page) -> None:
    page.goto(f"/network?around={TOMAS.id}")
    page.evaluate("window.stayed = true")
    node = page.locator("svg.network .node", has_text="Kwame Asante")
    node.locator("circle").first.hover()
    expect(page.locator("svg.network line.near").first).to_be_attached()

    node.get_by_label("Expand Kwame Asante").click()

    expect(page.locator("svg.network .node.centre")).to_have_count(2)
    assert page.evaluate("window.stayed")


def test_a_network_can_be_zoomed_and_its_nodes_be_moved(page: Page) -> None:
    page.goto(f"/network?around={TOMAS.id}")
    network = page.locator("svg.network")
    before = network.get_attribute("viewBox")
    page.get_by_role("button", name="Closer").click()
    assert network.get_attribute("viewBox") != before

    page.get_by_role("button", name="All").click()
    assert network.get_attribute("viewBox") == before
    node = network.locator(".node.centre")
    place = node.get_attribute("transform")
    node.scroll_into_view_if_needed()
    box = node.locator("circle").first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 55, y + 35, steps=4)
    page.mouse.up()

    assert node.get_attribute("transform") != place
    assert "/network?around=" in page.url


def test_a_page_opens_the_neo4j_browser_with_its_question_which_draws(
    browser: Browser, url: str, clean_database_for_module: Endpoint
) -> None:
    endpoint = clean_database_for_module
    if endpoint.browser is None or endpoint.password is None:
        pytest.skip("the server of the tests has no Browser that is known")
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{url}/persons/{TOMAS.id}")

    page.get_by_role("link", name="Open in Neo4j Browser").click()
    page.get_by_test_id("username").fill(endpoint.user)
    page.get_by_test_id("password").fill(endpoint.password.get_secret_value())
    page.get_by_test_id("connect").click()
    page.get_by_text("Getting started with Neo4j Browser").wait_for()
    page.get_by_test_id("editor-Run").click()

    drawn = page.locator("svg g.node").filter(has_text="Asante")
    expect(drawn).to_have_count(1)
    page.close()


def test_an_article_is_pasted_and_saved(page: Page, url: str) -> None:
    page.goto("/read")
    page.get_by_label("Text").fill(ARTICLE)
    page.get_by_role("button", name="See what it says").click()
    expect(page.get_by_text("Torstein Bakke (NOR) – Kwabena Asante-Mensah (GHA) in Oslo")).to_be_visible()
    form = {"text": ARTICLE, "json": "yes"}
    facts = page.request.post("/read", form=form, headers={"Origin": url}).json()
    assert "meeting" in {claim["kind"] for claim in facts["claims"]}
    page.get_by_role("button", name="Save it").click()

    expect(page.get_by_role("status")).to_contain_text("It waits to be read")


def test_two_are_merged_and_parted_again(page: Page) -> None:
    page.goto("/desk")
    page.get_by_role("button", name=re.compile("Merge L.*Brandt and L.*Brandt")).click()
    expect(page.get_by_role("status")).to_contain_text("Decided")
    page.get_by_role("button", name=re.compile("Undo")).first.click()

    expect(page.get_by_role("status")).to_contain_text("Undone")
    expect(page.get_by_role("button", name=re.compile("Merge L.*Brandt and L.*Brandt"))).to_be_visible()


def tab_to(page: Page, name: str) -> None:
    """Go from one thing to the next by the key alone, until one whose words begin with these is reached."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("(document.activeElement.innerText ?? '').trim()").startswith(name):
            return
    raise AssertionError(f"no way to {name!r} by the keyboard")


def test_all_of_it_goes_by_the_keyboard(page: Page) -> None:
    """From the start to the sentence in its article, without a mouse."""
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Search people")).to_be_focused()
    page.keyboard.type("ibarra")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=ibarra")
    tab_to(page, "Tomás Ibarra")
    page.keyboard.press("Enter")
    page.wait_for_url("**/persons/**")
    tab_to(page, "2 sources")
    page.keyboard.press("Enter")
    tab_to(page, "Lea Brandt met Tomás Ibarra in Montevideo")
    page.keyboard.press("Enter")

    expect(page.locator("mark#claim")).to_be_in_viewport()


def test_what_takes_long_to_count_comes_into_its_place(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server runs in this process, so that even a small graph can be too large for it."""
    for module in ("start", "countries"):
        monkeypatch.setattr(f"app.pages.{module}.MOST_COUNTED", 0)
    page.goto("/")
    expect(page.locator(".later .chart svg")).to_be_visible()

    monkeypatch.setattr("app.pages.persons.MOST_OF_PERSON", 0)
    page.goto(f"/persons/{TOMAS.id}")
    network = page.locator(".later", has=page.locator("svg.network"))
    expect(network.get_by_role("button", name="Closer")).to_be_visible()

    page.goto("/countries/URY")
    expect(page.locator(".later").get_by_role("rowheader", name="Norway")).to_be_visible()


EVERY_PAGE = (
    "/",
    "/search?q=brandt",
    "/search?q=nobodyatall",
    "/persons",
    f"/persons/{TOMAS.id}",
    f"/persons/{TOMAS.id}/contacts",
    f"/persons/{TOMAS.id}/timeline",
    f"/persons/{TOMAS.id}/network",
    "/persons/Nemo",
    f"/pair?a={LEA.id}&b={TOMAS.id}",
    f"/pair/common?a={LEA.id}&b={TOMAS.id}",
    "/pair?a=Brandt&b=Ibarra",
    "/meetings?status=held",
    "/upcoming",
    "/countries",
    "/countries/heat-map",
    "/countries/URY",
    "/countries/URY/contacts",
    "/countries/NOR/with/URY",
    "/countries/NOR/with/URY/balance",
    "/places/Accra",
    "/series",
    "/network",
    "/articles/talks-1",
    "/read",
    "/desk",
    "/desk/candidates",
    "/desk/decisions",
    f"/desk/split?person={TOMAS.id}",
    "/sign-in",
)


def test_nobody_is_kept_out(browser: Browser, url: str) -> None:
    """By axe, on a phone and in both colours; and nothing stands beyond the edge of the phone."""
    context = browser.new_context(base_url=url, viewport={"width": 390, "height": 844}, color_scheme="light")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/meetings")
    one_meeting = page.locator(".meeting .when a").first.get_attribute("href") or ""
    found = {}
    for address in (*EVERY_PAGE, one_meeting):
        page.emulate_media(color_scheme="light")
        page.goto(address)
        for summary in page.locator("summary").all():
            summary.click()
        # What the colours do not touch need not be looked at twice.
        checked = Axe().run(page).response["violations"]
        page.emulate_media(color_scheme="dark")
        checked += Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
        serious = [
            (one["id"], one["nodes"][0]["html"][:200])
            for one in checked
            if one["impact"] in ("serious", "critical")
        ]
        beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if serious or beyond > 0:
            found[address] = (serious, beyond)
    context.close()
    assert found == {}
