"""Two collections of any size compared as wholes, in memory that does not grow with them.

Each thing falls into one of some thousand buckets, and each bucket is summed up as the sum of its things'
hashes. Where two sums agree, the buckets hold the same (the hashes have 128 bits). Only what is in buckets
that differ is looked at once more, thing by thing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field

Thing = tuple[str, ...]
Things = Callable[[], Iterable[Thing]]
"""Gives all things, from the first on, each time that it is called."""

BUCKETS = 1 << 14
HELD = 1_000_000
"""About how many things are looked at one by one. What differs beyond that is not counted."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What only one of two collections holds, in order; `complete` is false if there is more."""

    over: tuple[Thing, ...] = ()
    under: tuple[Thing, ...] = ()
    complete: bool = True


@dataclass(slots=True)
class _Sums:
    hashes: list[int] = field(default_factory=lambda: [0] * BUCKETS)
    things: list[int] = field(default_factory=lambda: [0] * BUCKETS)


def differences(stored: Things, expected: Things, held: int = HELD) -> Differences:
    """What is stored and not expected (`over`), and the other way round. A thing may be there several times.

    Reads both once, and once more where they differ.
    """
    ours, theirs = _sums(stored()), _sums(expected())
    unlike = [bucket for bucket in range(BUCKETS) if ours.hashes[bucket] != theirs.hashes[bucket]]
    if not unlike:
        return Differences()
    chosen: set[int] = set()
    things = 0
    for bucket in unlike:
        if things > held:
            break
        chosen.add(bucket)
        things += ours.things[bucket] + theirs.things[bucket]
    left, right = _within(stored(), chosen), _within(expected(), chosen)
    return Differences(
        tuple(sorted((left - right).elements())),
        tuple(sorted((right - left).elements())),
        complete=len(chosen) == len(unlike),
    )


def _sums(things: Iterable[Thing]) -> _Sums:
    sums = _Sums()
    for thing in things:
        value = _hash(thing)
        bucket = value % BUCKETS
        sums.hashes[bucket] += value
        sums.things[bucket] += 1
    return sums


def _within(things: Iterable[Thing], buckets: Container[int]) -> Counter[Thing]:
    return Counter(thing for thing in things if _hash(thing) % BUCKETS in buckets)


def _hash(thing: Thing) -> int:
    # The lengths keep apart what would run together.
    text = "".join(f"{len(part)} {part}" for part in thing)
    return int.from_bytes(
        hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest(), "big"
    )
