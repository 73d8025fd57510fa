"""Networks as SVG: where each node stands is found here, how it looks is said by the style of the pages."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import rustworkx
from jinja2 import Environment, FileSystemLoader, Template

from app.models.answers import NetworkLink, Node
from app.pages.rendering import FOLDER

WIDTH, HEIGHT = 960, 640
_MARGIN, _SIDE_MARGIN = 34, 95
"""Room for the names at the edges."""
_LEAST_HEIGHT = 260
_SEED = 20
_ALL_LABELLED = 40
"""Beyond so many nodes only the best connected bear their names; the others tell theirs when pointed at."""
_KINDS = {"met_with": "met"}


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node at its place."""

    number: int
    id: str
    name: str
    kind: str
    x: float
    y: float
    radius: float
    is_labelled: bool
    is_centre: bool
    ties: int


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """A link between two places."""

    source: DrawnNode
    target: DrawnNode
    kind: str
    weight: int
    label: str | None
    width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A network with the places of its nodes, in the order of their ids."""

    nodes: tuple[DrawnNode, ...]
    links: tuple[DrawnLink, ...]
    width: int
    height: int


def drawing_of(nodes: Sequence[Node], links: Sequence[NetworkLink], centres: Iterable[str] = ()) -> Drawing:
    """A drawing of a network; the same network always looks the same.

    Those with many ties stand in the middle of theirs, as springs and repulsion put them.
    """
    middle = set(centres)
    ordered = sorted(nodes, key=lambda node: node.id)
    places, height = _places([node.id for node in ordered], links)
    ties: Counter[str] = Counter()
    for link in links:
        ties.update((link.source, link.target))
    loudest = {key for key, _ in sorted(ties.items(), key=lambda tie: (-tie[1], tie[0]))[:_ALL_LABELLED]}
    drawn = {
        node.id: DrawnNode(
            number=number,
            id=node.id,
            name=node.name,
            kind=node.kind,
            x=round(places[node.id][0], 1),
            y=round(places[node.id][1], 1),
            radius=round(6 + 2.2 * math.sqrt(ties[node.id]) + (3 if node.id in middle else 0), 1),
            is_labelled=len(ordered) <= _ALL_LABELLED or node.id in loudest or node.id in middle,
            is_centre=node.id in middle,
            ties=ties[node.id],
        )
        for number, node in enumerate(ordered)
    }
    return Drawing(
        nodes=tuple(drawn.values()),
        links=tuple(
            DrawnLink(
                source=drawn[link.source],
                target=drawn[link.target],
                kind=_KINDS.get(link.kind, link.kind),
                weight=link.weight,
                label=link.label,
                width=round(1 + min(7.0, math.log2(max(link.weight, 1))), 1),
            )
            for link in sorted(links, key=lambda one: (one.source, one.target, one.kind))
            if link.source in drawn and link.target in drawn
        ),
        width=WIDTH,
        height=round(height),
    )


def _places(
    keys: Sequence[str], links: Sequence[NetworkLink]
) -> tuple[dict[str, tuple[float, float]], float]:
    """Where each node stands, and how high the drawing is.

    Those who are joined stand together, in a box for themselves; the boxes stand in rows, the largest first.
    """
    graph: rustworkx.PyGraph[str, float] = rustworkx.PyGraph()
    numbers = dict(zip(keys, graph.add_nodes_from(list(keys)), strict=True))
    graph.add_edges_from(
        [
            (numbers[link.source], numbers[link.target], 1.0 + math.log2(max(link.weight, 1)))
            for link in sorted(links, key=lambda one: (one.source, one.target, one.kind))
            if link.source in numbers and link.target in numbers and link.source != link.target
        ]
    )
    parts = sorted((sorted(part) for part in rustworkx.connected_components(graph)), key=_largest_first)
    places: dict[str, tuple[float, float]] = {}
    left = top = row_height = 0.0
    for part in parts:
        width, height = _box(len(part), alone=len(parts) == 1)
        if left and left + width > WIDTH:
            left, top, row_height = 0.0, top + row_height, 0.0
        for number, (x, y) in _laid_out(graph, part, width, height).items():
            places[keys[number]] = (left + x, top + y)
        left, row_height = left + width, max(row_height, height)
    return places, top + row_height


def _largest_first(part: Sequence[int]) -> tuple[int, int]:
    return -len(part), part[0]


def _box(nodes: int, *, alone: bool) -> tuple[float, float]:
    """Width and height for some nodes and their names."""
    if alone:
        return WIDTH, max(_LEAST_HEIGHT, min(HEIGHT, 90 * nodes))
    return min(WIDTH, 200 * math.sqrt(nodes / 2)), min(HEIGHT, 110 * math.sqrt(nodes / 2))


def _laid_out(
    graph: rustworkx.PyGraph[str, float], part: Sequence[int], width: float, height: float
) -> dict[int, tuple[float, float]]:
    """Where nodes that are joined stand within their box, as springs and repulsion put them."""
    alone = graph.subgraph(list(part))
    found = rustworkx.spring_layout(
        alone, seed=_SEED, num_iter=200, k=1.6 / math.sqrt(len(part)), weight_fn=float
    )
    xs, ys = [place[0] for place in found.values()], [place[1] for place in found.values()]
    return {
        number: (
            _scaled(found[inner][0], min(xs), max(xs), width, _SIDE_MARGIN),
            _scaled(found[inner][1], min(ys), max(ys), height, _MARGIN),
        )
        for inner, number in enumerate(part)
    }


def _scaled(value: float, least: float, most: float, size: float, margin: float) -> float:
    if most - least < 1e-9:
        return size / 2
    return margin + (value - least) / (most - least) * (size - 2 * margin)


def picture(drawing: Drawing, title: str) -> str:
    """A drawing as a file of its own, with its style within it."""
    style = (FOLDER / "static" / "drawing.css").read_text(encoding="utf-8")
    return _picture_template().render(drawing=drawing, title=title, style=style)


@cache
def _picture_template() -> Template:
    environment = Environment(loader=FileSystemLoader(FOLDER / "templates"), autoescape=True)
    return environment.get_template("picture.svg")
