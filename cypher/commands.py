"""The commands of this room: is the graph right, mend it, take an article back, hand it out."""

from __future__ import annotations

from typing import Annotated

import typer

PROBLEM = 1


def verify() -> None:
    """Check the laws of the graph: every edge has a live claim, every count is right, nothing is left over.

    Changes nothing. The exit code is 1 where something is wrong; `demarche rebuild` mends it.

    Example: demarche verify
    """


def rebuild() -> None:
    """Compute everything that is derived again, from the ledger of articles and claims alone.

    Example: demarche rebuild
    """


def retract(
    article_id: Annotated[str, typer.Argument(help="The id of the article.", show_default=False)],
) -> None:
    """Take an article back: what only it said vanishes from the graph; what others say stays.

    Example: demarche retract a:ba7816bf8f01cfea4141
    """


def export() -> None:
    """Print the graph.

    Example: demarche export --format jsonl > graph.jsonl
    """
