"""How the time of an answer grows with the graph.

Two graphs are asked at once, in turns, so that a machine which gets busier meanwhile changes nothing. On a
larger graph the same question also has a larger answer. So what is compared are questions whose answers are
of about the same size, in bytes; of ways, those that are of one length, each length by itself. How often the
store is accessed says the same whatever else the machine does.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from neo4j import AsyncDriver

from app.bench_api import Latency, bare, connection, latency, served, statements_of, timed
from app.bench_questions import Loaded, pages_of, questions_about
from cypher.profiling import operators

CANDIDATES = 120
"""Of how many targets questions are tried, to find answers of one size."""
ALIKE, FEWEST_ALIKE = 0.1, 3
"""By which part two answers may differ in size; with fewer such pairs, there is no saying how time grows."""
PROFILED = 20
"""Of how many such pairs of each kind the accesses to the store are counted."""


@dataclass(frozen=True, slots=True)
class Grown:
    """How long answers of one size take on a small graph and on a large one; None for want of such answers.

    `bytes_…` are the median sizes of those that were compared, `accesses_…` how often they access the store.
    """

    question: str
    pairs: list[tuple[str, str]]
    small: Latency | None
    large: Latency | None
    bytes_small: int
    bytes_large: int
    accesses_small: int = 0
    accesses_large: int = 0

    @property
    def times(self) -> float | None:
        """How many times longer an answer takes on the larger graph, at p50."""
        return self.large.p50 / self.small.p50 if self.small and self.large else None


async def compare(small: Loaded, large: Loaded, home: Path, rounds: int) -> list[Grown]:
    """How the time of every kind of question grows from a graph to a larger one."""
    few, many = (pages_of(questions_about(loaded, CANDIDATES)) for loaded in (small, large))
    found = []
    with (
        served(small.endpoint, home / "small") as small_url,
        served(large.endpoint, home / "large") as large_url,
    ):
        for question, paths in few.items():
            sizes_small = await _sizes(small_url, paths)
            sizes_large = await _sizes(large_url, many[question])
            for steps in sorted(sizes_small.keys() & sizes_large.keys(), key=lambda steps: steps or 0):
                name = question if steps is None else f"{question} of {steps}"
                one, other = sizes_small[steps], sizes_large[steps]
                found.append(await _grown(name, small_url, large_url, one, other, rounds))
    return await _with_accesses(found, small, large)


async def _grown(
    question: str,
    small_url: str,
    large_url: str,
    small: dict[str, int],
    large: dict[str, int],
    rounds: int,
) -> Grown:
    pairs = alike(small, large)
    enough = len(pairs) >= FEWEST_ALIKE
    took_small: list[float] = []
    took_large: list[float] = []
    async with connection(small_url) as ask_small, connection(large_url) as ask_large:
        for turn in range(rounds if enough else 0):
            one, other = pairs[turn % len(pairs)]
            took_small.append(await timed(ask_small, one))
            took_large.append(await timed(ask_large, other))
    return Grown(
        question,
        pairs,
        latency(took_small) if enough else None,
        latency(took_large) if enough else None,
        _median([small[one] for one, _ in pairs]),
        _median([large[other] for _, other in pairs]),
    )


async def _sizes(url: str, paths: list[str]) -> dict[int | None, dict[str, int]]:
    """How many bytes each answer has, by how many steps its ways have; None for other answers.

    The connection is one of its own: those that rest are closed.
    """
    found: dict[int | None, dict[str, int]] = defaultdict(dict)
    async with connection(url) as ask:
        for path in paths:
            answer = await ask(path)
            found[_steps(answer)][path] = len(answer)
    return found


def _steps(answer: bytes) -> int | None:
    ways = json.loads(answer).get("paths")
    return None if ways is None else ways[0]["length"] if ways else 0


async def _with_accesses(found: list[Grown], small: Loaded, large: Loaded) -> list[Grown]:
    of_small = await _accesses(small, [path for one in found for path, _ in one.pairs[:PROFILED]])
    of_large = await _accesses(large, [path for one in found for _, path in one.pairs[:PROFILED]])
    return [
        replace(
            one,
            accesses_small=_median([of_small[path] for path, _ in one.pairs[:PROFILED]]),
            accesses_large=_median([of_large[path] for _, path in one.pairs[:PROFILED]]),
        )
        for one in found
    ]


async def _accesses(loaded: Loaded, paths: list[str]) -> dict[str, int]:
    """How often the answer to each path accesses the store."""
    asked = await statements_of(loaded.endpoint, paths)
    async with bare(loaded.endpoint) as driver:
        return {
            path: sum([await _accessed(driver, loaded, text, params) for text, params in statements])
            for path, statements in asked.items()
        }


async def _accessed(driver: AsyncDriver, loaded: Loaded, text: str, params: dict[str, Any]) -> int:
    # The text is from a file; the driver asks for a literal, so that nobody glues statements together.
    profiled: Any = f"PROFILE {text}"
    result = await driver.execute_query(profiled, params, database_=loaded.endpoint.database)
    return sum(step.get("dbHits", 0) for step in operators(result.summary.profile or {}))


def alike(small: dict[str, int], large: dict[str, int]) -> list[tuple[str, str]]:
    """Questions of one graph, each with that of another whose answer is nearest in size, if near enough.

    >>> alike({"a": 100, "b": 900}, {"c": 104, "d": 500, "e": 98})
    [('a', 'e')]
    """
    pairs = []
    for path, size in small.items():
        other = min(large, key=lambda one: (abs(large[one] - size), one))
        if abs(large[other] - size) <= ALIKE * size:
            pairs.append((path, other))
    return pairs


def _median(values: Sequence[int]) -> int:
    return sorted(values)[len(values) // 2] if values else 0
