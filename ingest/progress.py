"""Progress of long work: on standard error, as a bar where a person watches it, else as a line a minute."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog

from ingest.sources.reach import Reach

SECONDS_BETWEEN_LINES = 60.0

_log = structlog.get_logger("progress")


@contextmanager
def progress(
    what: str, total: int | None = None, reach: Reach | None = None
) -> Iterator[Callable[[int], None]]:
    """Shows how far `what` has come, and how fast. Gives the function to call with the number done since.

    How much time is left follows from the `total`, or from the `reach` in what is read, where one is known.
    """
    if not sys.stderr.isatty():
        yield _lines(what, total, reach)
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("{task.fields[done]} {task.description}, {task.fields[rate]:.1f}/s"),
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    pace = _Pace()
    with Progress(*columns, console=Console(stderr=True), transient=True) as display:
        task = display.add_task(what, total=total, done=0, rate=0.0)

        def advance(count: int) -> None:
            pace.done += count
            if reach is None:
                display.update(task, completed=pace.done, done=pace.done, rate=pace.rate)
            else:
                display.update(task, total=reach.total, completed=reach.done, done=pace.done, rate=pace.rate)

        yield advance


class _Pace:
    """How much was done since the beginning, and how much in a second."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.done = 0

    @property
    def seconds(self) -> float:
        return max(time.monotonic() - self.started, 1e-3)

    @property
    def rate(self) -> float:
        return self.done / self.seconds


def _lines(what: str, total: int | None, reach: Reach | None) -> Callable[[int], None]:
    pace = _Pace()
    next_line = SECONDS_BETWEEN_LINES

    def advance(count: int) -> None:
        nonlocal next_line
        pace.done += count
        if pace.seconds < next_line:
            return
        next_line = pace.seconds + SECONDS_BETWEEN_LINES
        done, whole = (reach.done, reach.total) if reach else (pace.done, total)
        left = round(pace.seconds * (whole - done) / done) if whole and done else None
        _log.info("progress", what=what, done=pace.done, per_second=round(pace.rate, 1), seconds_left=left)

    return advance
