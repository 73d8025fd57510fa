"""Networks as SVG: where each node stands is found here, how it looks is said by the style of the pages."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import resvg_py
import rustworkx
from jinja2 import Environment, FileSystemLoader, Template
from rich.cells import cell_len, set_cell_size

from app.models.answers import NetworkLink, Node
from app.pages.rendering import FOLDER

WIDTH, HEIGHT = 1100, 700
_MARGIN, _SIDE_MARGIN = 34, 95
"""Room for the names at the edges."""
_LEAST_HEIGHT = 260
_SEED = 20
_LETTER, _LINE = 7.8, 15.0
"""About how wide a letter of a name is, and how high a line: names must not run into each other."""
_LONGEST_LABEL = 26
"""In letters; a Chinese character is as wide as two, and a mark upon another letter has no width."""
_SCALES = (2.0, 1.75, 1.5, 1.25, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
_KINDS = {"met_with": "met"}
_PNG_ZOOM = 2
_VARIABLE = re.compile(r"(--[\w-]+): ([^;]+);")
_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}")


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

    @property
    def label(self) -> str:
        """The name as it is written: a long one is cut."""
        return shortened(self.name)


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """A link between two places."""

    source: DrawnNode
    target: DrawnNode
    kind: str
    weight: int
    label: str | None
    width: float
    spans: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A network with the places of its nodes, in the order of their ids."""

    nodes: tuple[DrawnNode, ...]
    links: tuple[DrawnLink, ...]
    width: int
    height: int

    @property
    def months(self) -> tuple[str, str] | None:
        """The first and last month of which its links tell, if there is more than one."""
        told = [month for link in self.links for span in link.spans.split() for month in span.split("..")]
        return (min(told), max(told)) if told and min(told) != max(told) else None


def drawing_of(
    nodes: Sequence[Node],
    links: Sequence[NetworkLink],
    centres: Iterable[str] = (),
    days: Mapping[tuple[str, str], Iterable[str]] = MappingProxyType({}),
) -> Drawing:
    """A drawing of a network; the same network always looks the same.

    Those with many ties stand in the middle of theirs, as springs and repulsion put them. `days` has the days
    (ISO 8601) of all that a link between two stands for; without, it lasts from its first to its last.
    """
    middle = set(centres)
    ordered = sorted(nodes, key=lambda node: node.id)
    places, height = _places([node.id for node in ordered], links)
    ties: Counter[str] = Counter()
    for link in links:
        ties.update((link.source, link.target))
    radii = {
        node.id: round(6 + 2.2 * math.sqrt(min(ties[node.id], 60)) + (3 if node.id in middle else 0), 1)
        for node in ordered
    }
    by_rank = sorted(ordered, key=lambda node: (node.id not in middle, -ties[node.id], node.id))
    labelled = _labelled([(node.id, node.name, *places[node.id], radii[node.id]) for node in by_rank], middle)
    drawn = {
        node.id: DrawnNode(
            number=number,
            id=node.id,
            name=node.name,
            kind=node.kind,
            x=round(places[node.id][0], 1),
            y=round(places[node.id][1], 1),
            radius=radii[node.id],
            is_labelled=node.id in labelled,
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
                spans=_spans(link, days.get((link.source, link.target))),
            )
            for link in sorted(links, key=lambda one: (one.source, one.target, one.kind))
            if link.source in drawn and link.target in drawn
        ),
        width=WIDTH,
        height=round(height),
    )


def _spans(link: NetworkLink, days: Iterable[str] | None) -> str:
    """The months of a link, each with where it ends: `2024-05..2024-05 2024-07..2024-07`."""
    if days is not None:
        return " ".join(f"{month}..{month}" for month in sorted({day[:7] for day in days}))
    if link.first is None or link.last is None:
        return ""
    return f"{link.first[:7]}..{link.last[:7]}"


def shortened(name: str) -> str:
    """A name for a label, cut where it would hide what is beside it.

    >>> shortened("Kwabena Asante-Mensah"), shortened("Maria Anunciação de Vasconcelos e Albuquerque")
    ('Kwabena Asante-Mensah', 'Maria Anunciação de Vasco…')
    >>> shortened("王伟明"), shortened("亚历山大·谢尔盖耶维奇·普希金")
    ('王伟明', '亚历山大·谢尔盖耶维奇·普…')
    """
    if cell_len(name) <= _LONGEST_LABEL:
        return name
    return set_cell_size(name, _LONGEST_LABEL - 1).rstrip() + "…"


Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def _labelled(ranked: Sequence[tuple[str, str, float, float, float]], always: Set[str]) -> set[str]:
    """Whose names can be written below their nodes, the first of all first.

    They may not run into each other, over another node, or out of the drawing; some are `always` written.
    Each comes as id, name, place and radius. The others tell their names when they are pointed at.
    """
    circles = {key: (x - size, y - size, x + size, y + size) for key, _, x, y, size in ranked}
    labels: list[Box] = []
    found = set()
    for key, name, x, y, radius in ranked:
        half, top = _LETTER * cell_len(shortened(name)) / 2, y + radius
        box = (x - half, top, x + half, top + _LINE)
        hidden = [circle for other, circle in circles.items() if other != key]
        is_clear = not any(_overlap(box, other) for other in (*labels, *hidden))
        if key in always or (is_clear and box[0] >= 0 and box[2] <= WIDTH):
            labels.append(box)
            found.add(key)
    return found


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _places(
    keys: Sequence[str], links: Sequence[NetworkLink]
) -> tuple[dict[str, tuple[float, float]], float]:
    """Where each node stands, and how high the drawing is.

    Those who are joined stand together, in a box for themselves; the boxes stand in columns within rows, the
    largest first, and are made smaller until all of them fit.
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
    for scale in _SCALES:
        boxes = [_box(len(part), scale, alone=len(parts) == 1) for part in parts]
        corners, whole = _packed(boxes)
        if whole <= HEIGHT:
            break
    places = {
        keys[number]: (left + x, top + y)
        for part, box, (left, top) in zip(parts, boxes, corners, strict=True)
        for number, (x, y) in _laid_out(graph, part, *box).items()
    }
    return places, whole


def _packed(boxes: Sequence[tuple[float, float]]) -> tuple[list[tuple[float, float]], float]:
    """The left upper corners of boxes (width, height) that become smaller, and how high all of them are."""
    corners = []
    left = top = row = column = used = 0.0
    for width, height in boxes:
        if used and used + height > row:  # the column is full
            left, column, used = left + column, 0.0, 0.0
            if left + width > WIDTH:
                left, top, row = 0.0, top + row, 0.0
        row, column = max(row, height), max(column, width)
        corners.append((left, top + used))
        used += height
    return corners, top + row


def _largest_first(part: Sequence[int]) -> tuple[int, int]:
    return -len(part), part[0]


def _box(nodes: int, scale: float, *, alone: bool) -> tuple[float, float]:
    """Width and height for some nodes and their names."""
    if alone:
        return WIDTH, max(_LEAST_HEIGHT, min(HEIGHT, 90 * nodes))
    size = scale * math.sqrt(nodes / 2)
    return min(WIDTH, max(150, 200 * size)), min(HEIGHT, max(76, 110 * size))


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
    room = min(margin, size / 3)
    return room + (value - least) / (most - least) * (size - 2 * room)


def picture(drawing: Drawing, title: str) -> str:
    """A drawing as a file of its own, with its style within it."""
    return _picture_template().render(drawing=drawing, title=title, style=_style())


def as_png(drawing: Drawing, title: str) -> bytes:
    """The same as PNG, in the colours for paper, with the fonts of this machine."""
    svg = _picture_template().render(drawing=drawing, title=title, style=without_variables(_style()))
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=_PNG_ZOOM))


def without_variables(style: str) -> str:
    r"""A style for those who know no variables and no other medium than paper.

    >>> without_variables("a { --x: #123; }\n@media screen { a { --x: #fff; } }\nb { color: var(--x); }")
    'a { --x: #123; }\n\nb { color: #123; }'
    """
    lasting = _MEDIA.sub("", style)
    values = dict(_VARIABLE.findall(lasting))
    return re.sub(r"var\((--[\w-]+)\)", lambda variable: values[variable[1]], lasting)


def _style() -> str:
    return (FOLDER / "static" / "drawing.css").read_text(encoding="utf-8")


@cache
def _picture_template() -> Template:
    environment = Environment(loader=FileSystemLoader(FOLDER / "templates"), autoescape=True)
    return environment.get_template("picture.svg")
