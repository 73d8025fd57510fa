"""All pages, and what they need: added to the API in one place."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from app.pages import (
    articles,
    countries,
    counts,
    desk,
    meetings,
    network,
    persons,
    places,
    series,
    sign_in,
    start,
)
from app.pages.addresses import STATIC
from app.pages.kept import KeptPages
from app.pages.rendering import STATIC_FOLDER
from app.pages.trial import Reading

# The counts come before a country, whose path would take them for its name.
ROUTERS = (start, persons, meetings, counts, countries, places, series, network, articles, desk, sign_in)


def add_pages(app: FastAPI) -> None:
    """Add the dashboard. The document of the API does not speak of it."""
    app.state.trial = Reading()
    app.state.kept_pages = KeptPages()
    for module in ROUTERS:
        app.include_router(module.router, include_in_schema=False)
    app.mount(STATIC, StaticFiles(directory=STATIC_FOLDER), name="static")
