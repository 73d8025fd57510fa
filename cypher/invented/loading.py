"""An invented world as a graph, ledger and all, made at once: for measurements on graphs of any size.

What recording article after article would leave is worked out part by part (`cypher.derivation.in_parts`),
written as tables, and imported into a database that has never been started:

    settings = DatabaseSettings(home=folder, uri=None, neo4j_memory="2G", neo4j_page_cache="2G")
    world = World(people=100_000, seed=1)
    load_world(settings, world, meetings=1_000_000)
    with ready_graph(settings) as graph: ...

`cypher.invented.keeping` has it in a folder that goes afterwards, and can keep what was loaded.
"""

from __future__ import annotations

import re
import tempfile
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Any

from cypher.catalog import Write
from cypher.connect import database
from cypher.contents import EdgeRow, edges_of, nodes_of
from cypher.derivation.evidence import LiveArticle
from cypher.derivation.in_parts import Part, Survey
from cypher.formats.tables import LIST_SEPARATOR
from cypher.graph import Transaction, open_graph
from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.ledger import RULES, article_properties, claim_properties, live_article
from cypher.rows import ReadingRows
from cypher.schema import apply_schema
from cypher.server.importing import import_tables
from cypher.settings import DatabaseSettings


@dataclass(frozen=True, slots=True)
class Completed:
    """How many nodes got the lists that they lacked."""

    completed: int


complete_lists = Write("complete_lists", Completed)

RECORDED = datetime(2026, 1, 1, tzinfo=UTC)
"""When all of it was recorded."""
LISTS_AT_ONCE = 100_000
"""Nodes a transaction. The importer takes an empty list for none; groups, topics and pairs may be empty."""

_TYPES = {bool: "boolean", int: "long", float: "double", str: "string", date: "date", datetime: "datetime"}
_QUOTED = re.compile('[",\n]')
_SPACES = {
    "STATES": ("Article", "Claim"),
    "MENTIONS": ("Article", "Entity"),
    "NAMES": ("Claim", "Entity"),
    "ABOUT": ("Claim", "Dyad"),
    "SUPPORTS": ("Claim", "Meeting"),
    "ATTENDED": ("Entity", "Meeting"),
    "HELD_IN": ("Meeting", "Entity"),
}
"""From what to what edges lead, if not from entity to entity. Ids are unique within each of these."""


def load_world(
    settings: DatabaseSettings,
    world: World,
    meetings: int,
    progress: Callable[[int], None] = lambda articles: None,
) -> int:
    """Fill the empty data folder of these settings with the news of a world; gives how many articles it has.

    No server may have run there; one runs in the end, to make the indexes. The graph equals what
    `record_readings` would have left at `RECORDED`. `progress` is told of each page of articles that was
    written, which begins after about a third of the time. Memory hardly grows with the world.
    """
    articles = 0
    settings.home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="tables-", dir=settings.home) as folder:
        news = _News(world, meetings)
        survey = Survey(news)
        tables = _Tables(Path(folder))
        tables.node(("Lock",), {"id": "write", "moment": RECORDED, "rules": RULES})
        for part in survey.parts(news.kept()):
            _put(tables, part, news.waiting)
            articles += len(part.articles)
            progress(len(part.articles))
        import_tables(settings, *tables.close())
    with database(settings) as endpoint, open_graph(endpoint) as graph:
        while graph.transaction(_complete_lists):
            pass
        apply_schema(graph)
    return articles


def _complete_lists(transaction: Transaction) -> int:
    return transaction.fetch(complete_lists, limit=LISTS_AT_ONCE)[0].completed


class _News:
    """The news of a world, seen from the derivation; `waiting` are those that were read from `kept`."""

    def __init__(self, world: World, meetings: int) -> None:
        self._world, self._meetings = world, meetings
        self.waiting: deque[ReadingRows] = deque()

    def __iter__(self) -> Iterator[LiveArticle]:
        return (live_article(reading) for reading in world_news(self._world, self._meetings))

    def kept(self) -> Iterator[LiveArticle]:
        """The same, and what they were read from is kept until somebody takes it."""
        for reading in world_news(self._world, self._meetings):
            self.waiting.append(reading)
            yield live_article(reading)


def _put(tables: _Tables, part: Part, readings: deque[ReadingRows]) -> None:
    """Write a part of the graph, with the ledger of its articles: the next of these readings."""
    of_ledger: dict[str, dict[str, Any]] = {}
    for node in nodes_of(part):
        if node.labels in (("Article",), ("Claim",)):
            of_ledger[node.properties["id"]] = node.properties
        else:
            tables.node(node.labels, node.properties)
    for _ in part.articles:
        reading = readings.popleft()
        told = of_ledger[reading.article.id]
        tables.node(("Article",), article_properties(reading, RECORDED) | told)
        for claim in reading.claims:
            bound = of_ledger.get(claim.id, {})
            tables.node(("Claim",), claim_properties(claim, reading, RECORDED) | bound)
            tables.edge(EdgeRow("STATES", reading.article.id, claim.id, {}))
    for edge in edges_of(part):
        tables.edge(edge)


class _Tables:
    """Tables as CSV in a folder: one for all that are of one kind and have the same properties."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: list[IO[str]] = []
        self._rows: dict[tuple[str, ...], Callable[[str], object]] = {}
        self._nodes: list[Path] = []
        self._edges: dict[str, list[Path]] = defaultdict(list)

    def node(self, labels: Sequence[str], properties: Mapping[str, Any]) -> None:
        """Write a node."""
        space = labels[-1]
        begin = {f":ID({space})": properties["id"], ":LABEL": LIST_SEPARATOR.join(labels)}
        self._put(space, begin, properties, self._nodes)

    def edge(self, edge: EdgeRow) -> None:
        """Write an edge."""
        source, target = _SPACES.get(edge.type, ("Entity", "Entity"))
        begin = {f":START_ID({source})": edge.source, f":END_ID({target})": edge.target}
        self._put(edge.type, begin, edge.properties, self._edges[edge.type])

    def close(self) -> tuple[list[Path], dict[str, list[Path]]]:
        """The tables of nodes, and those of edges by type."""
        for file in self._open:
            file.close()
        return self._nodes, self._edges

    def _put(
        self, name: str, begin: Mapping[str, str], properties: Mapping[str, Any], files: list[Path]
    ) -> None:
        known = {key: value for key, value in properties.items() if value is not None and value != ()}
        table = (name, *known)
        if table not in self._rows:
            file = self._folder / f"{name}-{len(self._rows)}.csv"
            files.append(file)
            self._open.append(file.open("w", encoding="utf-8", newline=""))
            self._rows[table] = self._open[-1].write
            self._rows[table](_row([*begin, *(f"{key}:{_type(value)}" for key, value in known.items())]))
        self._rows[table](_row([*begin.values(), *known.values()]))


def _type(value: Any) -> str:
    if isinstance(value, tuple | list):
        return "string[]"
    return _TYPES[type(value)]


def _row(values: Iterable[Any]) -> str:
    return ",".join(map(_text, values)) + "\n"


def _text(value: Any) -> str:
    """A value as the importer takes it; an empty text has to be quoted, or it counts as none."""
    if isinstance(value, tuple | list):
        text = LIST_SEPARATOR.join(value)
    elif isinstance(value, bool):
        text = str(value).lower()
    else:
        text = value.isoformat() if isinstance(value, date) else str(value)
    return text if text and not _QUOTED.search(text) else '"' + text.replace('"', '""') + '"'
