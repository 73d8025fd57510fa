"""Things put by in temporary files, apart by their keys, so that all of one key come back together.

What is too much for memory is worked through bucket by bucket. Every thing of one key is in one bucket, and a
bucket holds a bounded number of things, as far as the number of files allows.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from types import TracebackType
from typing import IO, Generic, TypeVar

Thing = TypeVar("Thing")

THINGS_A_BUCKET = 20_000
MOST_BUCKETS = 64
"""Each one is an open file, of which some systems allow 256."""
_AT_ONCE = 200
"""Things that are written together: what they have in common is then written once."""


class Buckets(Generic[Thing]):
    """Takes about so many things, and gives them back bucket by bucket; its files have no names."""

    def __init__(self, expected: int) -> None:
        count = min(expected // THINGS_A_BUCKET + 1, MOST_BUCKETS)
        self._stack = ExitStack()
        # Read by this process alone, from files that have no name.
        self._files: list[IO[bytes]] = []
        for _ in range(count):
            file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the stack
            self._files.append(self._stack.enter_context(file))
        self._waiting: list[list[Thing]] = [[] for _ in range(count)]

    def __enter__(self) -> Buckets[Thing]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def add(self, key: int, thing: Thing) -> None:
        """Put a thing by."""
        number = key % len(self._files)
        self._waiting[number].append(thing)
        if len(self._waiting[number]) >= _AT_ONCE:
            self._write(number)

    def __iter__(self) -> Iterator[list[Thing]]:
        """All things, a bucket at a time, each in the order in which they came."""
        for number, file in enumerate(self._files):
            self._write(number)
            end = file.tell()
            file.seek(0)
            bucket: list[Thing] = []
            while file.tell() < end:
                bucket += pickle.load(file)  # noqa: S301 - written below
            if bucket:
                yield bucket

    def _write(self, number: int) -> None:
        pickle.dump(self._waiting[number], self._files[number], protocol=pickle.HIGHEST_PROTOCOL)
        self._waiting[number].clear()
