"""The processes that a measurement keeps busy: how much each computes, and how much memory it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import psutil

_MEBIBYTE = 2**20
PARTS = ("writer", "readers", "parsers", "database")
"""This process writes; where none reads beside it, it reads and parses as well."""


class Processes:
    """This process and those below it, each known by its part of the work."""

    def __init__(self) -> None:
        self._here = psutil.Process()
        self._parsers: frozenset[int] = frozenset()

    def note_parsers(self) -> None:
        """Know the processes that there are now as those that only parse."""
        self._parsers = frozenset(process.pid for part, process in self._below() if part == "readers")

    def computing(self) -> dict[str, float]:
        """How many seconds each part has computed so far, with what processes that ended did."""
        seconds = dict.fromkeys(PARTS, 0.0)
        for part, process in self._all():
            times = process.cpu_times()
            seconds[part] += times.user + times.system
        # Readers are replaced now and then; a process has the times of those below it that have ended.
        ended = self._here.cpu_times()
        seconds["readers"] += ended.children_user + ended.children_system
        return seconds

    def memory(self) -> dict[str, list[int]]:
        """The resident memory of each process in MiB, by its part."""
        found: dict[str, list[int]] = defaultdict(list)
        for part, process in self._all():
            found[part].append(round(process.memory_info().rss / _MEBIBYTE))
        return dict(found)

    def _all(self) -> Iterator[tuple[str, psutil.Process]]:
        yield "writer", self._here
        yield from self._below()

    def _below(self) -> Iterator[tuple[str, psutil.Process]]:
        for process in sorted(self._here.children(recursive=True), key=lambda each: each.create_time()):
            command = " ".join(process.cmdline())
            if "java" in process.name():
                yield "database", process
            elif "spawn_main" in command:
                yield "parsers" if process.pid in self._parsers else "readers", process
