"""Measures in a real browser how soon pages can be read, and how soon what is clicked is there.

Over a data folder that `cypher.invented.loading.load_world` has filled with so many people, such as 100,000:

    DEMARCHE_HOME=FOLDER DEMARCHE_NEO4J_MEMORY=2G DEMARCHE_NEO4J_PAGE_CACHE=2G \\
        python3 .ci/venv.py python -m tests.app.pages.speed 100000

Each page is opened by a browser without a cache, and each link clicked, several times over: the first time
pays for plans and caches of the database and is told apart. Times are those of the browser itself, in
milliseconds: from the start of the navigation, or from the click, to the first paint with content. The exit
code is 1 if a median is too long. Parts of pages that take long to count come later; how much later is told
beside them: the first time they are counted, and then shown again as they were counted a moment ago.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from urllib.parse import quote

import typer
from playwright.sync_api import Browser, Locator, Page

from app.main import create_app
from app.settings import AppSettings
from cypher.connect import database
from cypher.invented.world import World
from cypher.settings import DatabaseSettings
from tests.app.conftest import serving
from tests.app.pages.chromium import chromium

ROUNDS = 5
MOST_FOR_PAINT, MOST_FOR_CLICK = 1_000.0, 300.0
PATIENCE = 120_000.0

_PAINTED = "performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime"
_HAS_PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0"
_NOTE_CLICKS = """addEventListener("click", () => {
  sessionStorage.setItem("clicked", performance.timeOrigin + performance.now());
  const part = document.getElementById("part");
  if (part) new MutationObserver(() => requestAnimationFrame(() => {
    window.shown = performance.timeOrigin + performance.now();
  })).observe(part.parentNode, { childList: true });
}, { capture: true });"""


@dataclass(frozen=True, slots=True)
class Click:
    """Something to click: from which page, what, and whether only a part of the page changes."""

    name: str
    start: str
    what: Callable[[Page], Locator]
    is_part: bool = False


def pages_of(world: World) -> dict[str, str]:
    """Addresses by what they show; of people the busiest, and one in the middle."""
    busiest, second, quiet = (world.people[rank] for rank in (0, 1, len(world.people) // 2))
    key, other, country = quote(busiest.id, safe=":"), quote(second.id, safe=":"), busiest.country
    return {
        "start": "/",
        "search": f"/search?q={quote(second.name)}",
        "the busiest person": f"/persons/{key}",
        "a quiet person": f"/persons/{quote(quiet.id, safe=':')}",
        "contacts of the busiest": f"/persons/{key}/contacts",
        "timeline of the busiest": f"/persons/{key}/timeline",
        "a pair": f"/pair?a={key}&b={other}",
        "people": "/persons",
        "meetings": "/meetings",
        "meetings of a country": f"/meetings?country={country}",
        "what is coming": "/upcoming",
        "countries": "/countries",
        "the busiest country": f"/countries/{country}",
        "a pair of countries": f"/countries/{country}/with/{second.country}",
        "a quiet pair of countries": f"/countries/{country}/with/{world.countries[-1]}",
        "a place": f"/places/{quote(world.places[country][0].id, safe=':')}",
        "network": "/network",
        "network of a country": f"/network?country={country}",
        "network around the busiest": f"/network?around={key}",
        "review desk": "/desk",
        "an article": "/articles/a:1-1000-0",
        "paste an article": "/read",
    }


def clicks_of(pages: dict[str, str]) -> Iterator[Click]:
    """What people click, page by page."""
    yield Click("start: what is new", pages["start"], lambda page: page.locator(".news a").first)
    yield Click("meetings: a meeting", pages["meetings"], lambda page: page.locator(".meetings a").first)
    yield Click(
        "start: a pair", pages["start"], lambda page: page.locator("[aria-labelledby=pairs] td a").first
    )
    yield Click("search: a person", pages["search"], lambda page: page.locator("table a").first)
    person = pages["the busiest person"]
    yield Click("person: a contact", person, lambda page: page.locator("tbody th a").first)
    yield Click("person: how often", person, lambda page: page.locator("tbody td.number a").first)
    yield Click("person: all contacts", person, lambda page: page.locator(".lead a").first)
    yield Click("person: the timeline", person, lambda page: page.locator(".lead a").nth(1))
    yield Click("person: a bar of the chart", person, lambda page: page.locator(".chart a").last)
    yield Click(
        "contacts: the next ones", pages["contacts of the busiest"], lambda page: page.locator("[rel=next]")
    )
    yield Click("pair: a meeting", pages["a pair"], lambda page: page.locator(".meeting .when a").first)
    yield Click("meetings: the next ones", pages["meetings"], lambda page: page.locator("[rel=next]"))
    yield Click("countries: a cell", pages["countries"], lambda page: page.locator(".heat td a").first)
    yield Click(
        "country: another", pages["the busiest country"], lambda page: page.locator("tbody th a").first
    )
    yield Click(
        "network: expand", pages["network"], lambda page: page.get_by_text("Expand").first, is_part=True
    )


def opened(browser: Browser, address: str) -> tuple[Page, float]:
    """A page in a browser without a history, and how long it took to its first paint."""
    # What waits here for something in the page is evaluated there, which the policy of the pages forbids.
    page = browser.new_context(viewport={"width": 1200, "height": 900}, bypass_csp=True).new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(_NOTE_CLICKS)
    page.goto(address, wait_until="commit")
    page.wait_for_function(_HAS_PAINTED)
    return page, float(page.evaluate(f"{_PAINTED} - performance.timeOrigin"))


def until_whole(page: Page) -> float:
    """How long it took until the parts of a page that come later were there; 0 if it has none."""
    page.wait_for_load_state()
    if not page.locator("[data-later]").count():
        return 0.0
    page.wait_for_function("!document.querySelector('[aria-busy]')")
    return float(page.evaluate("performance.now()"))


def clicked(browser: Browser, base: str, click: Click) -> float:
    """How long it takes from a click until what it leads to is painted."""
    page, _ = opened(browser, base + click.start)
    page.wait_for_load_state()
    click.what(page).scroll_into_view_if_needed()
    before = page.url
    click.what(page).click(no_wait_after=True)
    if click.is_part:
        page.wait_for_function("window.shown")
        shown = "window.shown"
    else:
        page.wait_for_url(lambda url: url != before, wait_until="commit")
        page.wait_for_function(_HAS_PAINTED)
        shown = _PAINTED
    took = float(page.evaluate(f"{shown} - Number(sessionStorage.getItem('clicked'))"))
    page.context.close()
    return took


def main(people: int) -> int:
    """Measure everything, tell it line by line, and say whether all of it is fast enough."""
    pages = pages_of(World(people))
    slow = 0
    settings, database_settings = AppSettings(question_seconds=120, answer_seconds=120), DatabaseSettings()
    with (
        database(database_settings),
        serving(create_app(settings, database_settings)) as base,
        chromium() as browser,
    ):
        typer.echo(f"{'':34}{'first':>8}{'median':>8}{'worst':>8}")
        for name, address in pages.items():
            took, whole = [], []
            for _ in range(ROUNDS + 1):
                page, milliseconds = opened(browser, base + address)
                took.append(milliseconds)
                whole.append(until_whole(page))
                page.context.close()
            later = max(whole) > 0
            told = f"  parts after {whole[0]:.0f}, then {median(whole[1:]):.0f}" if later else ""
            slow += tell(name, took, MOST_FOR_PAINT, told)
        for click in clicks_of(pages):
            slow += tell(
                f"click {click.name}",
                [clicked(browser, base, click) for _ in range(ROUNDS + 1)],
                MOST_FOR_CLICK,
            )
    typer.echo(f"{slow} too slow" if slow else "all fast enough")
    return 1 if slow else 0


def tell(name: str, took: list[float], most: float, beside: str = "") -> bool:
    """Print one line; True if the median of all but the first is over the limit."""
    first, *others = took
    is_slow = median(others) > most
    told = "  too slow" if is_slow else ""
    typer.echo(f"{name:34}{first:8.0f}{median(others):8.0f}{max(others):8.0f}{told}{beside}")
    return is_slow


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
