"""The beginnings of lists, as pages show them beside other things."""

from __future__ import annotations

from app.dependencies import Page


def first(limit: int) -> Page:
    """The first page of a list, of which a link leads to the rest: its own cursor is not used."""
    return Page(limit, None, "")
