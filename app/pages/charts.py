"""Charts as SVG that stands within a page: drawn by pygal, coloured by the style of the pages."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygal
from lxml import etree
from markupsafe import Markup

from app.models.answers import HeatMap, MeetingSeries, Unit
from app.pages.words import counted

_WIDTH, _HEIGHT = 760, 220
_MOST_BARS = 120
_LABELS = 12
_OF_FILES = (
    "//*[local-name()='defs' or local-name()='title' or @class='tooltip' "
    "or contains(@class, 'text-overlay') or contains(@class, 'tooltip-overlay')]"
)
"""What pygal draws for its own script and style: pages have theirs, and allow none within them."""


def series(answer: MeetingSeries, label: str, links: Mapping[str, str]) -> Markup | None:
    """Meetings over time as bars, each a link; None if there are too few periods to see anything.

    Periods without a meeting stand as gaps. `links` has the address behind the bar of a period.
    """
    counts = {item.period: item.meetings for item in answer.items}
    if len(counts) < 2:
        return None
    periods = _all_periods(min(counts), max(counts), answer.unit)[-_MOST_BARS:]
    chart = pygal.Bar(
        width=_WIDTH,
        height=_HEIGHT,
        show_legend=False,
        margin=10,
        x_labels=periods,
        x_labels_major_every=max(1, -(-len(periods) // _LABELS)),
        show_minor_x_labels=False,
        truncate_label=-1,
        y_labels=_steps(max(counts.values())),
        range=(0, max(counts.values())),
        js=(),
        css=(),
    )
    chart.add(
        "meetings",
        [
            {
                "value": counts.get(period, 0),
                "xlink": {"href": links.get(period, ""), "target": "_self"},
                "label": counted(counts.get(period, 0), "meeting"),
            }
            for period in periods
        ],
    )
    return _within_a_page(chart, label)


def _steps(most: int) -> list[int]:
    """Round numbers from 0 on, at equal steps, for the side of a chart: at most five.

    >>> _steps(3), _steps(38), _steps(2003)
    ([0, 1, 2, 3], [0, 10, 20, 30], [0, 500, 1000, 1500, 2000])
    """
    power = 10 ** (len(str(most)) - 1)
    step = next(
        size
        for size in (max(1, power // 10), max(1, power // 5), max(1, power // 2), power, 2 * power, 5 * power)
        if most // size <= 4
    )
    return list(range(0, most + 1, step))


def _within_a_page(chart: pygal.Graph, label: str) -> Markup:
    """The drawing alone: without the style, script, comments and random id of a file of its own."""
    root = chart.render_tree()
    etree.strip_elements(root, etree.Comment, with_tail=False)
    for left_out in root.xpath(_OF_FILES):
        left_out.getparent().remove(left_out)
    root.attrib.pop("id", None)
    root.set("role", "group")
    root.set("aria-label", label)
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704 - its texts are escaped by lxml


def _all_periods(first: str, last: str, unit: Unit) -> list[str]:
    """Every month or year from the first to the last.

    >>> _all_periods("2023-11", "2024-02", "month"), _all_periods("2022", "2024", "year")
    (['2023-11', '2023-12', '2024-01', '2024-02'], ['2022', '2023', '2024'])
    """
    if unit == "year":
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    begin, end = (int(text[:4]) * 12 + int(text[5:7]) - 1 for text in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(begin, end + 1)]


@dataclass(frozen=True, slots=True)
class Heat:
    """The countries of a heat map, those that met most first, and how often each two of them met."""

    rows: Sequence[str]
    cells: Mapping[tuple[str, str], int]

    def shade(self, meetings: int) -> int:
        """Which shade the cell of so many meetings has; see `shade`."""
        return shade(meetings, max(self.cells.values(), default=1))


def heat_of(answer: HeatMap, most: int) -> Heat:
    """A heat map of so many countries, those that met most."""
    totals: dict[str, int] = {}
    cells: dict[tuple[str, str], int] = {}
    for pair in answer.items:
        for one, other in ((pair.a.id, pair.b.id), (pair.b.id, pair.a.id)):
            totals[one] = totals.get(one, 0) + pair.meetings
            cells[one, other] = pair.meetings
    return Heat(sorted(totals, key=lambda key: (-totals[key], key))[:most], cells)


def shade(meetings: int, most: int, steps: int = 5) -> int:
    """Which shade of a heat map a count has: 0 for none, `steps` for the most.

    >>> [shade(count, 100) for count in (0, 1, 5, 30, 100)]
    [0, 1, 1, 3, 5]
    """
    if meetings <= 0:
        return 0
    return max(1, min(steps, round(steps * math.sqrt(meetings / most))))
