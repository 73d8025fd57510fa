"""Makes the pictures of the README anew, by a real browser over the real stack and an invented year of news.

python3 .ci/venv.py python -m tests.app.pages.pictures
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from playwright.sync_api import Page

from app.main import create_app
from cypher.graph import open_graph
from cypher.ledger import record_readings
from cypher.opening import bring_up_to_date, passing_database
from tests.app.conftest import PATIENT, serving, settings_of
from tests.app.pages.chromium import chromium
from tests.app.pages.showcase import showcase

FOLDER = Path(__file__).parent / "pictures"
QUALITY = 70
PRESIDENT = "/persons/person:GHA:showcase-0"


def _start(page: Page) -> None:
    page.goto("/")


def _person(page: Page) -> None:
    page.goto(PRESIDENT)
    page.locator("#contacts ~ .scroll summary").first.click()


def _network(page: Page) -> None:
    page.goto("/network")
    page.locator(".slider input").first.focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    page.locator(".node", has_text="Torstein Bakke").locator("circle").first.hover()


def _pair(page: Page) -> None:
    page.goto("/pair?a=person:GHA:showcase-0&b=person:NOR:showcase-2")
    page.locator("summary").first.click()


PICTURES: dict[str, tuple[Callable[[Page], None], int, int, str]] = {
    "start": (_start, 1200, 820, "light"),
    "person": (_person, 1200, 1000, "light"),
    "network": (_network, 1200, 980, "dark"),
    "phone": (_pair, 390, 820, "light"),
}
"""What each shows: how one comes there, its width and height, and its colours."""


def main() -> None:
    """Make all of them."""
    FOLDER.mkdir(exist_ok=True)
    with passing_database() as endpoint:
        with open_graph(endpoint) as graph:
            bring_up_to_date(graph)
            record_readings(graph, showcase(date.today()), datetime.now(UTC))
        with serving(create_app(PATIENT, settings_of(endpoint))) as url, chromium() as browser:
            for name, (come, width, height, colours) in PICTURES.items():
                context = browser.new_context(
                    base_url=url,
                    viewport={"width": width, "height": height},
                    color_scheme=colours,  # type: ignore[arg-type]
                )
                page = context.new_page()
                page.set_default_timeout(120_000)
                come(page)
                # Whatever was clicked, a picture begins with the heading, and stands still.
                page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
                page.wait_for_timeout(500)
                # Playwright itself writes no WebP, which takes a third of a PNG.
                taken = context.new_cdp_session(page).send(
                    "Page.captureScreenshot", {"format": "webp", "quality": QUALITY}
                )
                (FOLDER / f"{name}.webp").write_bytes(base64.b64decode(taken["data"]))
                context.close()


if __name__ == "__main__":
    main()
