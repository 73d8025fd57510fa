"""The beginnings of lists, as pages show them beside other things."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

from app.dependencies import Page
from app.questions import Questions

Asked = dict[str, Awaitable[Any]]
"""Questions by the names of their answers."""


def first(limit: int) -> Page:
    """The first page of a list, of which a link leads to the rest: its own cursor is not used."""
    return Page(limit, None, "")


async def together(graph: Questions, /, **asked: Awaitable[Any]) -> dict[str, Any]:
    """The answers to several questions by their names, asked at once: a page takes as long as the slowest.

    One after the other where the graph is asked as it was, for all of that happens in one transaction.
    """
    if graph.is_past:
        return {name: await question for name, question in asked.items()}
    return dict(zip(asked, await asyncio.gather(*asked.values()), strict=True))
