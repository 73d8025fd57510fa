"""How the time of an answer grows with the graph.

Two graphs are asked at once, in turns, so that a machine which gets busier meanwhile changes nothing. On a
larger graph the same question also has a larger answer. So what is compared are questions whose answers are
of about the same size, in bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.bench_api import Latency, connection, latency, served, timed
from app.bench_questions import Loaded, pages_of, questions_about

CANDIDATES = 120
"""Of how many targets questions are tried, to find answers of one size."""
ALIKE, FEWEST_ALIKE = 0.1, 3
"""By which part two answers may differ in size; with fewer such pairs, there is no saying how time grows."""


@dataclass(frozen=True, slots=True)
class Grown:
    """How long answers of one size take on a small graph and on a large one; None for want of such answers.

    `bytes_small` and `bytes_large` are the median sizes of those that were compared.
    """

    question: str
    pairs: int
    small: Latency | None
    large: Latency | None
    bytes_small: int
    bytes_large: int

    @property
    def times(self) -> float | None:
        """How many times longer an answer takes on the larger graph, at p50."""
        return self.large.p50 / self.small.p50 if self.small and self.large else None


async def compare(small: Loaded, large: Loaded, home: Path, rounds: int) -> list[Grown]:
    """How the time of every kind of question grows from a graph to a larger one."""
    few, many = (pages_of(questions_about(loaded, CANDIDATES)) for loaded in (small, large))
    with (
        served(small.endpoint, home / "small") as small_url,
        served(large.endpoint, home / "large") as large_url,
    ):
        return [
            await _grown(question, small_url, large_url, paths, many[question], rounds)
            for question, paths in few.items()
        ]


async def _grown(
    question: str, small_url: str, large_url: str, small: list[str], large: list[str], rounds: int
) -> Grown:
    sizes_small, sizes_large = await _sizes(small_url, small), await _sizes(large_url, large)
    pairs = alike(sizes_small, sizes_large)
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
        len(pairs),
        latency(took_small) if enough else None,
        latency(took_large) if enough else None,
        _median([sizes_small[one] for one, _ in pairs]),
        _median([sizes_large[other] for _, other in pairs]),
    )


async def _sizes(url: str, paths: list[str]) -> dict[str, int]:
    """How many bytes each answer has. The connection is one of its own: those that rest are closed."""
    async with connection(url) as ask:
        return {path: await ask(path) for path in paths}


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
