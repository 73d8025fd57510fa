"""Counts that can be added up, and what follows from them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Things found: right ones, false ones and missed ones."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Found) -> Found:
        return Found(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return _ratio(self.right, self.right + self.false)

    @property
    def recall(self) -> float | None:
        """The share of what there is that was found; None where there is nothing."""
        return _ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there is nothing to find and nothing was found."""
        return _ratio(2 * self.right, 2 * self.right + self.false + self.missed)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    @property
    def ratio(self) -> float | None:
        """The share; None of nothing."""
        return _ratio(self.right, self.of)


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a measure lies in 95 of 100 corpora drawn from the same articles."""

    low: float
    high: float


def bootstrap(counts: Sequence[Found], measure: str, rounds: int = 1000) -> Interval | None:
    """The 95 % percentile interval of a measure over articles drawn with replacement; None without data.

    Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13. The draws never differ.
    """
    chance = random.Random(0)  # noqa: S311 - a sample for statistics, no secret
    values = []
    for _ in range(rounds if counts else 0):
        right = false = missed = 0
        for one in chance.choices(counts, k=len(counts)):
            right, false, missed = right + one.right, false + one.false, missed + one.missed
        value = getattr(Found(right, false, missed), measure)
        if value is not None:
            values.append(value)
    if not values:
        return None
    values.sort()
    return Interval(values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))])


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
