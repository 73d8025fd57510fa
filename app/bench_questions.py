"""What the bench of the API asks: questions about an invented world, and a graph that holds it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from cypher.connect import Endpoint
from cypher.invented.keeping import world_database
from cypher.invented.news import TOPICS, world_news
from cypher.invented.world import World

TARGETS = 40
"""How many different people or countries each kind of question is asked of."""
LIMITS = (5, 15, 50)
"""How many items pages have, where questions are asked in pages of several sizes."""
PAGED = ("contacts", "met", "why", "search", "timeline", "meetings", "country meetings", "partners")
"""The kinds of questions that say how many items they want."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A graph that holds a world with so many meetings."""

    endpoint: Endpoint
    world: World
    meetings: int


@contextmanager
def loaded_world(
    people: int, meetings: int, worlds: Path | None, progress: Callable[[int], None]
) -> Iterator[Loaded]:
    """A world of this size in a database of its own; `progress` is told of its articles.

    `worlds` is a folder of kept worlds (`cypher.invented.keeping`).
    """
    world = World(people)
    with world_database(world, meetings, worlds, progress) as endpoint:
        yield Loaded(endpoint, world, meetings)


def questions_about(loaded: Loaded, targets: int = TARGETS, seed: int = 1) -> dict[str, list[str]]:
    """Paths of the API by kind of question: busy people and quiet ones, acquainted pairs and strangers."""
    chance = random.Random(seed)  # noqa: S311 - a choice of questions needs no secrecy
    world = loaded.world
    targets = min(targets, len(world.people))
    busy = world.people[: targets // 4]
    people = [quote(one.id, safe="") for one in (*busy, *chance.sample(world.people, targets - len(busy)))]
    strangers = [(chance.choice(people), chance.choice(people)) for _ in range(targets)]
    strangers = [(a, b) for a, b in strangers if a != b]
    pairs = [*_acquainted(loaded, targets), *strangers[: targets // 4]]
    countries = world.countries[:targets]
    names = [quote(one.name) for one in chance.sample(world.people, targets)]
    return {
        "contacts": [f"/v1/persons/{one}/contacts" for one in people],
        "met": [f"/v1/met?a={a}&b={b}" for a, b in pairs],
        "why": [f"/v1/why?kind=met_with&from={a}&to={b}" for a, b in pairs],
        "search": [f"/v1/search?q={name}" for name in names],
        "person": [f"/v1/persons/{one}" for one in people],
        "timeline": [f"/v1/persons/{one}/timeline" for one in people],
        "meetings": ["/v1/meetings", *(f"/v1/meetings?topic={topic}" for topic in TOPICS)],
        "country meetings": [f"/v1/countries/{one}/meetings" for one in countries],
        "partners": [f"/v1/countries/{one}/partners" for one in countries],
        "network": [f"/v1/graph?around={one}" for one in people],
        "paths": [f"/v1/paths?from={a}&to={b}" for a, b in strangers],
    }


def _acquainted(loaded: Loaded, count: int) -> list[tuple[str, str]]:
    """Pairs of people whom the news tell of together, from first to last."""
    found = []
    for number in range(0, loaded.meetings, max(1, loaded.meetings // count)):
        reading = next(world_news(loaded.world, loaded.meetings, first=number))
        one, other = reading.claims[0].names[:2]
        found.append((quote(one.entity, safe=""), quote(other.entity, safe="")))
    return found[:count]


def pages_of(questions: dict[str, list[str]]) -> dict[str, list[str]]:
    """The same questions in pages of several sizes, where they have pages."""
    return {
        question: [f"{path}{'&' if '?' in path else '?'}limit={limit}" for path in paths for limit in LIMITS]
        if question in PAGED
        else paths
        for question, paths in questions.items()
    }
