"""`demarche draw`: the network around somebody as a picture for a report."""

from __future__ import annotations

import asyncio
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer


def draw(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="An id, or a name that one alone bears.")],
    depth: Annotated[int, typer.Option(min=1, max=3, help="How many links outward.")] = 1,
    nodes: Annotated[int, typer.Option(min=2, max=500, help="How many nodes at most.")] = 60,
    png: Annotated[bool, typer.Option("--png", help="A PNG, twice as large, instead of an SVG.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; standard output if not given.")
    ] = None,
) -> None:
    """Draw the network around a person, country or party as SVG or PNG: the picture that its page shows.

    Example: demarche draw Asante-Mensah --output asante.svg
    """
    picture = asyncio.run(_picture(person, depth, nodes, png=png))
    if output is None:
        sys.stdout.buffer.write(picture)
    else:
        output.write_bytes(picture)


async def _picture(person: str, depth: int, nodes: int, *, png: bool) -> bytes:
    # These take a second to load, which `--help` need not cost.
    from app.opening import open_graph_door
    from app.pages.drawing import as_png, drawing_of, picture
    from app.routes.network import network_around
    from app.settings import AppSettings
    from cypher.settings import DatabaseSettings

    async with open_graph_door(AppSettings(), DatabaseSettings(), lambda _: nullcontext()) as door:
        found = await network_around(door.questions, person, depth, nodes)
    names = {node.id: node.name for node in found.nodes}
    drawing = drawing_of(found.nodes, found.links, [found.around])
    title = f"Whom {names.get(found.around, person)} met"
    return as_png(drawing, title) if png else picture(drawing, title).encode()
